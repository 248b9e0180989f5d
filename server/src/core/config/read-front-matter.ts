import { range } from '../text/range.js';
import type { ConfigDocument, ConfigEntry, ConfigNode, ConfigProblem } from './config-node.js';
import { maxNesting, nestingBound } from './nesting.js';
import { readYaml } from './read-yaml.js';
import { blankLine } from './recovery.js';

/** Lines that are given up one by one, and UTF-16 units that are read again for it: every reading takes a millisecond per 200 of them at worst. */
const recoveryBudget = { lines: 25, units: 20_000 } as const;

/** Reads the YAML between `---` lines at the top of a Markdown text; `body` is what follows it. */
export function readFrontMatter(text: string): ConfigDocument {
  const span = frontMatterSpan(text);
  if (span === undefined) return { format: 'front-matter', problems: [], body: range(0, text.length) };
  const yaml = text.slice(span.start, span.end);
  const body = range(span.bodyStart, text.length);
  if (nestingBound(yaml, 'yaml') > maxNesting) {
    const problem = { range: range(span.start, span.end), message: 'This front matter is nested too deeply' };
    return { format: 'front-matter', problems: [problem], body };
  }
  return { ...readLoosely(yaml, span.start), format: 'front-matter', body };
}

interface FrontMatterSpan {
  readonly start: number;
  readonly end: number;
  readonly bodyStart: number;
}

function frontMatterSpan(text: string): FrontMatterSpan | undefined {
  const opening = /^\ufeff?---[ \t]*(?:\r\n|\n|\r)/.exec(text)?.[0];
  if (opening === undefined) return undefined;
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/gm;
  closing.lastIndex = opening.length;
  const found = closing.exec(text);
  if (found === null) return undefined;
  return { start: opening.length, end: found.index, bodyStart: found.index + found[0].length };
}

/** A key whose text holds `: `, without quotes: no YAML, and what people write most of all. */
const textWithColon = /^[A-Za-z_][\w.-]*[ \t]*:[ \t]+[^\s"'[\]{}|>&*!#%@`][^\n]*:(?:[ \t]|\r?$)[^\n]*$/m;
const everyTextWithColon = new RegExp(textWithColon.source, 'gm');

/**
 * People write `description: Use this when: ...` without quotes and products accept it. A line that is no YAML is taken as a key with the
 * rest of its line as text, and the other lines are read without it.
 */
function readLoosely(yaml: string, base: number): ConfigDocument {
  const loose: ConfigEntry[] = [];
  const problems: ConfigProblem[] = [];
  let readable = yaml;
  let document = readYaml(readable, base);
  if (document.problems.length > 0 && textWithColon.test(yaml)) {
    readable = yaml.replace(everyTextWithColon, (line: string, offset: number) => {
      const entry = plainEntry(line, base + offset);
      if (entry === undefined) return line;
      loose.push(entry);
      return ' '.repeat(line.length);
    });
    document = readYaml(readable, base);
  }
  const attempts = Math.min(recoveryBudget.lines, Math.ceil(recoveryBudget.units / Math.max(1, yaml.length)));
  for (let attempt = 0; attempt < attempts && document.problems.length > 0; attempt++) {
    const problem = document.problems[0];
    if (problem === undefined) break;
    const blanked = blankLine(readable, problem.range.start - base);
    if (blanked.text === readable) break;
    const line = yaml.slice(blanked.range.start, blanked.range.end);
    const entry = plainEntry(line, base + blanked.range.start);
    if (entry === undefined) problems.push(problem);
    else loose.push(entry);
    readable = blanked.text;
    document = readYaml(readable, base);
  }
  if (loose.length === 0) return { ...document, problems: [...problems, ...document.problems] };
  return {
    ...document,
    root: withEntries(document.root, loose),
    problems: [...problems, ...document.problems],
  };
}

function plainEntry(line: string, start: number): ConfigEntry | undefined {
  const parts = /^([A-Za-z_][\w.-]*)[ \t]*:[ \t]+(\S.*?)[ \t]*$/.exec(line);
  const key = parts?.[1];
  const value = parts?.[2];
  if (key === undefined || value === undefined) return undefined;
  const valueStart = start + line.indexOf(value, key.length + 1);
  const valueRange = range(valueStart, valueStart + value.length);
  return {
    key,
    keyRange: range(start, start + key.length),
    value: { kind: 'string', range: valueRange, value },
    range: range(start, valueRange.end),
  };
}

function withEntries(root: ConfigNode | undefined, added: readonly ConfigEntry[]): ConfigNode {
  const own = root?.kind === 'map' ? root.entries : [];
  const entries = [...own, ...added].sort((a, b) => a.range.start - b.range.start);
  return {
    kind: 'map',
    range: range(entries[0]?.range.start ?? 0, Math.max(0, ...entries.map((e) => e.range.end))),
    entries,
  };
}
