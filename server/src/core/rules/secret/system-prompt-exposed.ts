import type { Severity } from '../../finding.js';
import { type PromptExposure, promptExposures } from '../../prompts/exposure.js';
import { defineRule, type Hit } from '../rule.js';

export default defineRule({
  id: 'system-prompt-exposed',
  family: 'secret',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM07'],
    owaspLlm2026: ['LLM08'],
    cwe: [200],
    atlas: ['AML.T0056'],
  },
  summary: 'A system prompt is sent to the browser, to a caller or to a log.',
  why: `Who reads the system prompt knows your rules and how to get around them. What the browser sends along as system prompt, its user can also
change.`,
  remedy: `Keep the system prompt on the server and add it there to what comes in. Log an identifier or a hash of it. And write it so that nothing is lost when it
becomes known: it is no place for secrets.`,
  detect: ({ project }) =>
    project.paths.flatMap((path) => {
      const module = project.module(path);
      const text = project.file(path)?.text;
      if (module === undefined || text === undefined) return [];
      return promptExposures(module, text).map((exposure) => hitOf(path, exposure));
    }),
});

const where: Readonly<Record<PromptExposure['to'], string>> = {
  browser: 'is part of the code that the browser loads',
  response: 'is sent back with the answer',
  log: 'is written to the log',
};

const severities: Readonly<Record<PromptExposure['to'], Severity>> = {
  browser: 'warning',
  response: 'warning',
  log: 'info',
};

const hitOf = (path: string, { to, range, name }: PromptExposure): Hit => ({
  location: { path, range },
  message: `The system prompt ${name === '' ? '' : `${name} `}${where[to]}`,
  severity: severities[to],
  key: to,
  properties: { exposed: to },
});
