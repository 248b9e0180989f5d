import type { Check } from '../check.js';
import { hiddenUnicode } from '../instructions/checks.js';
import { approvalChecks } from './approvals.js';
import { pinningChecks } from './pinning.js';
import { poisonChecks } from './poison.js';
import { reachChecks } from './reach.js';
import { remoteChecks } from './remote.js';
import { type SecretReference, secretChecks } from './secrets.js';
import { superuserCheck } from './superuser.js';
import { typosquatChecks } from './typosquat.js';

/** Everything that can be said about the MCP servers of a file. `reference`: how this client names a secret that is kept elsewhere. */
export const serverChecks = (reference?: SecretReference): readonly Check[] => [
  ...pinningChecks,
  ...remoteChecks,
  ...secretChecks(reference),
  ...reachChecks,
  superuserCheck,
  ...approvalChecks,
  ...poisonChecks,
  ...typosquatChecks,
  hiddenUnicode,
];
