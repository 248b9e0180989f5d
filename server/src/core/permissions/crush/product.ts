import { at, stringNodesOf } from '../../config/path.js';
import type { Severity } from '../../finding.js';
import type { Capability } from '../../surface/model-use.js';
import type { TextRange } from '../../text/range.js';
import { type Check, check } from '../check.js';
import { type ConfigFile, inProject, ofUser, type Product } from '../product.js';
import type { Remedy } from '../remedy.js';
import type { PermissionRuleId, Variant } from '../risk.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';
import { commandsOf } from '../shell/words.js';

interface AllowedTool {
  readonly tool: string;
  readonly range: TextRange;
}

/** `bash`, or `bash:execute` for one action of it. */
const nameOf = (text: string): string => text.split(':')[0]?.trim() ?? '';

const capabilitiesOf = (tool: string): readonly Capability[] => {
  if (/^(?:bash|job_\w+)$/.test(tool)) return ['shell'];
  if (/^(?:edit|multiedit|write)$/.test(tool)) return ['write'];
  if (/^(?:download|fetch|agentic_fetch)$/.test(tool)) return ['network', 'browse'];
  return /^(?:view|ls|grep|glob|sourcegraph|diagnostics|references)$/.test(tool) ? ['read'] : [];
};

const allowList = (file: ConfigFile): readonly AllowedTool[] =>
  stringNodesOf(at(file.root, 'permissions', 'allowed_tools')).map(({ value, range }) => ({
    tool: nameOf(value),
    range,
  }));

/** `permissions allow bash edit` lines of a crushrc, which is a Bash script. */
function allowLines(file: ConfigFile): readonly AllowedTool[] {
  return commandsOf(file.text).flatMap(({ words, start, end }) => {
    if (words[0] !== 'permissions' || words[1] !== 'allow') return [];
    let from = start;
    return words.slice(2).flatMap((word) => {
      const at = file.text.indexOf(word, from);
      if (word.startsWith('-') || at < 0 || at >= end) return [];
      from = at + word.length;
      return [{ tool: nameOf(word), range: { start: at, end: from } }];
    });
  });
}

function danger(tool: string): readonly [Severity, string] | undefined {
  const [can] = capabilitiesOf(tool);
  if (can === 'shell') return ['error', 'runs every shell command without asking'];
  if (can === 'write') return ['warning', 'changes any file of the project without asking'];
  if (tool === '*' || tool === 'mcp_*') return ['error', 'lets every tool run without asking'];
  return /^mcp_.*\*$/.test(tool)
    ? ['warning', 'allows every tool of its server, also future ones']
    : undefined;
}

const drop = (range: TextRange): Remedy => ({
  id: 'remove',
  title: 'Remove it from the allowed tools',
  safety: 'unsafe',
  steps: [{ do: 'remove', at: [range] }],
});

const allowChecks = (
  id: string,
  toolsOf: (file: ConfigFile) => readonly AllowedTool[],
  remedy: (tool: AllowedTool) => readonly Remedy[],
  rule: PermissionRuleId = 'excessive-tool-grant',
): Check => {
  const variant: Variant = { id, rule };
  return check([variant], function* (file) {
    const tools = toolsOf(file);
    const shell = tools.some(({ tool }) => danger(tool)?.[0] === 'error');
    for (const tool of tools) {
      const found = danger(tool.tool);
      // A shell writes files as well.
      if (found === undefined || (shell && found[0] !== 'error')) continue;
      yield {
        variant,
        severity: found[0],
        range: tool.range,
        message: `${tool.tool} ${found[1]}`,
        remedies: remedy(tool),
      };
    }
  });
};

const grants = (toolsOf: (file: ConfigFile) => readonly AllowedTool[]) => (file: ConfigFile) =>
  toolsOf(file).map(({ tool, range }) => ({
    tool,
    decision: 'allow' as const,
    capabilities: capabilitiesOf(tool),
    effective: true,
    range,
  }));

/** Sources: charmbracelet/crush README and schema.json (`permissions.allowed_tools`), crushrc. */
const crush: Product = {
  id: 'crush',
  name: 'Crush',
  files: [
    {
      kind: 'config',
      format: 'json',
      places: [ofUser('.config/crush/crush.json'), inProject('crush.json', '.crush.json')],
      grants: grants(allowList),
      servers: (file) => readServers(file.root, ['mcp']),
      checks: [
        allowChecks('CR-ALLOW', allowList, ({ range }) => [drop(range)]),
        ...serverChecks((variable) => ({ text: `$${variable}` })),
      ],
    },
    {
      kind: 'script',
      format: 'text',
      places: [ofUser('.config/crush/crushrc'), inProject('crushrc', '.crushrc')],
      grants: grants(allowLines),
      checks: [allowChecks('CR-RC', allowLines, () => [])],
    },
  ],
};

export default crush;
