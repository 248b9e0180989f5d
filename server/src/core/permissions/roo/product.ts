import { at, entriesOf, itemsOf, scalarText, select, stringNodesOf } from '../../config/path.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, check } from '../check.js';
import { hiddenUnicode } from '../instructions/checks.js';
import { truthOf } from '../match.js';
import { type ConfigFile, inProject, ofUser, type Product } from '../product.js';
import type { Risk, Variant } from '../risk.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';
import { commandAllowList, removeEntries } from '../shell/allow-list.js';
import { prefixDanger } from '../shell/wildcards.js';
import { vscodeKey } from '../vscode/keys.js';

/** Roo Code and its fork Kilo Code share their settings. */
const extensions = ['roo-cline', 'kilo-code'];

const stringsAt = (file: ConfigFile, name: string) =>
  [
    ...extensions.flatMap((extension) => vscodeKey(`${extension}.${name}`)),
    `globalSettings/${name}`,
    name,
  ].flatMap((pattern) => select(file.root, pattern).flatMap(({ node }) => stringNodesOf(node)));

/** Both lists hold prefixes and the longer match wins, so an entry is dead when the same text is denied. */
function commandGrants(file: ConfigFile): readonly ToolGrant[] {
  const denied = stringsAt(file, 'deniedCommands');
  return [
    ...stringsAt(file, 'allowedCommands').map(({ value, range }): ToolGrant => {
      const dead = denied.some((other) => other.value.trim() === value.trim());
      return {
        tool: 'command',
        ...(value === '*' ? {} : { specifier: value, matches: 'prefix' as const }),
        decision: 'allow',
        capabilities: ['shell'],
        effective: !dead,
        ...(dead ? { inertBecause: 'the same prefix is denied' } : {}),
        range,
      };
    }),
    ...denied.map(
      ({ value, range }): ToolGrant => ({
        tool: 'command',
        specifier: value,
        matches: 'prefix',
        decision: 'deny',
        capabilities: ['shell'],
        effective: true,
        range,
      }),
    ),
  ];
}

const allowedCommands: Check = commandAllowList(
  { id: 'RO-CMD', rule: 'excessive-tool-grant' },
  (file) =>
    commandGrants(file)
      .filter(({ decision, effective }) => decision === 'allow' && effective)
      .map(({ specifier, range }) => ({
        text: specifier ?? '*',
        danger: specifier === undefined ? 'everything' : prefixDanger(specifier),
        range,
      })),
  removeEntries,
);

const auto: Variant = { id: 'RO-AUTO', rule: 'agent-permission-bypass' };

const switches: Readonly<Record<string, readonly ['error' | 'warning', string]>> = {
  alwaysAllowWriteOutsideWorkspace: ['error', 'changes files outside the project'],
  alwaysAllowWriteProtected: ['error', 'changes its own settings and other protected files'],
  alwaysAllowExecute: ['error', 'runs the allowed commands'],
  alwaysAllowReadOnlyOutsideWorkspace: ['error', 'reads files outside the project'],
  alwaysAllowMcp: ['warning', 'calls the tools of MCP servers'],
};

/** Exported settings, or those that `autoImportSettingsPath` names. Without the main switch the others do nothing. */
const autoApproval: Check = check([auto], function* (file) {
  for (const { node } of [
    ...select(file.root, 'globalSettings'),
    ...(file.root === undefined ? [] : [{ node: file.root }]),
  ]) {
    if (truthOf(at(node, 'autoApprovalEnabled')) === false) continue;
    const on = entriesOf(node).flatMap((entry) => {
      const known = switches[entry.key];
      return known === undefined || truthOf(entry.value) !== true
        ? []
        : [{ entry, severity: known[0], does: known[1] }];
    });
    for (const severity of ['error', 'warning'] as const) {
      const hits = on.filter((one) => one.severity === severity);
      const [first] = hits;
      if (first === undefined) continue;
      yield {
        variant: auto,
        severity,
        range: first.entry.range,
        message: `Roo ${hits.map(({ does }) => does).join(', ')} without asking`,
        remedies: [
          {
            id: 'safe-value',
            title: 'Ask first',
            safety: 'unsafe',
            steps: hits.map(({ entry }) => ({ do: 'replace', at: entry.value.range, value: false })),
          },
        ],
      } satisfies Risk;
    }
  }
});

const mode: Variant = { id: 'RO-MODE', rule: 'excessive-tool-grant' };

/** A mode that may edit every file, run commands and call servers has all there is. */
const modes: Check = check([mode], function* (file) {
  for (const { node } of select(file.root, 'customModes/[]')) {
    const groups = at(node, 'groups');
    const names = stringNodesOf(groups).map(({ value }) => value);
    const edits = itemsOf(groups).some(
      (group) =>
        (group.kind === 'string' && group.value === 'edit') ||
        (scalarText(itemsOf(group)[0]) === 'edit' && at(itemsOf(group)[1], 'fileRegex') === undefined),
    );
    if (groups === undefined || !edits || !names.includes('command') || !names.includes('mcp')) continue;
    yield {
      variant: mode,
      severity: 'info',
      range: groups.range,
      message: `The mode ${scalarText(at(node, 'slug')) ?? ''} edits every file, runs commands and calls servers; fileRegex keeps edits to what it works on`,
      remedies: [],
    };
  }
});

/** Sources: RooCodeInc/Roo-Code packages/types/src/{global-settings,mode,tool}.ts, src/package.json. */
const roo: Product = {
  id: 'roo',
  name: 'Roo Code',
  merges: {
    wins: 'strictest',
    covers: (broad, narrow) =>
      broad.tool === narrow.tool &&
      (broad.specifier === narrow.specifier || narrow.specifier?.startsWith(`${broad.specifier} `) === true),
  },
  files: [
    {
      kind: 'editor-settings',
      format: 'json',
      places: [
        inProject(
          '.vscode/settings.json',
          '*.code-workspace',
          '.devcontainer/devcontainer.json',
          '.devcontainer.json',
        ),
        ofUser('Code/User/settings.json'),
      ],
      mentions: /"(?:roo-cline|kilo-code)\.|"(?:roo-cline|kilo-code)"/,
      grants: commandGrants,
      checks: [allowedCommands],
    },
    {
      kind: 'settings',
      format: 'json',
      places: [
        inProject(
          'roo-code-settings.json',
          'roo-settings.json',
          '.roo/settings.json',
          'kilo-code-settings.json',
        ),
      ],
      grants: commandGrants,
      checks: [autoApproval, allowedCommands],
    },
    {
      kind: 'modes',
      format: 'yaml',
      places: [inProject('.roomodes', '.kilocodemodes', 'custom_modes.yaml')],
      checks: [modes, hiddenUnicode],
    },
    {
      kind: 'mcp',
      format: 'json',
      places: [inProject('.roo/mcp.json', '.kilocode/mcp.json'), ofUser('mcp_settings.json')],
      servers: (file) => readServers(file.root, ['mcpServers']),
      checks: serverChecks((variable) => ({ text: `\${env:${variable}}` })),
    },
  ],
};

export default roo;
