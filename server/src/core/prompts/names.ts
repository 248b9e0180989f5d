import type { Role } from '../surface/model-use.js';

/** Words in names of files, keys and variables, by the role that a prompt of such a name has. */
const roleWords: readonly { readonly role: Role; readonly words: RegExp }[] = [
  {
    role: 'system',
    words: /^(?:system|sys|developer|instructions?|persona|backstory|preamble|guidelines|identity)$/,
  },
  { role: 'user', words: /^(?:user|human|query|question)$/ },
  { role: 'assistant', words: /^(?:assistant|ai)$/ },
];

/** "system" for `system-message.st`, `chat/system.md`, `SYSTEM_PROMPT`, `systemPrompt`; "unknown" when the name does not tell. */
export function roleOfName(path: string): Role {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, '');
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/);
  return roleWords.find((one) => words.some((word) => one.words.test(word)))?.role ?? 'unknown';
}
