import { at, entryAt, scalarText } from '../../config/path.js';
import { range } from '../../text/range.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, check } from '../check.js';
import type { ConfigFile } from '../product.js';
import type { Risk, Variant } from '../risk.js';
import { commandDanger } from '../shell/commands.js';
import { shellDangers } from '../shell/dangers.js';
import { readsSecrets } from '../shell/secrets.js';
import { commandsOf, programOf } from '../shell/words.js';
import { listedTools } from '../tool-lists.js';
import { grantOf } from './grants.js';
import { commandPattern, isUnrestricted, parseRule, shellTools } from './rule.js';

/** Tools that are approved in advance while a skill or command is active. */
export const skillGrants = (file: ConfigFile): readonly ToolGrant[] =>
  listedTools(at(file.root, 'allowed-tools')).flatMap(({ text, range: span }) => {
    const rule = parseRule(text);
    return rule === undefined ? [] : [{ ...grantOf(rule, 'allow'), effective: true, range: span }];
  });

const wholeShell: Variant = { id: 'CC-SKILL-BASH', rule: 'excessive-tool-grant' };
const dynamic: Variant = { id: 'CC-SKILL-DYN', rule: 'skill-manifest-malicious' };
const byItself: Variant = { id: 'CC-SKILL-AUTO', rule: 'excessive-tool-grant' };

const actsOutside =
  /^(?:deploy|publish|release|delete|destroy|drop|purge|rollback|merge|send|pay)(?:s|es|ing)?$/i;

export const skillChecks: readonly Check[] = [
  check([wholeShell], function* (file) {
    for (const { text, range: span } of listedTools(at(file.root, 'allowed-tools'))) {
      const rule = parseRule(text);
      if (rule === undefined || !(shellTools.has(rule.tool) || rule.tool === '*')) continue;
      const anything =
        rule.tool === '*' ||
        isUnrestricted(rule) ||
        ['everything', 'shell'].includes(commandDanger(commandPattern(rule.specifier ?? '')) ?? '');
      if (!anything) continue;
      yield {
        variant: wholeShell,
        severity: 'error',
        range: span,
        message: `${text} runs any command without asking while this is active; name the commands that it needs`,
        remedies: [],
      };
      return;
    }
  }),
  check([dynamic], dynamicCommands),
  check([byItself], function* (file) {
    const described = entryAt(file.root, 'description') ?? entryAt(file.root, 'name');
    const text = `${scalarText(at(file.root, 'name')) ?? ''} ${scalarText(described?.value) ?? ''}`;
    if (
      described === undefined ||
      file.kind !== 'skill' ||
      entryAt(file.root, 'disable-model-invocation') !== undefined
    )
      return;
    // What a skill does is said in its first words.
    if (!text.split(/\W+/, 7).some((word) => actsOutside.test(word))) return;
    yield {
      variant: byItself,
      severity: 'info',
      range: described.range,
      message: 'The model may start this skill by itself, and it changes things outside',
      remedies: [
        {
          id: 'by-person-only',
          title: 'Let only people start it',
          safety: 'unsafe',
          steps: [{ do: 'put', path: ['disable-model-invocation'], value: true }],
        },
      ],
    };
  }),
];

/** `` !`command` `` and fences that start with `!` run before the model sees the text. */
function* dynamicCommands(file: ConfigFile): Iterable<Risk> {
  const start = file.document.body?.start ?? 0;
  const body = file.text.slice(start);
  const inline = [...body.matchAll(/!`([^`\n]{1,2000})`/g)];
  const fenced = [...body.matchAll(/^[ \t]*```!\w*[ \t]*\r?\n([\s\S]{1,4000}?)^[ \t]*```/gm)];
  for (const match of [...inline, ...fenced]) {
    const what = dynamicDanger(match[1] ?? '');
    if (what === undefined) continue;
    yield {
      variant: dynamic,
      severity: 'error',
      range: range(start + match.index, start + match.index + match[0].length),
      message: `This command runs before the model sees the text, and ${what}`,
      remedies: [],
    };
  }
}

function dynamicDanger(command: string): string | undefined {
  const [danger] = shellDangers(command);
  if (danger !== undefined) return danger.does;
  if (/\$ARGUMENTS|\$\{ARGUMENTS\}|(?<![\w$\\])\$[1-9]\b|\$\{[1-9]\}/.test(command))
    return 'what a person or model typed becomes part of it';
  const commands = commandsOf(command);
  if (commands.some((simple) => commandDanger({ words: [programOf(simple)], open: true }) === 'network'))
    return 'reaches the network';
  return readsSecrets(command) ? 'reads credentials into the conversation' : undefined;
}
