import type { Location } from '../finding.js';
import type { TextRange } from '../text/range.js';
import type { Unit } from './unit.js';

/** Which text at an instruction is meant; for `parameter` the number is the position of a parameter, for the last three it has no meaning. */
export type SitePart = 'value' | 'arguments' | 'parameter' | 'function' | 'name' | 'body';

/**
 * A place in a program: an instruction of a function, not an offset, so that results stay valid while the text around the function
 * changes.
 */
export interface Site {
  readonly unit: Unit;
  readonly at: number;
  readonly part: SitePart;
}

export const siteOf = (unit: Unit, at: number, part: SitePart = 'value'): Site => ({ unit, at, part });

/** Identifies a site within one program. */
export const siteKey = (site: Site): string => `${site.unit.key}:${site.at}:${site.part}`;

export const locate = (site: Site): Location => ({ path: site.unit.owner.path, range: rangeOf(site) });

function rangeOf({ unit: { fn }, at, part }: Site): TextRange {
  switch (part) {
    case 'parameter':
      return fn.parameters[at]?.range ?? fn.nameRange;
    case 'function':
      return fn.range;
    case 'name':
      return fn.nameRange;
    case 'body':
      return fn.bodyRange;
    case 'arguments': {
      const call = fn.body[at];
      return call?.op === 'call' ? call.argsRange : (call?.range ?? fn.nameRange);
    }
    case 'value':
      return fn.body[at]?.range ?? fn.nameRange;
  }
}
