import { secretFormats } from '../formats/all.js';
import type { SecretFormat } from '../formats/format.js';
import { assignmentDetectors } from './assignment.js';
import { callDetectors } from './call.js';
import { commandLineDetectors } from './command-line.js';
import { connectionStringDetector, oracleDetector } from './connection-string.js';
import type { Detector } from './detector.js';
import { flagDetector } from './flag.js';
import { headerDetectors } from './header.js';
import { kubernetesDetector } from './kubernetes.js';
import { namedDetector } from './named.js';
import { prefixDetectors } from './prefix.js';
import { privateKeyDetector } from './private-key.js';
import { proseDetectors } from './prose.js';
import { tokenDetector } from './token.js';
import { urlDetectors } from './url.js';

const fromFormat = (format: SecretFormat): Detector =>
  format.nearby ? namedDetector(format) : tokenDetector(format);

/** Makes every detector anew: they hold regular expressions, which carry state. */
export const secretDetectors = (): readonly Detector[] => [
  ...secretFormats.map(fromFormat),
  privateKeyDetector(),
  ...urlDetectors(),
  connectionStringDetector(),
  oracleDetector(),
  ...headerDetectors(),
  ...commandLineDetectors(),
  ...callDetectors(),
  kubernetesDetector(),
  ...prefixDetectors(secretFormats),
  ...assignmentDetectors(secretFormats),
  ...proseDetectors(),
  flagDetector(),
];
