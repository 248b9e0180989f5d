import { remedies } from '../../fixes/remedy.js';
import { approval } from '../../guards/approval.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import type { Capability, Tool } from '../../surface/model-use.js';
import { optionHits } from '../option-hits.js';
import { defineRule, type Hit } from '../rule.js';

/** What cannot be taken back, in words for the message. Running commands and code have rules of their own. */
const effects: ReadonlyMap<Capability, string> = new Map([
  ['pay', 'pays'],
  ['mail', 'sends messages'],
  ['delete', 'deletes'],
]);

export default defineRule({
  id: 'destructive-tool-without-approval',
  family: 'tool',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI02', 'ASI09'],
    cwe: [862, 250],
    atlas: ['AML.T0101'],
  },
  summary: 'A tool that pays, sends or deletes runs as soon as the model asks for it.',
  why: `The model decides on its own when to call the tool and with what, and what it reads can make it. A mail that was sent or money that was paid
does not come back.`,
  remedy: `Let a person confirm each call: the framework's approval option, or \`approve()\` as the first line of the tool. Keep amounts, recipients and
targets within fixed bounds.`,
  detect: ({ surface }) => [
    ...surface.tools.filter(({ approval }) => approval === 'missing').flatMap(hit),
    ...optionHits(surface, 'destructive-tool-without-approval'),
  ],
  fixes: remedies(approval, dangerousOption),
});

function hit({ capabilities, name, nameLocation }: Tool): Hit[] {
  const effect = capabilities.map((capability) => effects.get(capability)).find((word) => word !== undefined);
  return effect === undefined
    ? []
    : [{ location: nameLocation, message: `${titleOf(name)} ${effect} without asking anybody` }];
}

/** Handlers are often named by their property (`execute`), which tells nothing. */
const titleOf = (name: string): string =>
  /^(?:|execute|run|call|func|handler|invoke|_run|_call|forward|default|<.*>)$/.test(name)
    ? 'A tool'
    : `Tool ${name}`;
