import { remedies } from '../../fixes/remedy.js';
import { escapeHtml } from '../../guards/escape-html.js';
import { flowHits } from '../flow-hits.js';
import { defineRule } from '../rule.js';

export default defineRule({
  id: 'llm-output-to-html',
  family: 'output',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM05'],
    owaspLlm2026: ['LLM10'],
    owaspAgentic: ['ASI09'],
    cwe: [79, 1426],
    atlas: ['AML.T0077'],
  },
  summary: 'Text that a model wrote becomes part of a page without escaping.',
  why: `The answer may hold markup that somebody else planted in what the model read. In the page it runs as script of your site: it can
act as the visitor, and an image address is enough to carry data out.`,
  remedy: `- Show it as text: \`textContent\`, \`{answer}\` in JSX, a template with autoescaping, \`html.escape\`.
- If it must be HTML or Markdown, sanitize the rendered HTML last (DOMPurify, \`nh3.clean\`, rehype-sanitize) and refuse foreign images.`,
  detect: ({ surface }) =>
    flowHits(surface, {
      labels: ['model-output'],
      sinks: ['html'],
      message: ({ sinkName }) => `Model output becomes HTML without escaping (${sinkName})`,
    }),
  fixes: remedies(escapeHtml),
});
