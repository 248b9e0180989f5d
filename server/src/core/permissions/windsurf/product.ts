import { scalarText, select, stringNodesOf } from '../../config/path.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, check, setting } from '../check.js';
import { hookChecks } from '../hooks/hook-checks.js';
import { type ConfigFile, inProject, ofUser, type Product } from '../product.js';
import { remove } from '../remedies.js';
import { commandAllowList, removeEntries } from '../shell/allow-list.js';
import { prefixOrPatternDanger } from '../shell/patterns.js';
import { vscodeKey } from '../vscode/keys.js';

const entriesIn = (file: ConfigFile, list: 'Allow' | 'Deny') =>
  vscodeKey(`windsurf.cascadeCommands${list}List`).flatMap((pattern) =>
    select(file.root, pattern).flatMap(({ node }) => stringNodesOf(node)),
  );

/** Prefixes; what is denied wins. */
function commandGrants(file: ConfigFile): readonly ToolGrant[] {
  const denied = entriesIn(file, 'Deny');
  const isDenied = (value: string): boolean =>
    denied.some((other) => value === other.value || value.startsWith(`${other.value} `));
  return [
    ...entriesIn(file, 'Allow').map(({ value, range }): ToolGrant => {
      const dead = isDenied(value);
      return {
        tool: 'command',
        ...(value === '*' ? {} : { specifier: value, matches: 'prefix' as const }),
        decision: 'allow',
        capabilities: ['shell'],
        effective: !dead,
        ...(dead ? { inertBecause: 'it is denied in the same settings' } : {}),
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
  { id: 'WS-ALLOW', rule: 'excessive-tool-grant' },
  (file) =>
    commandGrants(file)
      .filter(({ decision, effective }) => decision === 'allow' && effective)
      .map(({ specifier, range }) => ({
        text: specifier ?? '*',
        danger: prefixOrPatternDanger(specifier ?? '*'),
        range,
      })),
  removeEntries,
);

/** Workflows that run their commands unasked. Seen in files that the product writes; no page of the vendor explains the number. */
const workflowChecks: readonly Check[] = [
  setting({
    id: 'WS-TURBO',
    rule: 'agent-permission-bypass',
    at: 'auto_execution_mode',
    when: (node) => scalarText(node) === '3',
    severity: 'info',
    says: 'The commands of this workflow run without asking (Turbo)',
    remedy: remove(),
  }),
  check([{ id: 'WS-TURBO', rule: 'agent-permission-bypass' }], function* ({ text, document }) {
    const found = /^[ \t]*\/\/[ \t]*turbo-all\b/m.exec(text.slice(document.body?.start ?? 0));
    if (found === null) return;
    const start = (document.body?.start ?? 0) + found.index;
    yield {
      variant: { id: 'WS-TURBO', rule: 'agent-permission-bypass' },
      severity: 'info',
      range: { start, end: start + found[0].length },
      message: 'All commands of this workflow run without asking',
      remedies: [],
    };
  }),
];

/** Sources: docs.devin.ai/desktop/terminal (formerly docs.windsurf.com/windsurf/terminal), docs.windsurf.com/windsurf/cascade/hooks. */
const windsurf: Product = {
  id: 'windsurf',
  name: 'Windsurf',
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
        inProject('.vscode/settings.json', '.windsurf/settings.json', '*.code-workspace'),
        ofUser('Windsurf/User/settings.json'),
      ],
      mentions: /windsurf\.|"windsurf"/,
      grants: commandGrants,
      checks: [allowedCommands],
    },
    {
      kind: 'workflow',
      format: 'front-matter',
      // Antigravity has taken them over.
      places: [
        inProject('.windsurf/workflows/**/*.md', '.agent/workflows/**/*.md', '.agents/workflows/**/*.md'),
      ],
      checks: workflowChecks,
    },
    {
      kind: 'hooks',
      format: 'json',
      places: [inProject('.windsurf/hooks.json', '.codeium/windsurf/hooks.json')],
      checks: hookChecks({ id: 'WS-HOOK', commands: ['hooks/*/[]/command', 'hooks/*/[]/powershell'] }),
    },
  ],
};

export default windsurf;
