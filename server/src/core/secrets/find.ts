import type { SourceFile } from '../project.js';
import { contains, overlaps, type TextRange } from '../text/range.js';
import type { DetectedSecret, ScanContext, Scanner } from './scan.js';
import type { Secret, SecretContext } from './secret.js';

/** A part of a file that is something else than the rest: a prompt in code, the arguments of a client. */
export interface SecretRegion {
  readonly range: TextRange;
  readonly context: SecretContext;
}

export interface SecretSearch {
  readonly scanner: Scanner;
  /** What the file is. In a file that is `other`, only what identifies itself is looked for: the fast path for all ordinary files. */
  readonly context: SecretContext;
  readonly regions?: readonly SecretRegion[];
}

const scanContexts: Readonly<Record<SecretContext, ScanContext>> = {
  prompt: 'prompt',
  client: 'llm-code',
  code: 'llm-code',
  config: 'config',
  other: 'other',
};

/** Secrets of one file, in order, masked. */
export function findSecrets(
  file: SourceFile,
  { scanner, context, regions = [] }: SecretSearch,
): readonly Secret[] {
  const found = [...scanner.scan(file.text, { context: scanContexts[context] })];
  for (const region of regions) {
    // Prompts are read as language too, which the scan of the whole file does not do.
    if (region.context !== 'prompt' || context === 'prompt') continue;
    const text = file.text.slice(region.range.start, region.range.end);
    for (const secret of scanner.scan(text, { context: 'prompt' })) {
      const range = {
        start: secret.range.start + region.range.start,
        end: secret.range.end + region.range.start,
      };
      if (!found.some((other) => overlaps(other.range, range))) found.push({ ...secret, range });
    }
  }
  return found
    .sort((a, b) => a.range.start - b.range.start)
    .map((secret) => toSecret(secret, file.path, contextOf(secret.range, context, regions)));
}

/** The context of the innermost region around a range. */
function contextOf(range: TextRange, whole: SecretContext, regions: readonly SecretRegion[]): SecretContext {
  let innermost: SecretRegion | undefined;
  for (const region of regions) {
    if (
      contains(region.range, range) &&
      (innermost === undefined || contains(innermost.range, region.range))
    ) {
      innermost = region;
    }
  }
  return innermost?.context ?? whole;
}

/** A detected secret as the surface holds it; for secrets that the engine finds with `Scanner.scanPieces`, too. */
export const toSecret = (detected: DetectedSecret, path: string, context: SecretContext): Secret => ({
  format: detected.kind.id,
  provider: detected.kind.provider,
  noun: detected.kind.noun,
  location: { path, range: detected.range },
  masked: detected.masked,
  confidence: detected.confidence,
  context,
  publishable: detected.publishable,
  sample: detected.sample,
  ai: detected.kind.ai ?? false,
  checks: detected.checks,
  facts: detected.facts,
  ...(detected.kind.revoke && { revokeUrl: detected.kind.revoke }),
  ...(detected.kind.variable && { variable: detected.kind.variable }),
});
