/** Repeatable letters and digits that look random; nothing here was ever a key. */
function alphanumeric(length: number, seed: number): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  let state = seed * 2654435761 + 97;
  return Array.from({ length }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x6d2b79f5) | 0;
    return alphabet[(state >>> 8) % alphabet.length];
  }).join('');
}

/** Made when they are needed, so that no file of the repository holds anything that looks like a key. */
const makers: Readonly<Record<string, () => string>> = {
  openai: () => `sk-${alphanumeric(20, 1)}T3${'BlbkFJ'}${alphanumeric(20, 2)}`,
  'openai-project': () => `sk-${'proj-'}${alphanumeric(74, 3)}T3${'BlbkFJ'}${alphanumeric(74, 4)}`,
  anthropic: () => `sk-${'ant-'}api03-${alphanumeric(93, 5)}AA`,
  google: () => `AIza${'Sy'}${alphanumeric(33, 6)}`,
  groq: () => `gsk${'_'}${alphanumeric(52, 7)}`,
  github: () => `ghp${'_'}${alphanumeric(36, 8)}`,
  // The two halves of a token, for programs that join them.
  'github-start': () => makers.github?.().slice(0, 12) ?? '',
  'github-end': () => makers.github?.().slice(12) ?? '',
  password: () => `Vx7!${alphanumeric(9, 9)}`,
  random: () => alphanumeric(40, 10),
};

/** Replaces `<<openai>>` and the like in fixtures by fake keys. */
export const withFakeSecrets = (text: string): string =>
  text.replace(/<<([a-z-]+)>>/g, (whole, kind: string) => makers[kind]?.() ?? whole);
