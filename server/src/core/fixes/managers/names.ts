/** A name for a secret in the style of others: in the folder that they share, with words joined as in the last of them. */
export function nameLike(examples: readonly string[], words: readonly string[], natural: string): string {
  const plain = examples.filter((name) => /^[\w./@:-]+$/.test(name));
  const last = plain.at(-1);
  if (last === undefined) return natural;
  const folders = plain.map((name) => name.slice(0, name.lastIndexOf('/') + 1));
  const shared = folders.reduce((a, b) => (b.startsWith(a) ? a : commonFolder(a, b)));
  return shared + joined(words, last.slice(last.lastIndexOf('/') + 1));
}

function commonFolder(a: string, b: string): string {
  let end = 0;
  for (let i = 0; i < Math.min(a.length, b.length) && a[i] === b[i]; i++) if (a[i] === '/') end = i + 1;
  return a.slice(0, end);
}

function joined(words: readonly string[], like: string): string {
  const capital = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  if (/^[A-Z][A-Z0-9_]*$/.test(like)) return words.join('_').toUpperCase();
  if (like.includes('-')) return words.join('-');
  if (like.includes('_')) return words.join('_');
  if (like.includes('.')) return words.join('.');
  if (/^[A-Z]/.test(like)) return capital.join('');
  if (/[a-z][A-Z]/.test(like)) return `${words[0] ?? ''}${capital.slice(1).join('')}`;
  return words.join('-');
}
