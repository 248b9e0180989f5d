import type { Agent, Effect, Hint, IgnoredGuard, Tool } from '../surface/model-use.js';
import { capabilityBits } from './bits.js';
import { bySite, type Findings } from './findings.js';
import { locate, siteKey } from './site.js';
import { merged, ofKind, type Placed, placed } from './surface-uses.js';
import type { HintUse, ToolUse } from './use.js';

/** Tools, found by their definition and by the call that made them. */
export function toolsOf({ uses }: Findings): Placed<Tool> {
  const groups = [...bySite(ofKind(uses, 'tool'), (use) => use.site)];
  const { list, at } = placed(
    groups.flatMap(([key, all]) => {
      const [use] = all;
      return use === undefined ? [] : [[key, toolOf(use, all)] as const];
    }),
  );
  const byCall = groups.flatMap(([key, all]) => {
    const index = at.get(key);
    return index === undefined
      ? []
      : all.flatMap(({ registration }) =>
          registration === undefined ? [] : [[siteKey(registration), index] as const],
        );
  });
  return { list, at: new Map([...byCall, ...at]) };
}

function toolOf(use: ToolUse, all: readonly ToolUse[]): Tool {
  const { handler, registration, approvalOff, approvalOption, hints } = use;
  const bits = all.reduce((capabilities, one) => capabilities | one.capabilities, 0);
  return {
    sdk: use.sdk,
    name: use.name,
    language: use.site.unit.module.language,
    location: locate(use.site),
    nameLocation: handler === undefined ? locate(use.site) : locate({ ...use.site, part: 'name' }),
    ...(handler && { body: locate({ ...use.site, part: 'body' }) }),
    approval: all.some((one) => one.approval === 'set') ? 'set' : use.approval,
    ...(approvalOff && { approvalOff: locate(approvalOff) }),
    ...(approvalOption !== undefined && { approvalOption }),
    ...(registration && { registration: locate(registration) }),
    ...(hints && {
      hints: {
        given: hints.given,
        ...(hints.readOnly && { readOnly: hintOf(hints.readOnly) }),
        ...(hints.destructive && { destructive: hintOf(hints.destructive) }),
      },
    }),
    capabilities: [...new Set([...capabilityBits.list(bits), ...(use.library?.capabilities ?? [])])],
  };
}

const hintOf = ({ value, site }: HintUse): Hint => ({ value, location: locate(site) });

export function agentsOf({ uses }: Findings, tools: Placed<Tool>): readonly Agent[] {
  const made = [...bySite(ofKind(uses, 'agent'), (use) => use.site)].flatMap(([key, all]) => {
    const [use] = all;
    if (use === undefined) return [];
    const sites = new Set(all.flatMap((one) => one.tools.map(siteKey)));
    const indexes = [...sites].map((site) => tools.at.get(site)).filter((index) => index !== undefined);
    const agent: Agent = {
      sdk: use.sdk,
      name: use.name,
      language: use.site.unit.module.language,
      location: locate(use.site),
      tools: [...new Set(indexes)].sort((a, b) => a - b),
      approval: merged(all.map((one) => one.approval)),
      stepLimit: merged(all.map((one) => one.stepLimit)),
    };
    return [[key, agent] as const];
  });
  return placed(made).list;
}

/** Tools with what their agents add: where every agent that has a tool asks a person, the tool need not. */
export function approvedBy(agents: readonly Agent[], tools: readonly Tool[]): readonly Tool[] {
  return tools.map((tool, index) => {
    if (tool.approval === 'set') return tool;
    const holders = agents.filter((agent) => agent.tools.includes(index));
    return holders.length > 0 && holders.every(({ approval }) => approval === 'set')
      ? { ...tool, approval: 'set' }
      : tool;
  });
}

export function ignoredGuardsOf({ uses }: Findings): readonly IgnoredGuard[] {
  const made = [...bySite(ofKind(uses, 'ignored-guard'), (use) => use.site)].flatMap(([key, [use]]) =>
    use === undefined
      ? []
      : [
          [
            key,
            {
              name: use.name,
              kind: use.guard,
              language: use.site.unit.module.language,
              location: locate(use.site),
            },
          ] as const,
        ],
  );
  return placed<IgnoredGuard>(made).list;
}

export function effectsOf({ uses }: Findings): readonly Effect[] {
  const made = ofKind(uses, 'effect').map(({ capability, site }): readonly [string, Effect] => [
    `${capability}|${siteKey(site)}`,
    { capability, location: locate(site) },
  ]);
  return placed<Effect>([...new Map(made)]).list;
}
