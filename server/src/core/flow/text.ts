import type { ValueId } from '../ir/instruction.js';
import { sinkBits } from './bits.js';
import type { Execution } from './execution.js';
import { deepTaint } from './shape.js';
import { CLEAN, embeddedIn, guarded, type Taint, union } from './taint.js';
import { constant, onlyConstant, UNKNOWN, type Value } from './value.js';

/** Longer texts are of no use as a known start of a URL, a command or a role. */
const MAX_PREFIX = 200;

/** Text put together from pieces. */
export function evaluateTemplate(run: Execution, at: ValueId, parts: readonly Value[]): Value {
  const taint = joinedText(run, at, parts);
  const whole = wholeText(parts);
  if (whole !== undefined) return constant(whole, taint);
  return { ...UNKNOWN, taint, prefix: startOf(parts) };
}

/** The taint of a text made of several values. */
export function joinedText(run: Execution, at: ValueId, parts: readonly Value[]): Taint {
  let taint = CLEAN;
  let mixed = 0;
  let before = '';
  for (const part of parts) {
    const known = onlyConstant(part);
    if (known !== '') mixed++;
    const own = deepTaint(part);
    taint = union(taint, namesHost(before) ? guarded(own, sinkBits.bit('url'), 0) : own);
    if (before.length < MAX_PREFIX) before += known === undefined ? UNKNOWN_TEXT : String(known);
  }
  if (mixed < 2) return taint;
  return embeddedIn(taint, { site: run.site(at), message: 'put into a text here' });
}

/** Stands for text that is not known: it may well be the name of a host. */
const UNKNOWN_TEXT = 'x';

/** In an address that starts like this the host is settled: what follows only chooses a page of it. */
const namesHost = (start: string): boolean =>
  /[/?#]/.test(start.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//i, ''));

function wholeText(parts: readonly Value[]): string | undefined {
  let text = '';
  for (const part of parts) {
    const known = onlyConstant(part);
    if (known === undefined || known === null) return undefined;
    text += String(known);
    if (text.length > 20 * MAX_PREFIX) return undefined;
  }
  return text;
}

/** The constant start; a default that may be overridden (`os.getenv("URL", "https://...")`) counts. */
function startOf(parts: readonly Value[]): string | undefined {
  let start = '';
  for (const part of parts) {
    const known = part.constants[0];
    if (known !== undefined && known !== null) start += String(known);
    else {
      start += part.prefix ?? '';
      break;
    }
    if (part.open && part.constants.length === 0) break;
    if (start.length > MAX_PREFIX) break;
  }
  return start === '' ? undefined : start.slice(0, MAX_PREFIX);
}
