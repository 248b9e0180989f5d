import type { Check } from '../check.js';
import { check } from '../check.js';
import type { Risk, Variant } from '../risk.js';
import { commandsOf, programName } from '../shell/words.js';
import { withoutHereDocuments } from './here-documents.js';

const extension: Variant = { id: 'GE-EXT', rule: 'agent-code-unpinned' };

/** A branch moves on; a tag or a commit is taken for a choice. */
function isPinned(args: readonly string[]): boolean {
  const at = args.findIndex((arg) => /^--ref(?:=|$)/.test(arg));
  const ref = args[at]?.split('=')[1] ?? args[at + 1];
  return at >= 0 && !/^(?:main|master|develop|dev|trunk|HEAD|latest|next|nightly)$/i.test(ref ?? '');
}

/** `gemini extensions install https://…` follows the newest commit unless `--ref` names one. */
export const extensionInstalls = (prepare: (text: string) => string = (text) => text): Check =>
  check([extension], function* (file): Iterable<Risk> {
    if (!/\bextensions?\s+install\b/.test(file.text)) return;
    for (const { words, start, end } of commandsOf(withoutHereDocuments(prepare(file.text)))) {
      const at = words.findIndex((word) => /^(?:gemini|qwen)$/.test(programName(word)));
      const [first, second, ...args] = words.slice(at + 1);
      if (at < 0 || !/^extensions?$/.test(first ?? '') || second !== 'install') continue;
      const source = args.find((arg) => /^(?:https?:|git@|ssh:|\w[\w.-]*\/[\w.-]+$)/.test(arg));
      if (source === undefined || isPinned(args)) continue;
      const found = file.text.indexOf(source, start);
      if (found < 0 || found >= end) continue;
      yield {
        variant: extension,
        severity: 'info',
        range: { start: found, end: found + source.length },
        message: 'This extension is whatever is there today; --ref pins it to a commit',
        remedies: [],
      };
    }
  });
