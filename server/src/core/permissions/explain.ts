import { contains } from '../text/range.js';
import type { AgentConfig, ToolGrant } from './agent-config.js';

/** What the entry at an offset allows, in plain words, and whether it has an effect. Markdown; absent where there is no entry. */
export function explainAt(config: AgentConfig, offset: number): string | undefined {
  const here = { start: offset, end: offset };
  const grant = config.grants.find(({ range }) => contains(range, here));
  return grant === undefined ? undefined : explainGrant(grant);
}

function explainGrant(grant: ToolGrant): string {
  const verb = { allow: 'Allows', ask: 'Asks before', deny: 'Forbids' }[grant.decision];
  const what =
    grant.specifier === undefined
      ? `every use of \`${grant.tool}\``
      : `\`${grant.tool}\` for \`${grant.specifier}\``;
  const effect = grant.effective
    ? ''
    : `\n\nHas no effect: ${grant.inertBecause ?? 'another rule decides first'}.`;
  return `${verb} ${what}.${effect}`;
}
