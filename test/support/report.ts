import type { Note } from '../../server/src/core/analysis.js';
import type { Finding } from '../../server/src/core/finding.js';
import type { Fix } from '../../server/src/core/fixes/fix.js';
import type { Report } from '../../server/src/core/report/report.js';
import type { Rule } from '../../server/src/core/rules/rule.js';
import type { Secret } from '../../server/src/core/secrets/secret.js';
import type { Surface } from '../../server/src/core/surface/surface.js';
import { projectOf } from './project.js';

export const emptySurface: Surface = {
  modelCalls: [],
  clients: [],
  agents: [],
  tools: [],
  loops: [],
  options: [],
  flows: [],
  prompts: [],
  secrets: [],
  configs: [],
};

export const shellRule: Rule = {
  id: 'llm-output-to-shell',
  family: 'output',
  since: '0.1.0',
  severity: 'error',
  confidence: 'high',
  persona: 'regular',
  taxonomy: { owaspLlm2025: ['LLM05'], owaspAgentic: ['ASI05'], cwe: [78], atlas: ['AML.T0050'] },
  summary: 'Model output runs as a shell command.',
  why: 'Whoever steers the **model** steers the `shell`.',
  remedy: 'Run a fixed program with checked arguments. See [the guide](https://example.com/guide).',
  detect: () => [],
};

export interface ReportParts {
  readonly findings?: readonly Finding[];
  readonly secrets?: readonly Secret[];
  readonly notes?: readonly Note[];
  readonly fixes?: readonly Fix[];
  readonly suppressed?: Report['suppressed'];
  readonly hidden?: Report['hidden'];
  readonly baselined?: readonly Finding[];
}

/** A report over texts, as if an analysis had found these things. Every finding gets the same fixes. */
export const reportOf = (files: Readonly<Record<string, string>>, parts: ReportParts = {}): Report => ({
  version: '1.2.3',
  rootUri: 'file:///home/user/project/',
  findings: parts.findings ?? [],
  suppressed: parts.suppressed ?? [],
  baselined: parts.baselined ?? [],
  notes: parts.notes ?? [],
  fileCount: Object.keys(files).length,
  rules: new Map([[shellRule.id, shellRule]]),
  project: projectOf(files),
  hidden: parts.hidden ?? [],
  surface: { ...emptySurface, secrets: parts.secrets ?? [] },
  fixes: () => parts.fixes ?? [],
});

/** A secret on the first place in `path` where `value` stands. */
export function secretAt(files: Readonly<Record<string, string>>, path: string, value: string): Secret {
  const start = files[path]?.indexOf(value) ?? -1;
  if (start === -1) throw new Error(`${path} does not hold that value`);
  return {
    format: 'prose-password',
    provider: 'a password',
    noun: 'password',
    ai: false,
    checks: [],
    facts: {},
    location: { path, range: { start, end: start + value.length } },
    masked: `${value.slice(0, 2)}…`,
    confidence: 'high',
    context: 'prompt',
    publishable: false,
    sample: false,
  };
}
