import { remedies } from '../../fixes/remedy.js';
import { approval } from '../../guards/approval.js';
import { approvalOption } from '../../guards/approval-option.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { toolHints } from '../../guards/tool-hints.js';
import { optionHits } from '../option-hits.js';
import { defineRule } from '../rule.js';
import { unapprovedAgents, unapprovedTools } from '../unapproved-tools.js';

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
  summary: 'A tool that pays, sends, deletes, writes or runs commands runs as soon as the model asks for it.',
  why: `The model decides on its own when to call the tool and with what, and what it reads can make it. A mail that was sent or money that was paid
does not come back.`,
  remedy: `Let a person confirm each call: the framework's approval option, or \`approve()\` as the first line of the tool. Keep amounts, recipients and
targets within fixed bounds.`,
  detect: (context) => [
    ...unapprovedTools(context),
    ...unapprovedAgents(context),
    ...optionHits(context.surface, 'destructive-tool-without-approval'),
  ],
  fixes: remedies(toolHints, approvalOption, approval, dangerousOption),
});
