import { scalarText } from '../../config/path.js';
import { byScope, type Check, check, type Found, setting } from '../check.js';
import { isFalse, isOneOf, isText, isTrue, truthOf } from '../match.js';
import { breadthOf, pathDanger } from '../paths.js';
import { remove, setTo } from '../remedies.js';
import type { Variant } from '../risk.js';
import { type AllowedCommand, commandAllowList, removeEntries } from '../shell/allow-list.js';
import { shellDangers } from '../shell/dangers.js';
import { prefixDanger } from '../shell/wildcards.js';
import { allowedTools, heldBack, isFetcher, isHeldBack, isShell, isWriter } from './tools.js';

const textOf = (found: Found): string => scalarText(found.node) ?? '';

/** Shell commands that run unasked; without a prefix that is every command. */
const allowedCommands: Check = commandAllowList(
  { id: 'GE-ALLOW', rule: 'excessive-tool-grant' },
  (file): readonly AllowedCommand[] => {
    const held = heldBack(file);
    return allowedTools(file)
      .filter((entry) => isShell(entry.tool) && !isHeldBack(entry, held))
      .map(({ text, prefix, range }) => ({
        text,
        danger: prefix === undefined ? 'everything' : prefixDanger(prefix),
        range,
      }));
  },
  removeEntries,
);

const tools: Variant = { id: 'GE-ALLOW', rule: 'excessive-tool-grant' };

const allowedWriters: Check = check([tools], function* (file) {
  const held = heldBack(file);
  for (const entry of allowedTools(file)) {
    const writes = isWriter(entry.tool);
    if ((!writes && !isFetcher(entry.tool)) || isHeldBack(entry, held)) continue;
    yield {
      variant: tools,
      severity: 'warning',
      range: entry.range,
      message: writes
        ? `${entry.text} changes any file of the project unasked, hooks and workflows included`
        : `${entry.text} fetches any address unasked: instructions come in, data goes out`,
      remedies: [removeEntries([{ ...entry, danger: undefined }])],
    };
  }
});

const modes: readonly Check[] = [
  setting({
    id: 'GE-MODE',
    rule: 'agent-permission-bypass',
    at: ['general/defaultApprovalMode', 'tools/approvalMode', 'approvalMode'],
    when: isText(/^auto_?edit$/i),
    severity: 'warning',
    says: 'In mode auto_edit files are changed without asking, hooks and workflows included',
    remedy: setTo('default'),
  }),
  setting({
    id: 'GE-MODE-YOLO',
    rule: 'permission-rule-inert',
    at: ['general/defaultApprovalMode', 'tools/approvalMode', 'approvalMode'],
    when: isOneOf('yolo'),
    severity: 'info',
    says: 'yolo has no effect here: Gemini CLI takes it on the command line only',
    remedy: setTo('default'),
  }),
  setting({
    id: 'GE-ALLOW',
    rule: 'excessive-tool-grant',
    at: ['tools/autoAccept', 'autoAccept'],
    when: isTrue,
    severity: 'info',
    says: 'Tool calls that Gemini CLI takes for harmless run without asking',
    remedy: setTo(false),
  }),
  setting({
    id: 'GE-PERM',
    rule: 'agent-permission-bypass',
    at: [
      'security/enablePermanentToolApproval',
      'security/autoAddToPolicyByDefault',
      'autoAddToPolicyByDefault',
    ],
    when: isTrue,
    severity: 'info',
    says: 'One answer to a question approves the tool for all later sessions',
    remedy: setTo(false),
  }),
];

