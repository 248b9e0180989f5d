import { type CommandDanger, commandDanger, dangerousLines } from './commands.js';

/** Short on purpose: whatever an author wrote, trying it on these ends at once. */
const samples: readonly (readonly [line: string, danger: CommandDanger])[] = [
  ['zq zq', 'everything'],
  ['rm -rf z', 'destructive'],
  ['git push z', 'destructive'],
  ...dangerousLines,
];

/**
 * What a regular expression of an allow list lets through, found by trying it; `unanchored`: it may match in the middle of a
 * command line, behind any program. Absent when it is harmless or no regular expression.
 */
export function patternDanger(source: string, flags = ''): CommandDanger | 'unanchored' | undefined {
  const pattern = compiled(source, flags);
  if (pattern === undefined) return undefined;
  // From the start of the line: "ps" is no name of "https".
  const hit = samples.find(([line]) => pattern.exec(line)?.index === 0);
  if (hit !== undefined) return hit[1];
  const inner = source.replace(/^\(+(?:\?:)?/, '');
  return inner.startsWith('^') || /^\\A/.test(inner) ? undefined : 'unanchored';
}

function compiled(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags.replace(/[^imsu]/g, ''));
  } catch {
    return undefined;
  }
}

/** A key such as `/^npm (test|run)$/i` or a plain prefix such as `npm test`. */
export function prefixOrPatternDanger(key: string): CommandDanger | 'unanchored' | undefined {
  const regex = /^\/(.*)\/([a-z]*)$/s.exec(key.trim());
  if (regex !== null) return patternDanger(regex[1] ?? '', regex[2] ?? '');
  const text = key.trim();
  if (/^\*+$/.test(text)) return 'everything';
  const words = text
    .replace(/\s*\*+$/, '')
    .split(/\s+/)
    .filter((word) => word !== '');
  return commandDanger({ words, open: true });
}
