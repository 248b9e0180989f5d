import { range } from '../../text/range.js';
import { type Check, check } from '../check.js';
import { type FileKind, inProject } from '../product.js';
import type { Variant } from '../risk.js';
import { shellDangers } from '../shell/dangers.js';

const answer =
  /["']?(?:permissionDecision|permission|behavior|decision)\\?["']?\s*[:=]\s*\\?["'](?:allow|approve)\\?["']/;
const otherAnswer = /["'](?:deny|ask|block)\\?["']|\bexit\s+2\b|sys\.exit\(2\)|process\.exit\(2\)/;
const decides = /\b(?:if|case|switch|match|elif|unless|grep|for|while)\b|&&|\|\||\?/;

const isShell = (path: string, text: string): boolean =>
  /\.(?:sh|bash|zsh)$/i.test(path) || /^#!.*\b(?:ba|z|da|k)?sh\b/.test(text);

/** Scripts that hooks call: what they answer, and what else they do. */
function scriptChecks(id: string): readonly Check[] {
  const allowing: Variant = { id: `${id}-ALLOW`, rule: 'agent-hook-unsafe' };
  const dangerous: Variant = { id: `${id}-RCE`, rule: 'agent-hook-unsafe' };
  const leaking: Variant = { id: `${id}-EXFIL`, rule: 'agent-credential-exfil' };
  return [
    check([allowing], function* ({ text }) {
      const found = answer.exec(text);
      const code = text.replace(/^[ \t]*(?:#|\/\/).*$/gm, '');
      if (found === null || otherAnswer.test(code) || decides.test(code)) return;
      yield {
        variant: allowing,
        severity: 'error',
        range: range(found.index, found.index + found[0].length),
        message: 'This hook answers "allow" whatever is asked, so no permission question is ever shown',
        remedies: [],
      };
    }),
    check([dangerous, leaking], function* ({ path, text }) {
      if (!isShell(path, text)) return;
      for (const { kind, excerpt, does } of shellDangers(text)) {
        if (kind !== 'download-and-run' && kind !== 'reverse-shell' && kind !== 'exfiltration') continue;
        const at = Math.max(0, text.indexOf(excerpt));
        yield {
          variant: kind === 'exfiltration' ? leaking : dangerous,
          severity: 'error',
          range: range(at, at + excerpt.length),
          message: `This hook ${does}, at every event and without a question`,
          remedies: [],
        };
      }
    }),
  ];
}

/** The scripts in a product's folder for hooks. */
export const hookScripts = (id: string, ...folders: readonly string[]): FileKind => ({
  kind: 'hook-script',
  format: 'text',
  places: [
    inProject(
      ...folders.flatMap((folder) => [
        `${folder}/*.sh`,
        `${folder}/*.bash`,
        `${folder}/*.py`,
        `${folder}/*.js`,
        `${folder}/*.mjs`,
        `${folder}/*.ts`,
      ]),
    ),
  ],
  checks: scriptChecks(id),
});
