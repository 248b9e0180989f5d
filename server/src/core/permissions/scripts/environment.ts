import type { TextRange } from '../../text/range.js';
import { range } from '../../text/range.js';
import { environmentSwitches } from './flags.js';
import type { EnvironmentSwitch } from './programs.js';

export interface FoundSwitch {
  readonly found: EnvironmentSwitch;
  readonly range: TextRange;
}

const anySwitch = new RegExp(environmentSwitches.map(({ name }) => name).join('|'));

/** True when a variable of this name and value switches protections of an agent off. */
export const switchOf = (name: string, value: string): EnvironmentSwitch | undefined =>
  environmentSwitches.find(
    (known) => known.beside === undefined && known.name === name && known.value.test(value.trim()),
  );

/** `NAME=value`, `export NAME="value"`, `ENV NAME value` and `NAME: value` in shell text and in files of variables. */
export function findSwitches(text: string): readonly FoundSwitch[] {
  if (!anySwitch.test(text)) return [];
  return environmentSwitches.flatMap((known) => {
    const assignment = new RegExp(
      `(?<![\\w$-])${known.name}(?:[ \\t]*[=:][ \\t]*|[ \\t]+)(?:"((?:[^"\\\\\\n]|\\\\.){0,500})"|'([^'\\n]{0,500})'|([^\\s;&|"'#]{1,200}))`,
      'g',
    );
    if (known.beside?.test(text) === false) return [];
    return [...text.matchAll(assignment)].flatMap((match) => {
      const value = (match[1]?.replace(/\\(.)/g, '$1') ?? match[2] ?? match[3] ?? '').trim();
      if (!known.value.test(value)) return [];
      const before = text.slice(Math.max(0, match.index - 300), match.index);
      const line = before.slice(before.lastIndexOf('\n') + 1);
      if (/^[ \t]*(?:#|\/\/|REM\b|::)|\becho\b/i.test(line)) return [];
      return [{ found: known, range: range(match.index, match.index + match[0].length) }];
    });
  });
}
