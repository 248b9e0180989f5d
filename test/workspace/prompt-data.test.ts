import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findSensitiveData } from '../../server/src/core/secrets/personal/find.js';
import { PromptData } from '../../server/src/core/workspace/prompt-data.js';

const pieces = fc.constantFrom(
  'You help customers. ',
  'Write to jane.miller@contoso.com first. ',
  'Her social security number is 536-22-8145. ',
  'Call +1 415 555 2671 about it.\n',
  'See https://wiki.corp.internal/refunds. ',
  '"""\n',
);
const ranges = fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { minLength: 1, maxLength: 6 });

test('what is remembered of prompts is what looking through the file finds', () => {
  let found = 0;
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), ranges, fc.array(pieces), (parts, places, typed) => {
      const memory = new PromptData();
      for (const text of [parts.join(''), [...typed, ...parts].join('')]) {
        memory.nextRound();
        const file = { path: 'app.py', text };
        const prompts = places.map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
        const all = findSensitiveData(file, { context: 'prompt', ranges: prompts });
        found += all.length;
        expect(memory.of(file, prompts)).toEqual(all);
      }
    }),
  );
  expect(found).toBeGreaterThan(0);
});
