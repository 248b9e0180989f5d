import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import type { Module } from '../../ir/module.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-sql-agent-unguarded',
  family: 'tool',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI02'],
    cwe: [89, 250],
    atlas: ['AML.T0101'],
  },
  summary: 'An agent writes and runs its own SQL, and nothing holds it to reading.',
  why: `Such a chain runs whatever statement the model comes up with, with the rights of its connection. A question can be phrased so that the answer is a
\`DELETE\`.`,
  remedy: `Connect with a role that may only read the tables needed, in read-only transactions with a timeout, and check each statement before it runs.`,
  detect: ({ surface, project }) =>
    optionHits(surface, 'llm-sql-agent-unguarded').filter(
      ({ location }) => !connectsToRead(project.module(location.path)),
    ),
  fixes: remedies(dangerousOption),
});

/** A connection of the file that can only read: by an option, or by the role that it logs in as. */
const connectsToRead = (module: Module | undefined): boolean =>
  module?.functions.some(({ body }) =>
    body.some((one) => {
      if (one.op === 'const') return typeof one.value === 'string' && READ_ONLY.test(one.value);
      if (one.op === 'call') return one.args.some(({ name }) => name !== undefined && OPTION.test(name));
      return one.op === 'object' && one.entries.some(({ key }) => key !== undefined && OPTION.test(key));
    }),
  ) === true;

const OPTION = /^(?:\w+_)?read_?only$/i;

/** In addresses and options of a connection. */
const READ_ONLY =
  /[?&;]mode=ro\b|default_transaction_read_only=on|:\/\/(?:\w{1,40}_)?(?:ro|readonly|read_only|reader|reporting|viewer)(?:_\w{1,40})?[:@]/i;
