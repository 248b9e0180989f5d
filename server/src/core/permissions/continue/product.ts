import { at, stringNodesOf } from '../../config/path.js';
import type { Capability } from '../../surface/model-use.js';
import { type Check, check } from '../check.js';
import { neverReached, type OrderedRule, orderedGrants, shadowedRules } from '../ordered-rules.js';
import { pathDanger } from '../paths.js';
import { type ConfigFile, inProject, type Product } from '../product.js';
import type { Risk, Variant } from '../risk.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';
import { type AllowedCommand, commandAllowList } from '../shell/allow-list.js';
import { wildcardDanger } from '../shell/wildcards.js';

const lists = [
  ['exclude', 'deny'],
  ['ask', 'ask'],
  ['allow', 'allow'],
] as const;

/** `Bash`, `Write(**∕*.ts)`; what is excluded wins over what is asked about, and that over what is allowed. */
function permissionRules(file: ConfigFile): readonly OrderedRule[] {
  return lists.flatMap(([list, decision]) =>
    stringNodesOf(at(file.root, list)).map(({ value, range }) => {
      const parts = /^\s*([\w*.:-]+)\s*(?:\((.*)\))?\s*$/s.exec(value);
      const inner = parts?.[2]?.trim();
      const whole = inner === undefined || inner === '' || /^\*+$/.test(inner);
      return { tool: parts?.[1] ?? value, ...(whole ? {} : { pattern: inner }), decision, range };
    }),
  );
}

const capabilitiesOf = (tool: string): readonly Capability[] => {
  if (tool === '*') return ['shell', 'read', 'write', 'network', 'browse'];
  if (tool === 'Bash') return ['shell'];
  if (/^(?:Write|Edit|MultiEdit)$/.test(tool)) return ['write'];
  return tool === 'Fetch' ? ['network', 'browse'] : /^(?:Read|List|Search|Diff)$/.test(tool) ? ['read'] : [];
};

const allowed = (file: ConfigFile): readonly OrderedRule[] => {
  const rules = permissionRules(file);
  const dead = neverReached(rules);
  return rules.filter((rule) => rule.decision === 'allow' && !dead.has(rule));
};

const row: Variant = { id: 'CO-PERM', rule: 'excessive-tool-grant' };

const moveToAsk = (entries: readonly Pick<AllowedCommand, 'range'>[]): Risk['remedies'][number] => ({
  id: 'ask-first',
  title: entries.length === 1 ? 'Ask before this' : 'Ask before each of these',
  safety: 'unsafe',
  steps: [{ do: 'move', at: entries.map(({ range }) => range), to: ['ask'] }],
});

const commands: Check = commandAllowList(
  row,
  (file) =>
    allowed(file).flatMap(({ tool, pattern, range }) =>
      tool !== 'Bash' && tool !== '*'
        ? []
        : [
            {
              text: pattern ?? tool,
              danger: pattern === undefined ? ('everything' as const) : wildcardDanger(pattern),
              range,
            },
          ],
    ),
  moveToAsk,
);

const writers: Check = check([row], function* (file) {
  for (const { tool, pattern, range } of allowed(file)) {
    const startup = pattern !== undefined && pathDanger(pattern, 'write') === 'startup';
    if (
      !/^(?:Write|Edit|MultiEdit)$/.test(tool) ||
      (pattern !== undefined && pattern !== '**' && pattern !== '**/*' && !startup)
    )
      continue;
    yield {
      variant: row,
      severity: 'warning',
      range,
      message: startup
        ? `${tool} changes files that run code later, without asking`
        : `${tool} changes any file of the project without asking, hooks and workflows included`,
      remedies: [moveToAsk([{ range }])],
    };
  }
});

const reference = (variable: string): { readonly text: string } => ({ text: `\${{ secrets.${variable} }}` });

/** Sources: continuedev/continue docs/cli/tool-permissions.mdx, docs/reference (config.yaml: mcpServers, `${{ secrets.NAME }}`). */
const continueDev: Product = {
  id: 'continue',
  name: 'Continue',
  files: [
    {
      kind: 'permissions',
      format: 'yaml',
      places: [inProject('.continue/permissions.yaml', '.continue/permissions.yml')],
      grants: (file) => orderedGrants(permissionRules(file), capabilitiesOf),
      checks: [
        commands,
        writers,
        shadowedRules<OrderedRule>(
          { id: 'CO-SHADOW', rule: 'permission-rule-shadowed' },
          { rulesOf: (file) => [permissionRules(file)], why: 'is stricter and wins', severity: 'info' },
        ),
      ],
    },
    {
      kind: 'config',
      format: 'yaml',
      places: [
        inProject(
          '.continue/config.yaml',
          '.continue/config.yml',
          '.continue/mcpServers/*.yaml',
          '.continue/mcpServers/*.yml',
          '.continue/assistants/*.yaml',
          '.continue/agents/*.yaml',
        ),
      ],
      servers: (file) => readServers(file.root, ['mcpServers']),
      checks: serverChecks(reference),
    },
    {
      kind: 'mcp',
      format: 'json',
      places: [inProject('.continue/mcpServers/*.json', '.continue/config.json')],
      servers: (file) => readServers(file.root, ['mcpServers', 'experimental/modelContextProtocolServers']),
      checks: serverChecks(),
    },
  ],
};

export default continueDev;
