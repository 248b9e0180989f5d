import { type CommandDanger, commandDanger, dangerousLines } from './commands.js';

/** Few and short: an expression with repeated groups may take a time that doubles with every character. */
const shortSamples: readonly (readonly [line: string, danger: CommandDanger])[] = [
  ['zq zq', 'everything'],
  ['rm -rf z', 'destructive'],
  ['bash -c z', 'shell'],
  ['sudo z', 'shell'],
  ['curl z.y', 'network'],
  ['rm z', 'destructive'],
  ['npx z', 'runner'],
  ['python z', 'runner'],
  ['node z', 'runner'],
];

const samples: typeof shortSamples = [
  ...shortSamples,
  // All of git is a wide grant; only what is meant for pushing cannot be undone.
  ['git z', 'broad'],
  ['git push z', 'destructive'],
  ...dangerousLines,
];

/** A quantifier behind a group. */
const repeatsGroup = /\)[*+{]/;

/**
 * What a regular expression of an allow list lets through, found by trying it; `unanchored`: it may match in the middle of a
 * command line, behind any program. Absent when it is harmless or no regular expression.
 */
export function patternDanger(source: string, flags = ''): CommandDanger | 'unanchored' | undefined {
  const pattern = compiled(source, flags);
  if (pattern === undefined) return undefined;
  // From the start of the line: "ps" is no name of "https".
  const hit = (repeatsGroup.test(source) ? shortSamples : samples).find(
    ([line]) => pattern.exec(line)?.index === 0,
  );
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
