import type { Severity } from '../../finding.js';
import type { PermissionRuleId } from '../risk.js';

/** An option of an agent's command line that takes protections away. */
export interface Flag {
  readonly variant: string;
  readonly rule: PermissionRuleId;
  /** The option itself, or the option with the value that makes it dangerous ("--approval-mode=yolo"). */
  readonly option: RegExp;
  readonly severity: Severity;
  /** Completes "…, so the agent runs ": "every tool without asking". */
  readonly says: string;
}

/** The command lines of one product. */
export interface AgentProgram {
  /** Names of the program. */
  readonly programs: RegExp;
  /** Names of its npm and Python packages, for `npx …` and `uvx …`. */
  readonly packages: RegExp;
  readonly flags: readonly Flag[];
}

const bypass = 'agent-permission-bypass';
const grant = 'excessive-tool-grant';
const unasked = 'every tool without asking';

/**
 * Options are compared with the words of a command line; an option and its value are joined by `=`. Sources: the products' own help and
 * documentation, as named in their folders.
 */
export const agentPrograms: readonly AgentProgram[] = [
  {
    programs: /^claude(?:-code)?$/,
    packages: /^@anthropic-ai\/claude-code$/,
    flags: [
      {
        variant: 'CC-FLAG',
        rule: bypass,
        option: /^--dangerously-skip-permissions$/,
        severity: 'error',
        says: unasked,
      },
      {
        variant: 'CC-FLAG',
        rule: bypass,
        option: /^--permission-mode=bypassPermissions$/,
        severity: 'error',
        says: unasked,
      },
      {
        variant: 'CC-FLAG',
        rule: bypass,
        option: /^--allow-dangerously-skip-permissions$/,
        severity: 'warning',
        says: 'every tool without asking as soon as somebody switches to it',
      },
      {
        variant: 'CC-FLAG',
        rule: bypass,
        option: /^--permission-mode=auto$/,
        severity: 'warning',
        says: 'what another model lets through',
      },
      {
        variant: 'CC-FLAG',
        rule: grant,
        option: /^--allowed-?[tT]ools=(?:.*[,\s"'])?(?:Bash|PowerShell)(?:\(:?\*\))?(?:$|[,\s"'])/,
        severity: 'error',
        says: 'every shell command without asking',
      },
    ],
  },
  {
    programs: /^codex$/,
    packages: /^@openai\/codex$/,
    flags: [
      {
        variant: 'CX-FLAG',
        rule: bypass,
        option: /^--(?:dangerously-bypass-approvals-and-sandbox|yolo)$/,
        severity: 'error',
        says: 'everything without asking and without a sandbox',
      },
      {
        variant: 'CX-FLAG',
        rule: bypass,
        option: /^(?:-s|--sandbox)=danger-full-access$/,
        severity: 'error',
        says: 'its commands without a sandbox',
      },
      {
        variant: 'CX-FLAG',
        rule: bypass,
        option: /^(?:-c|--config)=sandbox_mode=["']?danger-full-access["']?$/,
        severity: 'error',
        says: 'its commands without a sandbox',
      },
      {
        variant: 'CX-FLAG',
        rule: bypass,
        option: /^(?:-a|--ask-for-approval)=never$/,
        severity: 'warning',
        says: unasked,
      },
      {
        variant: 'CX-FLAG',
        rule: bypass,
        option: /^--full-auto$/,
        severity: 'warning',
        says: 'all commands in the project without asking',
      },
    ],
  },
  {
    programs: /^copilot$/,
    packages: /^@github\/copilot$/,
    flags: [
      { variant: 'CP-CLI', rule: bypass, option: /^--(?:allow-all|yolo)$/, severity: 'error', says: unasked },
      { variant: 'CP-CLI', rule: bypass, option: /^--allow-all-tools$/, severity: 'error', says: unasked },
      {
        variant: 'CP-CLI',
        rule: grant,
        option: /^--allow-all-(?:paths|urls)$/,
        severity: 'error',
        says: 'with every path or address open to it',
      },
      {
        variant: 'CP-CLI',
        rule: grant,
        option: /^--allow-tool=["']?shell(?:\(\*?\))?["']?$/,
        severity: 'error',
        says: 'every shell command without asking',
      },
    ],
  },
  {
    programs: /^(?:cursor-agent|agent)$/,
    packages: /^cursor-agent$/,
    flags: [
      {
        variant: 'CU-CLI-FLAG',
        rule: bypass,
        option: /^(?:--force|-f|--yolo)$/,
        severity: 'error',
        says: unasked,
      },
    ],
  },
];
