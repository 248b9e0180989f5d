import type { Secret } from './secret.js';

/** "OpenAI API key", "password in a connection string": for the middle of a sentence, without article. */
export const describeSecret = (secret: Pick<Secret, 'provider' | 'noun'>): string =>
  secret.provider === '' ? secret.noun : `${secret.provider} ${secret.noun}`;

/** What to do about a secret that is out: "Revoke it at https://... and read the new one from OPENAI_API_KEY." */
export function rotationAdvice(secret: Secret): string {
  const revoke = secret.revokeUrl
    ? `Revoke it at ${secret.revokeUrl}`
    : 'Revoke or change it where it was issued';
  const replace = secret.variable
    ? ` and read the new one from ${secret.variable}`
    : ' and keep the new one out of files';
  return `${revoke}${replace}: whoever has read this file or its history may still have it.`;
}
