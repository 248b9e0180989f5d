import { at, entryAt } from '../../config/path.js';
import type { Capability } from '../../surface/model-use.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, check, setting } from '../check.js';
import { bringsStrangers } from '../instructions/strangers.js';
import type { ConfigFile } from '../product.js';
import type { Variant } from '../risk.js';
import { listedTools } from '../tool-lists.js';

/** Names of Copilot's tools and tool sets, old and new. */
const toolKinds: readonly (readonly [RegExp, readonly Capability[]])[] = [
  [/^(?:runCommands?|runInTerminal|terminal|execute|shell|bash|runTasks?)(?:\/|$)/i, ['shell']],
  [/^(?:edit|editFiles|write|new|createFile)(?:\/|$)/i, ['write']],
  [/^(?:fetch|web|websearch|openSimpleBrowser|githubRepo)(?:\/|$)/i, ['browse', 'network']],
  [/^(?:read|search|codebase|usages|problems|changes)(?:\/|$)/i, ['read']],
];

const capabilitiesOf = (tool: string): readonly Capability[] =>
  tool === '*'
    ? ['shell', 'write', 'browse', 'network', 'read']
    : (toolKinds.find(([name]) => name.test(tool))?.[1] ?? []);

export const copilotGrants = (file: ConfigFile): readonly ToolGrant[] =>
  listedTools(at(file.root, 'tools')).map(({ text, range }) => ({
    tool: text,
    decision: 'ask',
    capabilities: capabilitiesOf(text),
    effective: true,
    range,
  }));

const chain: Variant = { id: 'VS-AGENT-TOOLS', rule: 'tool-chain-exfiltration', confidence: 'medium' };
const missing: Variant = { id: 'VS-AGENT-TOOLS', rule: 'excessive-tool-grant', persona: 'strict' };

export const copilotAgentChecks: readonly Check[] = [
  check([chain], function* (file) {
    const tools = entryAt(file.root, 'tools');
    const can = listedTools(tools?.value).flatMap(({ text }) => capabilitiesOf(text));
    const remote = file.servers.some((server) => server.url !== undefined);
    if (tools === undefined || !can.includes('shell') || !can.includes('browse')) return;
    if (!remote && !bringsStrangers(file)) return;
    yield {
      variant: chain,
      severity: 'warning',
      range: tools.range,
      message: `This agent runs commands, browses${remote ? ', and talks to a remote server' : ' and handles texts of strangers'}`,
      remedies: [],
    };
  }),
  check([missing], function* (file) {
    const described = entryAt(file.root, 'description');
    if (described === undefined || entryAt(file.root, 'tools') !== undefined) return;
    yield {
      variant: missing,
      severity: 'info',
      range: described.range,
      message: 'An agent without a list of tools gets all of them',
      remedies: [],
    };
  }),
  setting({
    id: 'VS-AGENT-MCP',
    rule: 'mcp-auto-enable',
    at: 'mcp-servers/*/tools',
    when: (node) => listedTools(node).some(({ text }) => text === '*'),
    severity: 'info',
    says: (found) => `All tools of ${found.keys[1] ?? 'this server'} are offered, also future ones`,
  }),
];
