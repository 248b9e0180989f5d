import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import type { Project } from '../../project.js';
import type { Surface } from '../../surface/surface.js';
import { optionHits } from '../option-hits.js';
import { defineRule, type Hit } from '../rule.js';

export default defineRule({
  id: 'llm-key-in-browser',
  family: 'secret',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM02'],
    owaspLlm2026: ['LLM02'],
    owaspAgentic: ['ASI03'],
    cwe: [522, 200],
    atlas: ['AML.T0055'],
  },
  summary: 'The key of a model provider is used in code that runs in the browser.',
  why: `What runs in the browser can be read by every visitor, the key included. It is used by strangers within hours.`,
  remedy: `Call the provider from your server, and let the page call your server. Revoke the key: it has been delivered with every page so far.`,
  detect: ({ surface, project }) => [
    ...optionHits(surface, 'llm-key-in-browser'),
    ...clientCode(surface, project),
  ],
  fixes: remedies(dangerousOption),
});

/** Clients that are built in modules which bundlers send to the browser, with a key at hand. */
const clientCode = ({ clients }: Surface, project: Project): Hit[] =>
  clients
    .filter(
      ({ apiKey, location }) =>
        apiKey !== undefined && project.module(location.path)?.directives.includes('use client'),
    )
    .map(({ location, name }) => ({
      location,
      message: `${name} is built in the browser, with its key`,
      confidence: 'medium' as const,
    }));
