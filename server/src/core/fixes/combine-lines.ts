/**
 * Two blocks of lines that fixes put in one place, as one block: what both import stands there once, names from one module in one list, a
 * variable of an environment file once.
 * `undefined` when the two define the same name differently.
 */
export function combineLines(first: string, second: string): string | undefined {
  if (variables.test(first) && variables.test(second)) return first + linesBesides(second, first).join('');
  const taken = new Set(definedIn(first));
  const a = split(first);
  const b = split(second);
  const isSame = a.rest.trim() === b.rest.trim();
  if (!isSame && definedIn(second).some((name) => taken.has(name))) return undefined;
  if (a.imports.length === 0 || b.imports.length === 0) return first + second;
  const newline = /\r\n|\n|\r/.exec(first)?.[0] ?? '\n';
  const imports = b.imports.reduce(withImport, a.imports);
  const head = a.lead + imports.map((line) => line + newline).join('');
  if (isSame || b.rest.trim() === '') return head + a.rest;
  return head + (a.rest.trim() === '' ? b.rest : a.rest.trimEnd() + newline + b.rest.trimStart());
}

/** Lines of an environment file: `HF_TOKEN=`. */
const variables = /^(?:\w+=[^\r\n]*(?:\r\n|\n|\r))+$/;

/** The lines that do not stand in the other text. */
function linesBesides(text: string, other: string): readonly string[] {
  const lines = (of: string): readonly string[] => of.match(/[^\r\n]*(?:\r\n|\n|\r)/g) ?? [];
  const known = new Set(lines(other));
  return lines(text).filter((line) => !known.has(line));
}

interface Block {
  /** Line breaks above. */
  readonly lead: string;
  readonly imports: readonly string[];
  /** What is defined below the imports, with the blank lines around it. */
  readonly rest: string;
}

const importLine = /^(?:from [\w.]+ import |import |const [^=\r\n]{1,300} = require\()[^\r\n]*(?:\r\n|\n|\r)/;

function split(text: string): Block {
  const lead = /^[\r\n]*/.exec(text)?.[0] ?? '';
  const imports: string[] = [];
  let rest = text.slice(lead.length);
  for (let line = importLine.exec(rest)?.[0]; line !== undefined; line = importLine.exec(rest)?.[0]) {
    imports.push(line.trimEnd());
    rest = rest.slice(line.length);
  }
  return { lead, imports, rest };
}

/** Names bound at the start of a line, by a definition or an assignment. */
const definedIn = (text: string): readonly string[] =>
  [
    ...text.matchAll(
      /^(?:export )?(?:async )?(?:(?:def|class|function\*?|const|let|interface|type) (\w+)|(\w+) = )/gm,
    ),
  ].flatMap(([, defined, assigned]) => defined ?? assigned ?? []);

/** The names in `from a import b`, `import { b } from 'a'`, `const { b } = require('a')`, and what stands around them. */
const listed =
  /^(from [\w.]+ import |import (?:type )?\{ |const \{ )([^(){}]*?)(| \} from .*| \} = require\(.*)$/;

function withImport(imports: readonly string[], line: string): readonly string[] {
  const [, before = '', names = '', after = ''] = listed.exec(line) ?? [];
  const index = imports.findIndex((other) => {
    const there = listed.exec(other);
    return other === line || (there !== null && there[1] === before && there[3] === after);
  });
  if (index === -1) return [...imports, line];
  const known = listed.exec(imports[index] ?? '')?.[2];
  if (known === undefined) return imports;
  const all = new Set(`${known}, ${names}`.split(/, */));
  return imports.map((other, i) => (i === index ? before + [...all].join(', ') + after : other));
}