const sandbox: readonly Check[] = [
  setting({
    id: 'GE-SB',
    rule: 'agent-permission-bypass',
    at: ['tools/sandbox', 'sandbox'],
    when: isFalse,
    severity: 'warning',
    says: 'The sandbox is switched off here, also where another file switches it on',
    remedy: setTo(true),
  }),
  setting({
    id: 'GE-SB',
    rule: 'agent-permission-bypass',
    at: 'tools/sandboxNetworkAccess',
    when: isTrue,
    severity: 'warning',
    says: 'Commands in the sandbox reach the network: data can leave',
    remedy: setTo(false),
  }),
  setting({
    id: 'GE-SB',
    rule: 'excessive-tool-grant',
    at: 'tools/sandboxAllowedPaths/[]',
    when: isText(
      (path) => ['filesystem', 'home'].includes(breadthOf(path)) || pathDanger(path, 'write') !== undefined,
    ),
    severity: 'warning',
    says: (found) => `Commands in the sandbox reach ${textOf(found)}`,
    remedy: remove(),
  }),
  setting({
    id: 'GE-SB',
    rule: 'agent-permission-bypass',
    persona: 'strict',
    at: 'security/toolSandboxing',
    when: isFalse,
    severity: 'info',
    says: 'Tools run without a sandbox of their own (the default)',
    remedy: setTo(true),
  }),
];

const trust: readonly Check[] = [
  setting({
    id: 'GE-FOLDER',
    rule: 'agent-permission-bypass',
    at: ['security/folderTrust/enabled', 'folderTrust', 'security/folderTrust'],
    when: isFalse,
    // Whether a folder is trusted is decided before its own settings are read.
    severity: byScope({ project: 'warning', otherwise: 'error' }),
    says: (found) =>
      found.file.scope === 'project'
        ? "Folder trust is decided by the user's own settings; here this is misleading at best"
        : 'Every folder that is opened is trusted: its settings, servers and commands take effect at once',
    remedy: setTo(true),
  }),
];

/** Commands that Gemini CLI starts by itself in a trusted folder. */
const commands: readonly Check[] = [
  setting({
    id: 'GE-CMDKEY',
    rule: 'agent-config-backdoor',
    at: [
      'tools/discoveryCommand',
      'tools/callCommand',
      'mcp/serverCommand',
      'toolDiscoveryCommand',
      'toolCallCommand',
      'mcpServerCommand',
    ],
    when: (node, { file }) =>
      node.kind === 'string' && (file.scope === 'project' || shellDangers(node.value).length > 0),
    severity: (found) => (shellDangers(textOf(found)).length > 0 ? 'error' : 'info'),
    says: (found) => {
      const key = found.entry?.key ?? '';
      const danger = shellDangers(textOf(found))[0];
      return danger === undefined
        ? `${key} makes this repository run a program at every start`
        : `${key} ${danger.does}`;
    },
    remedy: remove(),
  }),
];

export const settingsChecks: readonly Check[] = [
  ...modes,
  allowedCommands,
  allowedWriters,
  ...sandbox,
  ...trust,
  ...commands,
];

/** `trustedFolders.json`: folder to TRUST_FOLDER, TRUST_PARENT or DO_NOT_TRUST; all that is below them is trusted too. */
export const trustedFolderChecks: readonly Check[] = [
  setting({
    id: 'GE-TRUSTALL',
    rule: 'agent-permission-bypass',
    at: '*',
    when: (node, { entry }) => {
      const trusts = scalarText(node) ?? '';
      const folder = entry?.key ?? '';
      const parent = folder.replace(/[\\/][^\\/]+[\\/]?$/, '') || '/';
      const trusted = trusts === 'TRUST_PARENT' ? parent : folder;
      return /^TRUST_(?:FOLDER|PARENT)$/.test(trusts) && ['filesystem', 'home'].includes(breadthOf(trusted));
    },
    severity: 'error',
    says: ({ entry, node }) =>
      `${scalarText(node) === 'TRUST_PARENT' ? 'The folder above ' : ''}${entry?.key ?? ''} is trusted with all that is below it, downloads and clones included`,
    remedy: setTo('DO_NOT_TRUST'),
  }),
];

/** In an extension `trust` is not read, so nobody is protected or endangered by it. */
export const extensionChecks: readonly Check[] = [
  setting({
    id: 'GE-TRUSTSRV',
    rule: 'permission-rule-inert',
    at: 'mcpServers/*/trust',
    when: (node) => truthOf(node) !== undefined,
    severity: 'info',
    says: 'trust has no effect in an extension; users decide about its servers',
    remedy: remove(),
  }),
];
