/**
 * The start of a secret and dots: "sk-pr…". Shows at most six characters and at most a quarter of the value; nothing of values under 16
 * characters, which are passwords rather than tokens.
 */
export function mask(value: string): string {
  const shown = value.length < 16 ? 0 : Math.min(6, Math.floor(value.length / 4));
  return `${value.slice(0, shown).replace(/[^!-~]/g, '')}…`;
}
