import type { Secret } from './secret.js';

/** "OpenAI API key", "password in a connection string": for the middle of a sentence, without article. */
export const describeSecret = (secret: Pick<Secret, 'provider' | 'noun'>): string =>
  secret.provider === '' ? secret.noun : `${secret.provider} ${secret.noun}`;

/** With its indefinite article: "an OpenAI API key", "a password". */
export function describeWithArticle(secret: Pick<Secret, 'provider' | 'noun'>): string {
  const name = describeSecret(secret);
  // Abbreviations that are spelled out begin with the sound of their first letter's name.
  const spelled = /^[AEFHILMNORSX](?:[A-Z]|\d)|^X\b/.test(name);
  return `${spelled || /^[aeiou1]/i.test(name) ? (/^(?:un|uni|us)[a-z]*\b/i.test(name) && !/^un[^i]/i.test(name) ? 'a' : 'an') : 'a'} ${name}`;
}

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
