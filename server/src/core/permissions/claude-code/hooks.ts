import { type Check, setting } from '../check.js';
import { isLiteralSecret } from '../credentials.js';
import { hookChecks } from '../hooks/hook-checks.js';
import { hostKind, urlParts } from '../hosts.js';
import { isText } from '../match.js';

/** Hooks of settings, of `hooks/hooks.json` of plugins, and of the front matter of agents and skills. */
export const claudeHookChecks: readonly Check[] = [
  ...hookChecks({
    id: 'CC-HOOK',
    commands: ['hooks/*/[]/hooks/[]/command'],
    folder: /\$\{?CLAUDE_(?:PROJECT_DIR|PLUGIN_ROOT|SKILL_DIR)/,
  }),
  setting({
    id: 'CC-HOOK-HTTP',
    rule: 'agent-hook-unsafe',
    at: 'hooks/*/[]/hooks/[]/url',
    when: isText((url) => /^http:/i.test(url) && hostKind(urlParts(url)?.host ?? 'localhost') !== 'loopback'),
    severity: 'error',
    says: 'This hook sends what the agent does over an unencrypted connection',
    remedy: ({ node }) => ({
      id: 'use-https',
      title: 'Use an encrypted connection (https)',
      safety: 'unsafe',
      steps: [
        {
          do: 'replace',
          at: node.range,
          value: node.kind === 'string' ? node.value.replace(/^http:/i, 'https:') : '',
        },
      ],
    }),
  }),
  setting({
    id: 'CC-HOOK-HTTP',
    rule: 'mcp-config-secret',
    at: 'hooks/*/[]/hooks/[]/headers/*',
    when: (node, { entry }) => node.kind === 'string' && isLiteralSecret(entry?.key ?? '', node.value),
    severity: 'error',
    says: (found) => `The header ${found.entry?.key ?? ''} of this hook is written in plain text`,
  }),
];
