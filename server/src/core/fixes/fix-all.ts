import type { Analysis } from '../analysis.js';
import { combineFixes } from './combine.js';
import type { FileChange } from './fix.js';

/** Every safe fix for findings in one file that can be applied in one go; the preferred one of each finding. */
export function fixAllSafe(analysis: Analysis, path: string): readonly FileChange[] {
  const fixes = analysis.findings
    .filter(({ location }) => location.path === path)
    .flatMap((finding) => {
      const safe = analysis.fixes(finding).filter((fix) => fix.safety === 'safe');
      return safe.find((fix) => fix.preferred) ?? safe[0] ?? [];
    });
  return combineFixes(fixes).changes;
}
