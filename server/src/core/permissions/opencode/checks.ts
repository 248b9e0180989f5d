import { at, entriesOf, entryAt, type KeyPattern, scalarText } from '../../config/path.js';
import type { Severity } from '../../finding.js';
import { range } from '../../text/range.js';
import { type Check, check, type Found, setting } from '../check.js';
import { isLiteralSecret } from '../credentials.js';
import { hostKind, urlParts } from '../hosts.js';
import { isText, isTrue, truthOf } from '../match.js';
import { reached, shadowedRules } from '../ordered-rules.js';
import { breadthOf, pathDanger } from '../paths.js';
import type { ConfigFile } from '../product.js';
import { remove, setTo } from '../remedies.js';
import type { Remedy } from '../remedy.js';
import type { Risk, Variant } from '../risk.js';
import { fetchedPackage, launchOf } from '../servers/launch.js';
import { commandAllowList } from '../shell/allow-list.js';
import { wildcardDanger } from '../shell/wildcards.js';
import { covers } from '../wildcard.js';
import { asked, type OpenCodeRule, type RuleSet, ruleSets } from './rules.js';

const all: Variant = { id: 'OC-ALL', rule: 'agent-permission-bypass' };
const bash: Variant = { id: 'OC-BASH', rule: 'excessive-tool-grant' };
const outside: Variant = { id: 'OC-EXT', rule: 'excessive-tool-grant' };
const secrets: Variant = { id: 'OC-READ-ENV', rule: 'excessive-tool-grant' };

const ask = (rule: OpenCodeRule): Remedy => ({
  id: 'ask-first',
  title: 'Ask first',
  safety: 'unsafe',
  steps: [{ do: 'replace', at: rule.effect.range, value: 'ask' }],
});

const allows = (set: RuleSet): readonly OpenCodeRule[] =>
  reached(asked(set)).filter(({ decision }) => decision === 'allow');

/** True when a rule that is asked before this one keeps back every call of `tool`. */
const isRestricted = (set: RuleSet, tool: string): boolean =>
  asked(set).find((rule) => rule.pattern === undefined && covers(rule.tool, tool))?.decision !== 'allow' &&
  set.rules.some((rule) => rule.pattern === undefined && covers(rule.tool, tool));

const grants: Check = check([all, bash, outside, secrets], function* (file) {
  for (const set of ruleSets(file)) {
    for (const rule of allows(set)) yield* risksOf(rule, set, file);
  }
});

/** Kilo Code is built on OpenCode and reads the same rules. */
const productOf = ({ path }: ConfigFile): string => (/(?:^|\/)\.?kilo/.test(path) ? 'Kilo Code' : 'OpenCode');

function* risksOf(rule: OpenCodeRule, set: RuleSet, file: ConfigFile): Iterable<Risk> {
  const subject = set.agent === undefined ? productOf(file) : `The agent ${set.agent}`;
  const hit = (variant: Variant, severity: Severity, says: string): Risk => ({
    variant,
    severity,
    range: rule.entry?.range ?? rule.range,
    message: `${subject} ${says}`,
    remedies: [ask(rule)],
  });
  if (rule.tool === '*' && rule.pattern === undefined) {
    yield isRestricted(set, 'bash')
      ? hit(all, 'info', 'runs every tool without asking but those that are named')
      : hit(all, 'error', 'runs every tool and every command without asking');
  } else if (rule.tool === 'bash' && rule.pattern === undefined) {
    yield hit(bash, 'error', 'runs every shell command without asking');
  } else if (rule.tool === 'external_directory' && isBroad(rule.pattern)) {
    yield hit(outside, 'warning', 'reads and changes files outside the project without asking');
  } else if (rule.tool === 'doom_loop' && rule.pattern === undefined) {
    yield hit(outside, 'warning', 'goes on without asking when it repeats the same call over and over');
  } else if (rule.tool === 'read') {
    if (rule.pattern === undefined) {
      if (!set.rules.some(({ tool, pattern }) => tool === 'read' && pattern?.includes('.env') === true))
        yield hit(secrets, 'info', 'reads .env files too, about which it asks by default');
    } else if (pathDanger(rule.pattern, 'read') === 'credentials') {
      yield hit(secrets, 'warning', `brings ${rule.pattern} into the conversation without asking`);
    }
  } else if (
    (rule.tool === 'edit' || rule.tool === 'write') &&
    rule.pattern !== undefined &&
    pathDanger(rule.pattern, 'write') === 'startup'
  ) {
    yield hit(outside, 'warning', `changes ${rule.pattern}, which runs code later, without asking`);
  }
}

