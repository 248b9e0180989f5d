import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type RuleCase, readCases } from '../../scripts/rule-cases.mjs';
import type { Location } from '../../server/src/core/finding.js';
import { FlowAnalysis } from '../../server/src/core/flow/flow-analysis.js';
import type { Host } from '../../server/src/core/host.js';
import { languageOf, lower } from '../../server/src/core/languages/language.js';
import { models } from '../../server/src/core/models/index.js';
import { LineIndex } from '../../server/src/core/text/line-index.js';
import { testHost } from '../support/host.js';

/*
 * A page per SDK (test/models/<language>/<id>.md) shows code as its documentation does. A comment `#: a; b` (`//: a; b`) at the end of a line says
 * what must be recognized there, and nothing else may be: `call` (a model call of this SDK), `client`, `agent`, `tool`, or a flow
 * `label > sink` that arrives there. `client`, `agent` and `tool` are compared in cases that mention them.
 */

const folder = import.meta.dirname;
const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md'))
  .sort();

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

/** What the comments of the case say, as "file:line: note". */
const noted = ({ blocks }: RuleCase): string[] =>
  blocks.flatMap(({ file, lines }) =>
    lines.flatMap((line, at) => {
      const comment = /(?:#|\/\/|\{\/\*)(: |next: )(.+?)(?: *\*\/\})?$/.exec(line);
      const below = comment?.[1] === 'next: ' ? 1 : 0;
      return (comment?.[2] ?? '')
        .split(';')
        .filter(Boolean)
        .map((note) => `${file}:${at + 1 + below}: ${note.trim()}`);
    }),
  );

/** What the analysis finds, in the same form. */
function found({ blocks }: RuleCase, sdk: string): string[] {
  const analysis = new FlowAnalysis(models);
  const indexes = new Map<string, LineIndex>();
  for (const { file, lines } of blocks) {
    const text = lines.join('\n');
    indexes.set(file, new LineIndex(text));
    const language = languageOf(file);
    const tree = language && host.parse(language, text, file);
    if (language && tree) analysis.setModule(lower(language, tree, text, file));
  }
  const { modelCalls, clients, agents, tools, flows } = analysis.run();
  const at = ({ path, range }: Location, note: string): string =>
    `${path}:${indexes.get(path)!.positionAt(range.start).line + 1}: ${note}`;
  return [
    ...modelCalls.filter((call) => call.sdk === sdk).map(({ callee }) => at(callee, 'call')),
    ...clients.map(({ location }) => at(location, 'client')),
    ...agents.map(({ location }) => at(location, 'agent')),
    ...tools.map(({ nameLocation }) => at(nameLocation, 'tool')),
    ...flows
      .filter(({ sink }) => sink !== 'log')
      .map((flow) => at(flow.location, `${flow.label} > ${flow.sink}`)),
  ];
}

describe.each(pages)('%s', (page) => {
  const cases = readCases(readFileSync(join(folder, page), 'utf8'));

  test('is about a model', () => {
    expect(models.map(({ language, id }) => `${language}/${id}`)).toContain(
      `${dirname(page)}/${basename(page, '.md')}`,
    );
  });

  test.each(cases.map((one) => [one.title, one] as const))('%s', (_, one) => {
    const expected = [...new Set(noted(one))];
    const unsaid = ['client', 'agent', 'tool'].filter(
      (kind) => !expected.some((note) => note.endsWith(`: ${kind}`)),
    );
    const actual = found(one, basename(page, '.md')).filter(
      (note) => !unsaid.some((kind) => note.endsWith(`: ${kind}`)),
    );
    expect([...new Set(actual)].sort()).toEqual(expected.sort());
  });
});

test.each(models.map(({ language, id }) => `${language}/${id}`))('%s has a page', (name) => {
  expect(pages).toContain(`${name}.md`);
});
