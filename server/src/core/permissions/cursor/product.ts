import { scalarText, select } from '../../config/path.js';
import { check, setting } from '../check.js';
import { hookChecks } from '../hooks/hook-checks.js';
import { hookScripts } from '../hooks/hook-scripts.js';
import { hiddenUnicode, hostileDirectives, instructionChecks } from '../instructions/checks.js';
import { inProject, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';
import { shellDangers } from '../shell/dangers.js';
import { covers } from '../wildcard.js';
import { cliChecks, cliGrants, editorChecks, editorGrants, sandboxChecks } from './permissions.js';

const environment = { id: 'CU-ENV', rule: 'agent-config-backdoor' } as const;

/** Hooks that guard something: their failure must not count as consent. */
const guardEvents = /^before/;

/** `git` stands for git with any arguments, `**` for every path. */
const coversArgument = (broad: string, narrow: string): boolean =>
  broad === narrow || narrow.startsWith(`${broad} `) || covers(broad, narrow);

/** Sources: cursor.com/docs/reference/{permissions,sandbox}, /docs/agent/hooks, /docs/cli/reference/permissions. */
const cursor: Product = {
  id: 'cursor',
  name: 'Cursor',
  readsAbove: true,
  merges: {
    wins: 'strictest',
    covers: (broad, narrow) =>
      broad.tool === narrow.tool && coversArgument(broad.specifier ?? '*', narrow.specifier ?? '*'),
  },
  files: [
    {
      kind: 'permissions',
      format: 'json',
      places: [inProject('.cursor/permissions.json')],
      grants: editorGrants,
      checks: editorChecks,
    },
    { kind: 'sandbox', format: 'json', places: [inProject('.cursor/sandbox.json')], checks: sandboxChecks },
    {
      kind: 'cli',
      format: 'json',
      places: [inProject('.cursor/cli.json'), ofUser('.cursor/cli-config.json')],
      grants: cliGrants,
      checks: cliChecks,
    },
    {
      kind: 'mcp',
      format: 'json',
      places: [inProject('.cursor/mcp.json')],
      servers: (file) => readServers(file.root, ['mcpServers']),
      checks: serverChecks((variable) => ({ text: `\${env:${variable}}` })),
    },
    hookScripts('CU-HOOK', '.cursor/hooks'),
    {
      kind: 'hooks',
      format: 'json',
      places: [inProject('.cursor/hooks.json')],
      checks: [
        ...hookChecks({ id: 'CU-HOOK', commands: ['hooks/*/[]/command'] }),
        setting({
          id: 'CU-HOOK',
          rule: 'agent-hook-unsafe',
          at: 'hooks/*/[]/command',
          when: (node, { keys }) =>
            guardEvents.test(keys[1] ?? '') && /\|\|\s*(?:true|:|exit 0|echo)\b/.test(scalarText(node) ?? ''),
          severity: 'warning',
          says: 'When this guard fails, the action goes through all the same',
        }),
      ],
    },
    {
      kind: 'environment',
      format: 'json',
      places: [inProject('.cursor/environment.json')],
      checks: [
        check([environment], function* (file) {
          const commands = ['install', 'start', 'update', 'terminals/[]/command'].flatMap((key) => [
            ...select(file.root, key),
          ]);
          for (const { node, entry } of commands) {
            const danger = shellDangers(scalarText(node) ?? '').find(({ kind }) => kind !== 'privilege');
            if (danger === undefined) continue;
            yield {
              variant: environment,
              severity: danger.kind === 'download-and-run' ? 'warning' : 'error',
              range: entry?.range ?? node.range,
              message: `Setting up the agent's machine ${danger.does}`,
              remedies: [],
            };
          }
        }),
      ],
    },
    {
      kind: 'rules',
      format: 'front-matter',
      places: [inProject('.cursor/rules/**/*.mdc', '.cursor/rules/**/*.md', '.cursorrules')],
      checks: [hiddenUnicode, hostileDirectives('rules-file-backdoor', 'CU-RULE')],
    },
    {
      kind: 'agent',
      format: 'front-matter',
      places: [inProject('.cursor/agents/*.md', '.cursor/commands/**/*.md')],
      checks: instructionChecks,
    },
  ],
};

export default cursor;
