import type { GuardKind, SinkKind } from '../surface/flow.js';
import type { Capability } from '../surface/model-use.js';

/** Small sets of kinds as bits of a number: they are joined and tested on every step of the analysis. */
const bitsOf = <K extends string>(kinds: Readonly<Record<K, number>>) => ({
  bit: (kind: K): number => 1 << kinds[kind],
  all: (list: readonly K[]): number => list.reduce((bits, kind) => bits | (1 << kinds[kind]), 0),
  list: (bits: number): K[] =>
    (Object.keys(kinds) as K[]).filter((kind) => (bits & (1 << kinds[kind])) !== 0),
});

export const sinkBits = bitsOf<SinkKind>({
  'prompt-system': 0,
  'prompt-user': 1,
  'prompt-template': 2,
  'tool-description': 3,
  memory: 4,
  'code-exec': 5,
  shell: 6,
  sql: 7,
  html: 8,
  path: 9,
  url: 10,
  template: 11,
  deserialization: 12,
  log: 13,
  response: 14,
  'model-choice': 15,
  action: 16,
  dispatch: 17,
  'tool-return': 18,
  credential: 19,
});

export const guardBits = bitsOf<GuardKind>({
  'pii-redaction': 0,
  moderation: 1,
  'injection-check': 2,
  validation: 3,
  delimiting: 4,
  escape: 5,
  'select-only': 6,
  sandbox: 7,
  allowlist: 8,
  approval: 9,
  'length-limit': 10,
  'rate-limit': 11,
  number: 12,
  'single-statement': 13,
});

export const capabilityBits = bitsOf<Capability>({
  'code-exec': 0,
  shell: 1,
  read: 2,
  write: 3,
  delete: 4,
  network: 5,
  sql: 6,
  mail: 7,
  pay: 8,
  browse: 9,
  memory: 10,
  send: 11,
});

/** Every sink: for values that carry no text of their source any more. */
export const EVERYWHERE = -1;

/** Every sink but prompts: text that was checked or escaped is still text for a model. */
export const ALL_BUT_PROMPTS = ~sinkBits.all([
  'prompt-system',
  'prompt-user',
  'prompt-template',
  'tool-description',
  'memory',
]);