const isBroad = (pattern: string | undefined): boolean =>
  pattern === undefined ||
  ['filesystem', 'home', 'parent', 'workspace'].includes(breadthOf(pattern)) ||
  pathDanger(pattern, 'write') !== undefined;

/** Commands that run unasked. Where everything is allowed anyway, single entries add nothing to it. */
const commands: Check = commandAllowList(
  bash,
  (file) =>
    ruleSets(file).flatMap((set) => {
      const inherited =
        set.agent === undefined ? undefined : ruleSets(file).find(({ agent }) => agent === undefined);
      const gated = isRestricted(set, 'bash') || (inherited !== undefined && isRestricted(inherited, 'bash'));
      if (!gated) return [];
      return allows(set).flatMap((rule) =>
        rule.tool !== 'bash' || rule.pattern === undefined
          ? []
          : [{ text: rule.pattern, danger: wildcardDanger(rule.pattern), range: rule.range, rule }],
      );
    }),
  (entries) => ({
    id: 'ask-first',
    title: entries.length === 1 ? 'Ask before this command' : 'Ask before these commands',
    safety: 'unsafe',
    steps: entries.map(({ rule }) => ({ do: 'replace', at: rule.effect.range, value: 'ask' })),
  }),
);

/** A catch-all that stands last decides everything; put first, it is the fallback that it was meant to be. */
const order: Check = shadowedRules<OpenCodeRule>(
  { id: 'OC-ORDER', rule: 'permission-rule-shadowed' },
  {
    rulesOf: (file) => ruleSets(file).map(asked),
    why: 'comes later, and the last match wins',
    severity: 'warning',
    revive: (winner, dead, file) => {
      const [first] = dead;
      const entry = winner.entry;
      if (entry === undefined || first?.entry === undefined || first.tool !== winner.tool) return undefined;
      const between = separatorBehind(first, file);
      if (between === undefined) return undefined;
      const text = file.text.slice(entry.range.start, entry.range.end);
      const start = first.entry.range.start;
      return {
        id: 'put-first',
        title: `Put ${entry.key} first, so that the others count`,
        safety: 'unsafe',
        steps: [
          { do: 'remove', at: [entry.keyRange] },
          { do: 'edit', edits: [{ range: range(start, start), newText: `${text}${between}` }] },
        ],
      };
    },
  },
);

/** Comma, line break and indentation behind an entry of a JSON map, as its author writes them. */
function separatorBehind(rule: OpenCodeRule, file: ConfigFile): string | undefined {
  const entry = rule.entry;
  if (entry === undefined) return undefined;
  return /^\s*,\s*/.exec(file.text.slice(entry.range.end, entry.range.end + 200))?.[0];
}

const absent: Variant = { id: 'OC-DEFAULT', rule: 'agent-permission-bypass', persona: 'strict' };
const legacy: Variant = { id: 'OC-LEGACY', rule: 'excessive-tool-grant', persona: 'strict' };

const defaults: Check = check([absent, legacy], function* (file) {
  const { root } = file;
  if (root === undefined) return;
  const [first] = entriesOf(root);
  if (ruleSets(file).length === 0 && first !== undefined) {
    yield {
      variant: absent,
      severity: 'info',
      range: first.range,
      message: 'Without permission rules OpenCode 1 runs nearly every tool without asking',
      remedies: [
        {
          id: 'ask-by-default',
          title: 'Ask before every tool',
          safety: 'unsafe',
          steps: [{ do: 'put', path: ['permission'], value: { '*': 'ask' } }],
        },
      ],
    };
  }
  const places = [root, ...['agent', 'mode'].flatMap((key) => entriesOf(at(root, key)).map((e) => e.value))];
  const switched = places
    .flatMap((place) => entryAt(place, 'tools') ?? [])
    .find((tools) =>
      entriesOf(tools.value).some(
        ({ key, value }) => /^(?:bash|edit|write|patch)$/.test(key) && truthOf(value) === true,
      ),
    );
  if (switched !== undefined) {
    yield {
      variant: legacy,
      severity: 'info',
      range: switched.keyRange,
      message: 'tools switches tools on and off without asking; permission has allow, ask and deny',
      remedies: [],
    };
  }
});

