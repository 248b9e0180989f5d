import type { Role } from '../../surface/model-use.js';
import type { PromptFormat, PromptPart } from '../format.js';
import { roleNamed } from '../markers/roles.js';
import { elementTexts, markupTags } from '../markup.js';
import { rail as dialect } from '../templates/patterns.js';

const elements: ReadonlyMap<string, Role> = new Map([
  ['instructions', 'system'],
  ['prompt', 'user'],
  ['reask_instructions', 'system'],
  ['reask_prompt', 'user'],
]);

/** Guardrails' RAIL: `<messages>` with a role each, or `<instructions>` and `<prompt>`. */
export const rail: PromptFormat = {
  id: 'rail',
  files: ['rail'],
  read({ text }) {
    const parts = elementTexts(text, markupTags(text)).flatMap(({ range, around }): PromptPart[] => {
      const holder = [...around].reverse().find(({ name }) => name === 'message' || elements.has(name));
      if (holder === undefined) return [];
      const role = elements.get(holder.name) ?? roleNamed(holder.attributes.get('role')?.value ?? 'user');
      return [{ range, role, dialect }];
    });
    return { parts };
  },
};
