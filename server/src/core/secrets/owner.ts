import type { Secret } from './secret.js';

/** Rules that report secrets written in a file. Each secret belongs to exactly one of them. */
export type SecretRuleId = 'prompt-contains-secret' | 'llm-hardcoded-api-key' | 'secret-near-llm-call';

/**
 * A secret in a prompt reaches the model; a key of a model provider in a program or its configuration lets others use the model; all the
 * rest is a credential that merely stands in the open.
 */
export function ownerOf({ context, ai }: Secret): SecretRuleId {
  if (context === 'prompt') return 'prompt-contains-secret';
  return context === 'client' || (ai && context === 'code')
    ? 'llm-hardcoded-api-key'
    : 'secret-near-llm-call';
}
