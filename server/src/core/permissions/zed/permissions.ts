import { at, entriesOf, itemsOf, scalarText, select } from '../../config/path.js';
import type { Severity } from '../../finding.js';
import type { Capability } from '../../surface/model-use.js';
import type { ToolGrant } from '../agent-config.js';
import { byScope, type Check, check, setting } from '../check.js';
import { isOneOf, isTrue } from '../match.js';
import type { ConfigFile } from '../product.js';
import { setTo } from '../remedies.js';
import type { Variant } from '../risk.js';
import { commandAllowList, removeEntries } from '../shell/allow-list.js';
import { patternDanger } from '../shell/patterns.js';

/** Agent settings count in the user's own file; a project's file is not asked for them (crates/settings_content/src/project.rs). */
const ignored = "Zed reads the agent's permissions from the user's own settings only";

const capabilities: Readonly<Record<string, readonly Capability[]>> = {
  '*': ['shell', 'read', 'write', 'network', 'browse'],
  terminal: ['shell'],
  edit_file: ['write'],
  write_file: ['write'],
  save_file: ['write'],
  create_directory: ['write'],
  copy_path: ['write'],
  move_path: ['write'],
  delete_path: ['write', 'delete'],
  fetch: ['network', 'browse'],
  web_search: ['browse'],
};

const decisions: Readonly<Record<string, ToolGrant['decision']>> = {
  allow: 'allow',
  confirm: 'ask',
  deny: 'deny',
  always_allow: 'allow',
  always_confirm: 'ask',
  always_deny: 'deny',
};

const root = 'agent/tool_permissions';

export function zedGrants(file: ConfigFile): readonly ToolGrant[] {
  const inert = file.scope === 'project' ? ignored : undefined;
  const grant = (
    tool: string,
    word: string,
    range: ToolGrant['range'],
    specifier?: string,
  ): readonly ToolGrant[] => {
    const decision = decisions[word];
    if (decision === undefined) return [];
    return [
      {
        tool,
        ...(specifier === undefined ? {} : { specifier }),
        decision,
        capabilities: capabilities[tool] ?? [],
        effective: inert === undefined,
        ...(inert === undefined ? {} : { inertBecause: inert }),
        range,
      },
    ];
  };
  const permissions = select(file.root, root)[0]?.node;
  const fallback = at(permissions, 'default');
  return [
    ...(fallback === undefined ? [] : grant('*', scalarText(fallback) ?? '', fallback.range)),
    ...entriesOf(at(permissions, 'tools')).flatMap(({ key: tool, value }) =>
      entriesOf(value).flatMap((entry) =>
        entry.key === 'default'
          ? grant(tool, scalarText(entry.value) ?? '', entry.value.range)
          : itemsOf(entry.value).flatMap((item) =>
              grant(tool, entry.key, item.range, scalarText(at(item, 'pattern')) ?? ''),
            ),
      ),
    ),
  ];
}

const misleading = byScope({ project: 'warning', otherwise: 'error' });
const inProject = (file: ConfigFile): string =>
  file.scope === 'project' ? `; in this file it is ignored: ${ignored}` : '';

const defaults: readonly Check[] = [
  setting({
    id: 'ZE-ALL',
    rule: 'agent-permission-bypass',
    at: `${root}/default`,
    when: isOneOf('allow'),
    severity: misleading,
    says: ({ file }) =>
      `Every tool runs without asking, but for what single rules hold back${inProject(file)}`,
    remedy: setTo('confirm'),
  }),
  setting({
    id: 'ZE-OLD',
    rule: 'agent-permission-bypass',
    // `assistant` is what the section was called before.
    at: ['agent/always_allow_tool_actions', 'assistant/always_allow_tool_actions'],
    when: isTrue,
    severity: misleading,
    says: ({ file }) => `Every tool runs without asking, commands included${inProject(file)}`,
    remedy: setTo(false),
  }),
  setting({
    id: 'ZE-TOOL',
    rule: 'excessive-tool-grant',
    at: `${root}/tools/*/default`,
    when: (node, { keys, parent }) => {
      const tool = keys[3] ?? '';
      const gated = ['always_confirm', 'always_deny'].some((list) =>
        itemsOf(at(parent, list)).some((item) =>
          /^\^?(?:\.\*)?\$?$/.test(scalarText(at(item, 'pattern')) ?? '-'),
        ),
      );
      return (
        scalarText(node) === 'allow' && !gated && capabilities[tool] !== undefined && tool !== 'web_search'
      );
    },
    severity: ({ keys, file }): Severity =>
      file.scope === 'project' ? 'info' : keys[3] === 'terminal' ? 'error' : 'warning',
    says: ({ keys, file }) =>
      `${keys[3] === 'terminal' ? 'Every command runs' : `${keys[3] ?? 'This tool'} runs`} without asking${inProject(file)}`,
    remedy: setTo('confirm'),
  }),
];

const patterns: Check = commandAllowList(
  { id: 'ZE-PAT', rule: 'excessive-tool-grant' },
  (file) =>
    file.scope === 'project'
      ? []
      : select(file.root, `${root}/tools/terminal/always_allow/[]`).flatMap(({ node }) => {
          const source = scalarText(at(node, 'pattern'));
          if (source === undefined) return [];
          const flags = scalarText(at(node, 'case_sensitive')) === 'true' ? '' : 'i';
          return [{ text: source, danger: patternDanger(source, flags), range: node.range }];
        }),
  removeEntries,
);

const inert: Variant = { id: 'ZE-INERT', rule: 'permission-rule-inert' };

const inertRules: Check = check([inert], function* (file) {
  if (file.scope !== 'project') return;
  const strict = zedGrants(file).filter(
    ({ decision, specifier }) => decision === 'deny' || (decision === 'ask' && specifier !== undefined),
  );
  const [first] = strict;
  if (first === undefined) return;
  yield {
    variant: inert,
    severity: 'warning',
    range: first.range,
    message: `${strict.length === 1 ? 'This rule protects' : `These ${strict.length} rules protect`} nothing: ${ignored}`,
    remedies: [],
  };
});

export const zedChecks: readonly Check[] = [...defaults, patterns, inertRules];
