import { descendants } from '../../config/path.js';
import { atLeast, type Severity } from '../../finding.js';
import { range } from '../../text/range.js';
import { type Check, check } from '../check.js';
import { directivesIn } from '../directives.js';
import { type HiddenRun, hiddenRuns } from '../hidden-text.js';
import type { ConfigFile } from '../product.js';
import type { PermissionRuleId, Risk, Variant } from '../risk.js';
import { type ShellDanger, shellDangers } from '../shell/dangers.js';

const hidden: Variant = { id: 'HIDDEN-UNICODE', rule: 'rules-file-hidden-unicode' };

/** Invisible characters anywhere in a file, also those that JSON writes as `\u200b`. One hit per kind. */
export const hiddenUnicode: Check = check([hidden], function* (file) {
  const groups = new Map<string, HiddenRun[]>();
  for (const run of hiddenRuns(file.text)) {
    const alike = groups.get(run.what);
    if (alike === undefined) groups.set(run.what, [run]);
    else alike.push(run);
  }
  for (const all of groups.values()) yield* hiddenRisk(all, true);
  if (/\\u(?:20[0-6]|fe[0f]|db40|fff|061c|180e)/i.test(file.text) && file.root !== undefined) {
    for (const { node } of descendants({ node: file.root, keys: [] })) {
      if (node.kind !== 'string') continue;
      const [run] = hiddenRuns(node.value).filter(({ severity }) => severity !== 'info');
      const raw = hiddenRuns(file.text.slice(node.range.start, node.range.end)).length > 0;
      if (run !== undefined && !raw) yield* hiddenRisk([{ ...run, range: node.range }], false);
    }
  }
});

function* hiddenRisk(runs: readonly HiddenRun[], inText: boolean): Iterable<Risk> {
  const [first] = runs;
  if (first === undefined) return;
  const count = runs.reduce((sum, run) => sum + run.count, 0);
  const severity = runs.reduce<Severity>(
    (worst, run) => (atLeast(run.severity, worst) ? run.severity : worst),
    'info',
  );
  const remove = runs.map((run) => ({ range: run.range, newText: '' }));
  yield {
    variant: hidden,
    severity,
    range: first.range,
    message: `${count === 1 ? 'An' : count} ${first.what}${count === 1 ? '' : ''} that people do not see and the model reads`,
    remedies: inText
      ? [
          {
            id: 'remove-hidden',
            title: 'Remove the invisible characters',
            safety: 'safe',
            steps: [{ do: 'edit', edits: remove }],
          },
        ]
      : [],
  };
}

/** Hostile sentences in the text of instructions. */
export const hostileDirectives = (rule: PermissionRuleId, id: string): Check => {
  const variant: Variant = { id, rule, confidence: 'medium' };
  return check([variant], function* (file: ConfigFile) {
    const { body } = file.document;
    for (const directive of directivesIn(file.text, body?.start, body?.end)) {
      yield {
        variant: { ...variant, confidence: directive.confidence },
        severity: directive.kind === 'unattended' ? 'warning' : 'error',
        range: directive.range,
        message: `These instructions ${directive.does}`,
        remedies: [],
      };
    }
  });
};

/** Commands in the text that no instructions need: they open a shell to somebody, or send keys away. */
const hostileCommands = (rule: PermissionRuleId, id: string): Check => {
  const variant: Variant = { id, rule, confidence: 'medium' };
  return check([variant], function* (file: ConfigFile) {
    const start = file.document.body?.start ?? 0;
    const body = file.text.slice(start, file.document.body?.end);
    if (!/\/dev\/(?:tcp|udp)|\b(?:nc|ncat|socat|curl|wget|scp|dig|base64|iwr|irm)\b/.test(body)) return;
    for (const match of body.matchAll(/```[^\n]*\n([\s\S]{1,4000}?)\n[ \t]*```|(?<!!)`([^`\n]{8,500})`/g)) {
      const code = match[1] ?? match[2] ?? '';
      const found = shellDangers(code).find(needless);
      if (found === undefined || isShownAbove(file.text, start + match.index)) continue;
      const at = start + match.index + Math.max(0, match[0].indexOf(found.excerpt));
      const before = file.text.slice(Math.max(start, start + match.index - 200), start + match.index);
      const severity = severityOf(found, before);
      yield {
        // Plain installations are everywhere.
        variant: severity === 'info' ? { ...variant, persona: 'strict' } : variant,
        severity,
        range: range(at, at + found.excerpt.length),
        message: `A command in these instructions ${found.does}`,
        remedies: [],
      };
    }
  });
};

/** Installing something from the network is what many instructions are for; to a place that all can read, what notifications are for. */
const needless = ({ kind, does }: ShellDanger): boolean =>
  kind === 'reverse-shell' ||
  kind === 'download-and-run' ||
  (kind === 'exfiltration' && !/anybody can open/.test(does)) ||
  (kind === 'hidden-code' && /encoding/.test(does));

const severityOf = ({ kind }: ShellDanger, before: string): Severity => {
  if (kind !== 'download-and-run') return 'error';
  return /\b(?:before (?:you )?(?:do|doing|start|starting|using) any(?:thing|\s)|silently|without (?:asking|telling|mentioning))/i.test(
    before,
  )
    ? 'warning'
    : 'info';
};

/** The line of a command, the list or paragraph that it stands in, or the line above that says that it is shown as an attack. */
function isShownAbove(text: string, at: number): boolean {
  const above = text
    .slice(Math.max(0, at - 1200), at)
    .split('\n')
    .slice(-16);
  const start = above
    .slice(0, -1)
    .map((line) => line.trim())
    .lastIndexOf('');
  return (
    above.slice(Math.max(0, start - 1)).some((line) => attack.test(line)) ||
    above.slice(-4).some((line) => attack.test(line))
  );
}

const attack =
  /\b(?:attack\w*|malicious\w*|exploit\w*|payloads?|reverse shells?|exfiltrat\w+|detect\w*|block\w*|deny|denied|never|don't|do not|forbidden|dangerous|suspicious|red flags?|bad|unsafe|inject\w*|reject\w*|refus\w+|vulnerab\w+|pentest\w*|ctf|listener|encode\w*)\b/i;

/** Text in HTML that a browser does not show: no colour of its own, no size, no place. */
const unseen =
  /<(\w{1,12})\b[^>\n]{0,200}(?:style\s*=\s*["'][^"'\n]{0,200}(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?![.\d])|font-size\s*:\s*0(?![.\d])|color\s*:\s*(?:white|#fff(?:fff)?|transparent)\b)[^"'\n]{0,200}["']|\shidden(?=[\s>]))[^>\n]{0,200}>([^<]{20,4000})<\/\1>/gi;

const unseenText: Check = check(
  [{ id: 'HIDDEN-STYLE', rule: 'rules-file-hidden-unicode' }],
  function* (file) {
    if (!/style\s*=|\shidden[\s>]/i.test(file.text)) return;
    for (const match of file.text.matchAll(unseen)) {
      yield {
        variant: { id: 'HIDDEN-STYLE', rule: 'rules-file-hidden-unicode' },
        severity: 'warning',
        range: range(match.index, match.index + match[0].length),
        message: 'This text is styled so that people do not see it, and the model reads it',
        remedies: [],
      };
    }
  },
);

/** What every file of instructions is checked for. */
export const instructionChecks: readonly Check[] = [
  hiddenUnicode,
  unseenText,
  hostileDirectives('rules-file-backdoor', 'RULES-DIRECTIVE'),
  hostileCommands('rules-file-backdoor', 'RULES-COMMAND'),
];