const agentPlaces = (key: string): readonly KeyPattern[] => [key, `agent/*/${key}`];

const plugin: Variant = { id: 'OC-PLUGIN', rule: 'agent-code-unpinned' };

const plugins: Check = check([plugin], function* (file) {
  for (const node of [at(file.root, 'plugin'), at(file.root, 'plugins')].flatMap((list) =>
    list?.kind === 'list' ? list.items : [],
  )) {
    const spec = scalarText(node) ?? scalarText(at(node, 'package')) ?? '';
    const launch = launchOf([
      { text: 'npx', range: node.range },
      { text: spec, range: node.range },
    ]);
    const found = launch === undefined || spec === '' ? undefined : fetchedPackage(launch);
    if (found === undefined || found.pin === 'exact') continue;
    yield {
      variant: plugin,
      severity: found.pin === 'source' ? 'warning' : 'info',
      range: node.range,
      message: `The plugin ${spec} is fetched in whatever version is there; a bad release runs at once`,
      remedies:
        found.pin === 'source'
          ? []
          : [
              {
                id: 'pin-version',
                title: `Pin ${found.name} to the version that this project uses`,
                safety: 'safe',
                steps: [{ do: 'pin', at: node.range, spec, name: found.name, ecosystem: 'npm' }],
              },
            ],
    };
  }
});

const textOf = (found: Found): string => scalarText(found.node) ?? '';

const settings: readonly Check[] = [
  setting({
    id: 'OC-SHARE',
    rule: 'excessive-tool-grant',
    at: 'share',
    when: isText(/^auto$/),
    severity: 'warning',
    says: 'Every session is published under a link: prompts, files and command output with it',
    remedy: setTo('manual'),
  }),
  setting({
    id: 'OC-SHARE',
    rule: 'excessive-tool-grant',
    at: 'autoshare',
    when: isTrue,
    severity: 'warning',
    says: 'Every session is published under a link: prompts, files and command output with it',
    remedy: setTo(false),
  }),
  setting({
    id: 'OC-INSTR',
    rule: 'rules-file-backdoor',
    at: agentPlaces('instructions/[]'),
    when: isText(/^https?:\/\//i),
    severity: (found) => (/^http:/i.test(textOf(found)) ? 'warning' : 'info'),
    says: (found) =>
      `Instructions come from ${urlParts(textOf(found))?.host ?? 'the network'} at every start: whoever holds that address instructs the agent`,
    remedy: remove(),
  }),
  setting({
    id: 'OC-KEY',
    rule: 'mcp-config-secret',
    at: 'provider/*/options/apiKey',
    when: (node) => node.kind === 'string' && isLiteralSecret('apiKey', node.value),
    severity: 'error',
    says: (found) =>
      `The key of ${found.keys[1] ?? 'this provider'} is written in plain text; anyone with this file can use it`,
    remedy: (found) => ({
      id: 'env-reference',
      title: 'Read the key from the environment',
      safety: 'safe',
      steps: [
        {
          do: 'replace',
          at: found.node.range,
          value: `{env:${(found.keys[1] ?? 'PROVIDER').toUpperCase().replace(/[^A-Z0-9]+/g, '_')}_API_KEY}`,
        },
      ],
    }),
  }),
  setting({
    id: 'OC-BASEURL',
    rule: 'agent-base-url-override',
    at: ['provider/*/options/baseURL', 'provider/*/api'],
    when: isText(
      (url) =>
        /^http:\/\//i.test(url) &&
        ['public', 'drop', 'metadata'].includes(hostKind(urlParts(url)?.host ?? 'localhost')),
    ),
    severity: 'warning',
    says: (found) =>
      `Prompts and keys go to ${urlParts(textOf(found))?.host ?? 'another host'} without encryption`,
  }),
];

export const permissionChecks: readonly Check[] = [grants, commands, order];
export const configChecks: readonly Check[] = [...permissionChecks, defaults, plugins, ...settings];
