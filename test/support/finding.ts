import type { Finding } from '../../server/src/core/finding.js';
import type { Project } from '../../server/src/core/project.js';

/** A finding on the first place in `path` where `text` stands. */
export function findingAt(
  project: Project,
  path: string,
  text: string,
  more: Partial<Finding> = {},
): Finding {
  const start = project.file(path)?.text.indexOf(text) ?? -1;
  if (start === -1) throw new Error(`${path} does not hold ${JSON.stringify(text)}`);
  return {
    ruleId: 'llm-output-to-shell',
    severity: 'error',
    confidence: 'high',
    persona: 'regular',
    message: 'Model output runs as a shell command.',
    location: { path, range: { start, end: start + text.length } },
    path: [],
    fingerprint: '0123456789abcdef',
    properties: {},
    ...more,
  };
}
