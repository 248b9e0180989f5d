/** Config files nest a dozen levels at most; the parsers below recurse, so deeper input is refused before they see it. */
export const maxNesting = 200;

/** 1 for an opening bracket, -1 for a closing one: `[`, `]`, `{` and `}`. */
const bracketLevel = (code: number): number => {
  if (code === 91 || code === 123) return 1;
  return code === 93 || code === 125 ? -1 : 0;
};

/**
 * An upper bound of how deep a JSON, YAML or TOML text can nest: the deepest run of open brackets (those in strings and
 * comments count too, which errs on the safe side) plus, for YAML, the deepest stack of indentations and `- ` markers, and
 * for TOML the longest dotted key.
 */
export function nestingBound(text: string, format: 'json' | 'yaml' | 'toml'): number {
  let brackets = 0;
  let deepestBrackets = 0;
  for (let i = 0; i < text.length; i++) {
    brackets = Math.max(0, brackets + bracketLevel(text.charCodeAt(i)));
    if (brackets > deepestBrackets) deepestBrackets = brackets;
  }
  if (format === 'yaml') return deepestBrackets + deepestIndentation(text);
  if (format === 'toml') return deepestBrackets + longestDottedKey(text);
  return deepestBrackets;
}

function deepestIndentation(text: string): number {
  const open: number[] = [];
  let deepest = 0;
  for (const line of text.split(/\r?\n|\r/)) {
    const marker = /^(?:[ \t]*[-?:](?=[ \t]|$))*[ \t]*/.exec(line)?.[0] ?? '';
    // A blank line nests nothing; one of markers alone does.
    if (marker.length === line.length && marker.trim() === '') continue;
    const columns = [...marker.matchAll(/[-?:]/g)].map((m) => m.index);
    columns.push(marker.length);
    const first = columns[0] ?? 0;
    while ((open.at(-1) ?? -1) >= first) open.pop();
    for (const column of columns) open.push(column);
    deepest = Math.max(deepest, open.length);
  }
  return deepest;
}

function longestDottedKey(text: string): number {
  let longest = 0;
  for (const line of text.split(/\r?\n/)) {
    const key = line.slice(0, line.search(/=|#|$/));
    longest = Math.max(longest, key.split('.').length);
  }
  return longest;
}
