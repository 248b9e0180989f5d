import type { Severity } from '../../finding.js';
import type { PermissionRuleId } from '../risk.js';

/** An option of an agent's command line that takes protections away. */
export interface Flag {
  readonly variant: string;
  readonly rule: PermissionRuleId;
  /** The option itself, or the option with the value that makes it dangerous ("--approval-mode=yolo"). */
  readonly option: RegExp;
  readonly severity: Severity;
  /** Completes "… lets the agent run ": "every tool without asking". */
  readonly says: string;
  /** Another option that takes the danger away ("--sandbox=read-only"). */
  readonly unless?: RegExp;
  /** No other program has such an option: it counts also where the program is a variable. */
  readonly telling?: true;
}

/** The command line of one product. */
export interface AgentProgram {
  readonly name: string;
  /** Names of the program. */
  readonly programs: RegExp;
  /** Names of its npm and Python packages, for `npx …` and `uvx …`. */
  readonly packages: RegExp;
  /** First arguments with which it works on something; absent where it does so unless told otherwise. */
  readonly works?: RegExp;
  readonly flags: readonly Flag[];
}

/** A variable of the environment that does what a flag does. */
export interface EnvironmentSwitch {
  readonly variant: string;
  readonly rule: PermissionRuleId;
  readonly name: string;
  readonly value: RegExp;
  readonly severity: Severity;
  /** A name that other programs use, too: what else the text must hold. */
  readonly beside?: RegExp;
  readonly says: string;
}
