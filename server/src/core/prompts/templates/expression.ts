/** What an expression of a template mentions. */
export interface Mentions {
  /** Variables at the start of paths, in order: "user" for `user.name`. */
  readonly names: readonly string[];
  /** Functions and macros that are called. */
  readonly calls: readonly string[];
  /** Names after `|`. */
  readonly filters: readonly string[];
}

const keywords: ReadonlySet<string> = new Set(
  'and or not in is if else elif true false none null nil True False None undefined empty blank contains'.split(
    ' ',
  ),
);

const token = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[A-Za-z_$][\w$]*|\d[\w.]*|\S/g;
const identifier = /^[A-Za-z_$]/;

/**
 * Reads an expression of the Jinja kind (Liquid, Nunjucks and plain property paths read the same): what stands between `if` and `else` only decides
 * and does not count; neither do keyword names, properties, filters and tests.
 */
export function mentionsOf(expression: string): Mentions {
  const tokens = expression.match(token) ?? [];
  const names: string[] = [];
  const calls: string[] = [];
  const filters: string[] = [];
  let deciding = false;
  tokens.forEach((word, i) => {
    if (word === 'if') deciding = true;
    if (word === 'else') deciding = false;
    if (deciding || keywords.has(word) || !identifier.test(word)) return;
    const previous = tokens[i - 1];
    const next = tokens[i + 1];
    if (previous === '.' || previous === 'is' || (previous === 'not' && tokens[i - 2] === 'is')) return;
    if (previous === '|') filters.push(word);
    else if (next === '(') calls.push(word);
    else if (!(next === '=' && tokens[i + 2] !== '=') && next !== ':') names.push(word);
  });
  return { names, calls, filters };
}
