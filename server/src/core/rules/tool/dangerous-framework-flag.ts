import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import type { Module } from '../../ir/module.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'dangerous-framework-flag',
  family: 'tool',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI05'],
    cwe: [1188, 94],
    atlas: ['AML.T0053'],
  },
  summary: 'An option switches off a protection that the framework has on by default.',
  why: `Frameworks ask for flags such as \`allow_dangerous_code=True\` so that nobody turns the danger on by accident. With the flag set, what
the model writes or chooses runs, is loaded or is sent without a further check.`,
  remedy: `Remove the option, or set it to its safe value. If the feature is needed, give it a sandbox, an allowlist or an approval step, and
accept the finding with the reason.`,
  detect: ({ surface, project }) =>
    optionHits(surface, 'dangerous-framework-flag').map((hit) =>
      hit.variant === 'PY-LC-DES' && savesIndex(project.module(hit.location.path))
        ? { ...hit, severity: 'info' }
        : hit,
    ),
  fixes: remedies(dangerousOption),
});

/** A program that loads the index that it wrote itself is no worse off for it. */
const savesIndex = (module: Module | undefined): boolean =>
  module?.functions.some(({ body }) => body.some((one) => one.op === 'get' && one.key === 'save_local')) ===
  true;
