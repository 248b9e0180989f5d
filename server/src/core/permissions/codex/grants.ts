import { scalarText, select } from '../../config/path.js';
import type { ToolGrant } from '../agent-config.js';
import type { ConfigFile } from '../product.js';

const decisions: Readonly<Record<string, ToolGrant['decision']>> = {
  never: 'allow',
  'on-failure': 'allow',
  'on-request': 'ask',
  untrusted: 'ask',
};

/** Who is asked before a command leaves the sandbox, and what the sandbox lets through. */
export const settingsGrants = (file: ConfigFile): readonly ToolGrant[] =>
  ['approval_policy', 'profiles/*/approval_policy'].flatMap((pattern) =>
    select(file.root, pattern).flatMap(({ node, entry, parent, keys }): readonly ToolGrant[] => {
      const decision = decisions[scalarText(node) ?? ''];
      if (decision === undefined || entry === undefined) return [];
      const sandbox =
        textAt(parent, 'sandbox_mode') ??
        textAt(file.root, 'sandbox_mode') ??
        textAt(file.root, 'default_permissions');
      const readsOnly = sandbox === 'read-only' || sandbox === ':read-only';
      const open = sandbox === 'danger-full-access' || sandbox === ':danger-full-access';
      return [
        {
          tool: keys.length > 1 ? `shell, profile ${keys[1]}` : 'shell',
          decision,
          capabilities: [
            'shell',
            'read',
            ...(readsOnly ? [] : (['write'] as const)),
            ...(open ? (['network'] as const) : []),
          ],
          effective: true,
          range: entry.range,
        },
      ];
    }),
  );

const textAt = (node: Parameters<typeof select>[0], key: string): string | undefined =>
  scalarText(select(node, key)[0]?.node);
