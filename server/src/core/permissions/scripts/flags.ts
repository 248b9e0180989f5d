import type { Severity } from '../../finding.js';
import type { PermissionRuleId } from '../risk.js';
import type { AgentProgram, EnvironmentSwitch, Flag } from './programs.js';

const unasked = 'every tool without asking';
const everyCommand = 'every shell command without asking';

type More = Partial<Pick<Flag, 'unless' | 'telling' | 'rule'>>;

/** A flag of one product, of the rule about switched-off protections unless it says otherwise. */
const flagOf =
  (variant: string) =>
  (option: RegExp, severity: Severity, says: string, more: More = {}): Flag => ({
    variant,
    rule: 'agent-permission-bypass',
    option,
    severity,
    says,
    ...more,
  });

const grant: { readonly rule: PermissionRuleId } = { rule: 'excessive-tool-grant' };
const telling: { readonly telling: true } = { telling: true };

const claude = flagOf('CC-FLAG');
const codex = flagOf('CX-FLAG');
const copilot = flagOf('CP-CLI');
const cursor = flagOf('CU-CLI-FLAG');
const gemini = flagOf('GE-FLAG');
const cline = flagOf('CL-YOLO');
const continueDev = flagOf('CO-FLAG');
const opencode = flagOf('OC-FLAG');
const amp = flagOf('AM-FLAG');
const aider = flagOf('AI-FLAG');
const kiro = flagOf('KI-FLAG');
const crush = flagOf('CR-FLAG');
const openhands = flagOf('OH-FLAG');

/** The whole disk, or a home folder. */
const everywhere = String.raw`["']?(?:\/|~\/?|\$\{?HOME\}?\/?|[A-Za-z]:[\\/]|\/home|\/Users|\/(?:home|Users)\/[\w.-]+\/?)["']?$`;
const openFolders = 'with the whole disk or a home folder open to it';

/**
 * Options are compared with the words of a command line; an option and its value are joined by `=`. Sources: the products' own help and
 * documentation, as named in their folders.
 */
