import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Host } from '../../server/src/core/host.js';
import { withFakeSecrets } from '../support/fake-secrets.js';
import { testHost } from '../support/host.js';
import { applyFix, Bench } from './support.js';

let host: Host;
beforeAll(async () => {
  host = await testHost();
});

const token = withFakeSecrets('<<github>>');

/** Text with what YAML, JSON and templates have marks for. */
const piece = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    ' ',
    '. ',
    '\n',
    '"',
    "'",
    ':',
    ' #',
    '- ',
    '{{x}}',
    '[',
    '}',
    '%',
    '|',
    'é',
    '\\',
    ',',
  ),
  maxLength: 14,
});

const message = fc.record({
  role: fc.constantFrom('system', 'user', 'assistant'),
  content: fc.tuple(piece, piece).map(([a, b]) => `${a}You help.${b}`),
});

const prompt = fc.record({
  model: fc.constant('gpt-5'),
  messages: fc.array(message, { minLength: 1, maxLength: 3 }),
});

const told = fc.tuple(prompt, fc.nat(), piece, fc.boolean()).map(([document, at, before, alone]) => ({
  ...document,
  messages: document.messages.map((one, i) =>
    i === at % document.messages.length
      ? { ...one, content: alone ? token : `${one.content} ${before} Use ${token} now. ${one.content}` }
      : one,
  ),
}));

type Document = ReturnType<typeof told.generate>['value'];

const writers: Readonly<Record<string, (document: Document) => string>> = {
  json: (document) => JSON.stringify(document, null, 2),
  yaml: (document) => stringify(document),
  'yaml with plain texts': (document) => stringify(document, { lineWidth: 0, defaultStringType: 'PLAIN' }),
};

test.each(Object.entries(writers))('%s stays valid and else the same', (name, write) => {
  const path = `prompts/p.${name === 'json' ? 'json' : 'yaml'}`;
  let fixes = 0;
  fc.assert(
    fc.property(told, (document) => {
      const files = { [path]: write(document) };
      const bench = new Bench(host, files);
      const findings = bench.analysis.findings.filter(({ ruleId }) => ruleId === 'prompt-contains-secret');
      for (const fix of findings.flatMap((finding) => bench.fixes(finding))) {
        fixes++;
        const after = applyFix(files, fix)[path] ?? '';
        const now = parse(after) as Document;
        expect(after).not.toContain(token);
        expect(now.model).toBe('gpt-5');
        const others = document.messages.filter(({ content }) => !content.includes(token));
        const kept = now.messages.filter(({ content }) => others.some((one) => one.content === content));
        expect(kept.length).toBe(others.length);
        expect(now.messages.every(({ content }) => typeof content === 'string')).toBe(true);
        expect(now.messages.length).toBe(document.messages.length - (fix.id === 'remove-message' ? 1 : 0));
      }
    }),
    { numRuns: 60 },
  );
  expect(fixes).toBeGreaterThan(60);
});
