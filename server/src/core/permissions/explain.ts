import { enclosing } from '../config/path.js';
import { contains, type TextRange } from '../text/range.js';
import type { AgentConfig, ToolGrant } from './agent-config.js';
import { commandPattern } from './claude-code/rule.js';
import { products } from './products.js';
import { fetchedPackage, launchOf } from './servers/launch.js';
import type { McpServer } from './servers/server.js';
import { grantDanger } from './shell/grant-danger.js';

/** What the entry at an offset allows, in plain words, and whether it has an effect. Markdown; absent where there is nothing to say. */
export function explainAt(config: AgentConfig, offset: number): string | undefined {
  const here = { start: offset, end: offset };
  const grant = config.grants.find(({ range }) => contains(range, here));
  if (grant !== undefined) return explainGrant(grant);
  const server = config.servers.find(({ nameRange }) => contains(nameRange, here));
  if (server !== undefined) return explainServer(server);
  const risk = config.risks.find(({ range }) => contains(range, here));
  return risk === undefined && isValue(config, here) ? scopeNote(config, offset) : undefined;
}

function explainGrant(grant: ToolGrant): string {
  const effect = grant.effective
    ? ''
    : `\n\n**Has no effect**: ${grant.inertBecause ?? 'another rule decides first'}.`;
  return `${sentences[grant.decision]} ${describe(grant)}.${effect}`;
}

const sentences: Readonly<Record<ToolGrant['decision'], string>> = {
  allow: 'Runs without a question:',
  ask: 'A person is asked before:',
  deny: 'Never runs:',
};

/** What the calls that a grant covers do. */
function describe(grant: ToolGrant): string {
  const { tool, specifier, capabilities } = grant;
  const server = /^mcp__(.+?)(?:__(.+))?$/.exec(tool);
  if (server !== null) {
    const [, name = '', method = '*'] = server;
    return method === '*'
      ? `every tool of the server \`${name}\`, also future ones`
      : `the tool \`${method}\` of the server \`${name}\``;
  }
  if (tool === '*') return 'every tool';
  if (capabilities.includes('shell')) return describeCommand(grant);
  const what = capabilities.includes('write')
    ? 'writing'
    : capabilities.includes('network')
      ? 'fetching'
      : capabilities.includes('read')
        ? 'reading'
        : `\`${tool}\` for`;
  if (specifier === undefined)
    return capabilities.length === 0 ? `every use of \`${tool}\`` : `${what} anything`;
  return `${what} \`${specifier.replace(/^domain:/, '')}\``;
}

function describeCommand(grant: ToolGrant): string {
  const { specifier, matches } = grant;
  if (specifier === undefined) return 'every shell command';
  const danger = grantDanger(grant);
  const note = (danger === undefined ? undefined : notes[danger]) ?? '';
  if (matches === 'expression') return `every command that \`${specifier}\` fits${note}`;
  if (matches === 'prefix') return `every command that starts with \`${specifier}\`${note}`;
  const pattern = commandPattern(specifier);
  if (!pattern.open) return `exactly the command \`${specifier}\``;
  if (pattern.fixedAfter !== '') return `commands of the form \`${specifier}\`, whatever stands for the star`;
  return `\`${pattern.words.join(' ')}\` with any arguments${note}`;
}

const notes: Readonly<Record<string, string>> = {
  runner: ', which runs any program that follows',
  shell: ', which runs any program that follows',
  network: ', which reaches every address',
  destructive: ', which cannot be undone',
  unanchored: ', anywhere in a command line',
};

function explainServer(server: McpServer): string {
  if (server.disabled) return `The server \`${server.name}\` is switched off.`;
  if (server.url !== undefined)
    return `The server \`${server.name}\` is reached over the network; it sees what the agent passes to its tools.`;
  const launch = launchOf(server.command);
  if (launch === undefined) return `The server \`${server.name}\`.`;
  const fetched = fetchedPackage(launch);
  const origin =
    fetched === undefined
      ? `runs \`${launch.program}\` with your rights`
      : `fetches \`${fetched.spec}\` and runs it with your rights${fetched.pin === 'exact' ? '' : ', in whatever version is there'}`;
  const approved = server.trusted !== undefined ? ' Its tools run without a question.' : '';
  return `The server \`${server.name}\` ${origin}.${approved}`;
}

/** Why a value of a file that everybody shares, or of one's own, takes effect or not. */
function scopeNote(config: AgentConfig, offset: number): string | undefined {
  const key = enclosing(config.document.root, offset).find(({ entry }) => entry !== undefined)?.entry?.key;
  if (key === undefined || config.kind !== 'settings') return undefined;
  const product = products.find(({ id }) => id === config.product)?.name ?? config.product;
  const whose = {
    project: 'everybody who opens this project',
    local: 'you in this project',
    user: 'you in every project',
    managed: 'everybody on this machine',
  };
  return `A setting of ${product} for ${whose[config.scope]}.`;
}

const isValue = (config: AgentConfig, here: TextRange): boolean =>
  config.document.root !== undefined && contains(config.document.root.range, here);