export const agentPrograms: readonly AgentProgram[] = [
  {
    name: 'Claude Code',
    programs: /^claude(?:-code)?$/,
    packages: /^@anthropic-ai\/claude-code$/,
    flags: [
      claude(/^--dangerously-skip-permissions$/, 'error', unasked, telling),
      claude(/^--permission-mode=bypassPermissions$/, 'error', unasked, telling),
      // Settings on the command line count as those of the person.
      claude(/^--settings=.*"defaultMode"\s*:\s*"bypassPermissions"/s, 'error', unasked),
      claude(
        /^--allow-dangerously-skip-permissions$/,
        'warning',
        'every tool without asking as soon as somebody switches to it',
        telling,
      ),
      claude(new RegExp(`^--add-dir=${everywhere}`), 'error', openFolders, grant),
      claude(/^--permission-mode=auto$/, 'warning', 'what another model lets through'),
      claude(
        /^--allowed-?[tT]ools=(?:.*[,\s"'])?(?:Bash|PowerShell)(?:\(:?\*\))?(?:$|[,\s"'])/s,
        'error',
        everyCommand,
        grant,
      ),
    ],
  },
  {
    name: 'Codex',
    programs: /^codex$/,
    packages: /^@openai\/codex$/,
    flags: [
      codex(
        /^--(?:dangerously-bypass-approvals-and-sandbox|yolo)$/,
        'error',
        'everything without asking and without a sandbox',
      ),
      codex(/^(?:-s|--sandbox)=danger-full-access$/, 'error', 'its commands without a sandbox', telling),
      codex(
        /^(?:-c|--config)=sandbox_mode\s*=\s*["']?danger-full-access["']?$/,
        'error',
        'its commands without a sandbox',
        telling,
      ),
      codex(/^(?:-a|--ask-for-approval)=never$/, 'warning', unasked, {
        unless: /^(?:-s|--sandbox)=read-only$/,
      }),
      codex(/^(?:-c|--config)=approval_policy\s*=\s*["']?never["']?$/, 'warning', unasked, {
        unless: /^(?:-s|--sandbox)=read-only$/,
      }),
      codex(new RegExp(`^--add-dir=${everywhere}`), 'error', openFolders, grant),
      codex(/^--full-auto$/, 'warning', 'all commands in the project without asking'),
    ],
  },
  {
    name: 'Copilot',
    programs: /^copilot$/,
    packages: /^@github\/copilot$/,
    flags: [
      copilot(/^--(?:allow-all|allow-all-tools|yolo)$/, 'error', unasked, {
        unless: /^--deny-tool=["']?shell(?:\(\*?\))?["']?$/,
      }),
      copilot(/^--allow-all-(?:paths|urls)$/, 'error', 'with every path or address open to it', grant),
      copilot(new RegExp(`^--add-dir=${everywhere}`), 'error', openFolders, grant),
      copilot(/^--allow-tool=["']?shell(?:\(\*?\))?["']?$/, 'error', everyCommand, grant),
    ],
  },
  {
    name: 'Cursor',
    programs: /^(?:cursor-agent|agent)$/,
    packages: /^cursor-agent$/,
    flags: [cursor(/^(?:--force|-f|--yolo)$/, 'error', unasked)],
  },
  {
    name: 'Gemini CLI',
    programs: /^(?:gemini|qwen)$/,
    packages: /^(?:@google\/gemini-cli|@qwen-code\/qwen-code)$/,
    flags: [
      gemini(/^(?:--yolo|-y|--approval-mode=yolo)$/, 'error', unasked, { unless: /^(?:-s|--sandbox)$/ }),
      gemini(/^--approval-mode=auto_edit$/, 'warning', 'its edits without asking'),
      gemini(
        /^--allowed-tools=(?:.*[,\s"'])?(?:run_shell_command|ShellTool)(?:\(\))?(?:$|[,\s"'])/s,
        'error',
        everyCommand,
        grant,
      ),
      gemini(new RegExp(`^--include-directories=${everywhere}`), 'error', openFolders, grant),
      gemini(/^--skip-trust$/, 'warning', "with this folder's own settings and servers, trusted or not"),
    ],
  },
  {
    name: 'Cline',
    programs: /^cline$/,
    packages: /^cline$/,
    flags: [cline(/^(?:--yolo|-y)$/, 'error', unasked)],
  },
  {
    name: 'Continue',
    programs: /^cn$/,
    packages: /^@continuedev\/cli$/,
    flags: [
      continueDev(/^--auto$/, 'error', unasked),
      continueDev(/^--allow=["']?\*["']?$/, 'error', unasked),
      continueDev(/^--allow=["']?Bash(?:\(\*{1,2}\))?["']?$/, 'error', everyCommand, grant),
    ],
  },
  {
    name: 'OpenCode',
    programs: /^opencode$/,
    packages: /^opencode-ai$/,
    flags: [
      opencode(/^--auto$/, 'warning', 'what its rules do not forbid, without asking'),
      opencode(/^--dangerously-skip-permissions$/, 'error', unasked, telling),
    ],
  },
  {
    name: 'Goose',
    programs: /^goose$/,
    packages: /^$/,
    // There is a tool of this name for databases.
    works: /^(?:run|session|acp|web|schedule)$/,
    flags: [],
  },
  {
    name: 'Amp',
    programs: /^amp$/,
    packages: /^(?:@sourcegraph\/amp|@ampcode\/cli)$/,
    flags: [amp(/^--dangerously-allow-all$/, 'error', unasked, telling)],
  },
  {
    name: 'Aider',
    programs: /^aider$/,
    packages: /^aider-chat$/,
    flags: [aider(/^--(?:yes-always|yes)$/, 'warning', 'its edits and commits without asking')],
  },
  {
    name: 'Kiro',
    programs: /^(?:kiro-cli|kiro|q|qchat)$/,
    packages: /^$/,
    works: /^chat$/,
    flags: [
      kiro(/^(?:--trust-all-tools|-a)$/, 'error', unasked),
      kiro(/^--trust-tools=(?:.*,)?(?:execute_bash|execute_cmd|shell)(?:,|$)/, 'error', everyCommand, grant),
    ],
  },
  {
    name: 'Crush',
    programs: /^crush$/,
    packages: /^@charmland\/crush$/,
    flags: [crush(/^(?:--yolo|-y)$/, 'error', unasked)],
  },
  {
    name: 'OpenHands',
    programs: /^openhands$/,
    packages: /^(?:openhands|openhands-ai|openhands-cli)$/,
    flags: [openhands(/^--(?:always-approve|yolo)$/, 'warning', unasked)],
  },
];

const bypass = 'agent-permission-bypass';
const on = /^(?:1|true|yes|on)$/i;

export const environmentSwitches: readonly EnvironmentSwitch[] = [
  {
    variant: 'GO-MODE',
    rule: bypass,
    name: 'GOOSE_MODE',
    value: /^auto$/i,
    severity: 'error',
    says: unasked,
  },
  {
    variant: 'GO-ALLOWLIST',
    rule: bypass,
    name: 'GOOSE_ALLOWLIST_BYPASS',
    value: on,
    severity: 'warning',
    says: 'extensions that the allow list does not name',
  },
  {
    variant: 'GE-FLAG',
    rule: bypass,
    // Only this one word counts (google-gemini/gemini-cli packages/core/src/utils/trust.ts, checkPathTrust).
    name: 'GEMINI_CLI_TRUST_WORKSPACE',
    value: /^true$/,
    severity: 'warning',
    says: "with this folder's own settings and servers, trusted or not",
  },
  {
    variant: 'AI-YES',
    rule: bypass,
    name: 'AIDER_YES_ALWAYS',
    value: on,
    severity: 'warning',
    says: 'its edits and commits without asking',
  },
  {
    variant: 'CL-CMD',
    rule: 'excessive-tool-grant',
    name: 'CLINE_COMMAND_PERMISSIONS',
    value: /"allow"\s*:\s*\[\s*(?:"[^"]*"\s*,\s*)*"\*+"/,
    // The list narrows what may run and approves nothing; `*` leaves no narrowing (cline/cline CommandPermissionController.ts).
    severity: 'info',
    says: 'every command that no deny pattern names, as if the list were not there',
  },
  {
    variant: 'CP-CLI',
    rule: bypass,
    // The same as --allow-all (docs.github.com, environment variables of the Copilot CLI).
    name: 'COPILOT_ALLOW_ALL',
    value: /^(?:1|true|yes|on|y)$/i,
    severity: 'error',
    says: unasked,
  },
  {
    variant: 'OC-SHARE',
    rule: 'excessive-tool-grant',
    name: 'OPENCODE_AUTO_SHARE',
    value: on,
    severity: 'warning',
    says: 'sessions that are published under a link',
  },
  {
    variant: 'OH-LOCAL',
    rule: bypass,
    name: 'RUNTIME',
    value: /^(?:local|cli)$/,
    beside: /openhands|all-hands/i,
    severity: 'error',
    says: 'its commands on this machine itself, without a container around them',
  },
  ...['AIDER_TEST_CMD', 'AIDER_LINT_CMD'].map(
    (name): EnvironmentSwitch => ({
      variant: 'AI-CMD',
      rule: 'agent-config-backdoor',
      name,
      value: /\b(?:curl|wget)\b.{0,300}(?:\|\s*(?:sudo\s+)?(?:ba|z|da)?sh\b|&&)/,
      severity: 'error',
      says: 'code from the network after every change',
    }),
  ),
];
