import type { ConfigEntry, ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, itemsOf, scalarText, select } from '../../config/path.js';
import type { Capability } from '../../surface/model-use.js';
import type { ToolGrant } from '../agent-config.js';
import { type OrderedRule, orderedGrants } from '../ordered-rules.js';
import type { ConfigFile } from '../product.js';
import { covers } from '../wildcard.js';

export interface OpenCodeRule extends OrderedRule {
  /** The effect, which a fix replaces. */
  readonly effect: ConfigNode;
  /** Entry of a map (version 1); absent in lists of rules (version 2). */
  readonly entry?: ConfigEntry;
}

/** The rules of the file itself or of one agent in it, in the order of the text: the last one that matches wins. */
export interface RuleSet {
  /** Absent: for all agents. */
  readonly agent?: string;
  readonly rules: readonly OpenCodeRule[];
  /** The map or list that holds them, or the lone word. */
  readonly node: ConfigNode;
}

/** Version 1 has a map or a word below `permission`, version 2 a list of rules below `permissions`; agents have their own. */
const places: readonly string[] = [
  'permission',
  'permissions',
  ...['agent', 'agents', 'mode'].flatMap((key) => [`${key}/*/permission`, `${key}/*/permissions`]),
];

export const ruleSets = (file: ConfigFile): readonly RuleSet[] =>
  places.flatMap((place) =>
    select(file.root, place).map(
      ({ node, entry, keys }): RuleSet => ({
        ...(keys.length > 1 ? { agent: keys[1] ?? '' } : {}),
        rules: node.kind === 'list' ? rulesOfList(node) : rulesOfMap(node, entry),
        node,
      }),
    ),
  );

/** Version 2 calls the shell `shell`, version 1 `bash`. */
const toolName = (action: string): string => (action === 'shell' ? 'bash' : action);

const decisionOf = (node: ConfigNode | undefined): ToolGrant['decision'] | undefined => {
  const text = scalarText(node);
  return text === 'allow' || text === 'ask' || text === 'deny' ? text : undefined;
};

function rulesOfList(list: ConfigNode): readonly OpenCodeRule[] {
  return itemsOf(list).flatMap((item) => {
    const effect = at(item, 'effect');
    const decision = decisionOf(effect);
    const resource = scalarText(at(item, 'resource')) ?? '*';
    if (decision === undefined || effect === undefined) return [];
    return [
      {
        tool: toolName(scalarText(at(item, 'action')) ?? '*'),
        ...patternOf(resource),
        decision,
        range: item.range,
        effect,
      },
    ];
  });
}

function rulesOfMap(node: ConfigNode, owner: ConfigEntry | undefined): readonly OpenCodeRule[] {
  const whole = decisionOf(node);
  if (whole !== undefined)
    return [
      {
        tool: '*',
        decision: whole,
        range: owner?.keyRange ?? node.range,
        effect: node,
        ...(owner === undefined ? {} : { entry: owner }),
      },
    ];
  return entriesOf(node).flatMap((entry) => {
    const tool = toolName(entry.key);
    const decision = decisionOf(entry.value);
    if (decision !== undefined) return [ruleOf(tool, '*', decision, entry)];
    return entriesOf(entry.value).flatMap((inner) => {
      const one = decisionOf(inner.value);
      return one === undefined ? [] : [ruleOf(tool, inner.key, one, inner)];
    });
  });
}

const ruleOf = (
  tool: string,
  pattern: string,
  decision: ToolGrant['decision'],
  entry: ConfigEntry,
): OpenCodeRule => ({
  tool,
  ...patternOf(pattern),
  decision,
  range: entry.keyRange,
  effect: entry.value,
  entry,
});

const patternOf = (pattern: string): { pattern?: string } => (/^\*+$/.test(pattern) ? {} : { pattern });

/** In the order in which they are asked: the last one first. */
export const asked = ({ rules }: RuleSet): readonly OpenCodeRule[] => [...rules].reverse();

const capabilities: Readonly<Record<string, readonly Capability[]>> = {
  '*': ['shell', 'read', 'write', 'network', 'browse'],
  bash: ['shell'],
  edit: ['write'],
  write: ['write'],
  patch: ['write'],
  read: ['read'],
  grep: ['read'],
  glob: ['read'],
  list: ['read'],
  external_directory: ['read', 'write'],
  webfetch: ['browse', 'network'],
  websearch: ['browse'],
};

export const openCodeGrants = (file: ConfigFile): readonly ToolGrant[] =>
  ruleSets(file).flatMap((set) => orderedGrants(asked(set), (tool) => capabilities[tool] ?? []));

/** A rule without a pattern stands for every call of its tool. */
export const coversGrant = (broad: ToolGrant, narrow: ToolGrant): boolean =>
  covers(broad.tool, narrow.tool) &&
  (broad.specifier === undefined || covers(broad.specifier, narrow.specifier ?? '*'));
