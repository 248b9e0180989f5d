import { secretDetectors } from '../../server/src/core/secrets/detectors/all.js';
import { createScanner, type DetectedSecret, type ScanContext } from '../../server/src/core/secrets/scan.js';

/** One scanner for all tests of a file; building its tables takes some milliseconds. */
export const scanner = createScanner(secretDetectors());

export interface Seen {
  readonly id: string;
  readonly text: string;
  readonly secret: DetectedSecret;
}

/** What is found in a text, with the text of each range. */
export const seen = (text: string, context: ScanContext = 'prompt'): readonly Seen[] =>
  scanner.scan(text, { context }).map((secret) => ({
    id: secret.kind.id,
    text: text.slice(secret.range.start, secret.range.end),
    secret,
  }));

/** Found and not taken for a sample. */
export const real = (text: string, context: ScanContext = 'prompt'): readonly Seen[] =>
  seen(text, context).filter(({ secret }) => !secret.sample);
