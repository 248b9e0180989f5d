import type { ConfigScope, ToolGrant } from '../agent-config.js';
import type { PermissionRule } from './rule.js';

/** A rule that Claude Code accepts and never acts on. */
export interface Inert {
  readonly variant:
    | 'CC-INERT-PATH'
    | 'CC-INERT-PARAM'
    | 'CC-INERT-MCPGLOB'
    | 'CC-INERT-COLON'
    | 'CC-INERT-SLASH';
  /** Continues "has no effect: ". */
  readonly why: string;
  /** The rule in the form that works, where there is one. */
  readonly instead?: string;
}

const pathTools: Readonly<Record<string, string>> = {
  Write: 'Edit',
  MultiEdit: 'Edit',
  NotebookEdit: 'Edit',
  Glob: 'Read',
  Grep: 'Read',
  NotebookRead: 'Read',
  LS: 'Read',
};

/** Field that each tool matches by itself; naming it as `field:value` matches nothing. */
const primaryFields: Readonly<Record<string, string>> = {
  Bash: 'command',
  PowerShell: 'command',
  Read: 'file_path',
  Edit: 'file_path',
  Write: 'file_path',
  WebFetch: 'url',
};

/** Source: Claude Code's permission documentation and its startup warnings (2.1.x). */
export function inertReason(
  { tool, specifier }: PermissionRule,
  decision: ToolGrant['decision'],
  scope: ConfigScope,
): Inert | undefined {
  const consulted = pathTools[tool];
  if (consulted !== undefined && tool !== 'Grep' && specifier !== undefined && !/^\*{0,2}$/.test(specifier)) {
    return {
      variant: 'CC-INERT-PATH',
      why: `Claude Code consults paths of ${consulted}(…) rules only, never of ${tool}(…)`,
      instead: `${consulted}(${specifier})`,
    };
  }
  const field = primaryFields[tool];
  const parameter = field === undefined ? null : new RegExp(`^${field}\\s*:\\s*(.+)$`).exec(specifier ?? '');
  if (parameter !== null) {
    return {
      variant: 'CC-INERT-PARAM',
      why: `"${field}" is what ${tool} rules match anyway, and naming it matches nothing`,
      instead: `${tool}(${parameter[1]?.trim() ?? ''})`,
    };
  }
  if (decision === 'allow' && specifier === undefined && (tool === '*' || /^mcp__\*/.test(tool))) {
    return {
      variant: 'CC-INERT-MCPGLOB',
      why: 'an allow rule must name its tool or its server; a bare glob is skipped',
    };
  }
  if ((tool === 'Bash' || tool === 'PowerShell') && specifier !== undefined) {
    const inner = /:\*(?=.)/.exec(specifier);
    if (inner !== null && !/^:\*/.test(specifier)) {
      return {
        variant: 'CC-INERT-COLON',
        why: '":*" means "anything after it" at the very end only; elsewhere the colon is a plain character',
        // With a blank in its place an allow rule would take effect, for any sub-command.
        ...(decision !== 'allow' && {
          instead: `${tool}(${specifier.replace(/:\*(?=.)/g, ' *').replace(/\* +\*/g, '*')})`,
        }),
      };
    }
  }
  if (scope === 'user' && (tool === 'Read' || tool === 'Edit') && specifier !== undefined) {
    const rooted = /^\/(?!\/)(.+)$/.exec(specifier)?.[1];
    if (rooted !== undefined) {
      return {
        variant: 'CC-INERT-SLASH',
        why: 'a single leading slash starts at the settings folder (~/.claude), not at the root of the disk',
        instead: /^\.[\w.-]+$/.test(rooted) ? `${tool}(**/${rooted})` : `${tool}(//${rooted})`,
      };
    }
  }
  return undefined;
}
