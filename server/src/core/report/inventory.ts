import type { Location } from '../finding.js';
import type { Project } from '../project.js';
import type { Surface } from '../surface/surface.js';
import { visible } from './plain-text.js';
import { plural } from './report.js';
import { SourceView } from './source-view.js';

/** One thing that a workspace has: a model call, an agent, a tool, a prompt file, an agent's settings, a secret. */
export interface InventoryItem {
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly name: string;
  /** What is known about it, in a few words each. */
  readonly details: readonly string[];
}

export interface InventorySection {
  readonly title: string;
  readonly items: readonly InventoryItem[];
}

/** What a workspace does with models, by kind, in the order of the files. */
export function surfaceInventory(project: Project, surface: Surface): readonly InventorySection[] {
  const view = new SourceView({ project, surface, hidden: [] });
  const item = (location: Location, name: string, details: readonly string[]): InventoryItem => ({
    path: location.path,
    line: view.span(location).startLine + 1,
    name: view.mask(name),
    details,
  });
  const top = (path: string): Location => ({ path, range: { start: 0, end: 0 } });
  const sections: readonly InventorySection[] = [
    {
      title: 'Model calls',
      items: surface.modelCalls.map((call) =>
        item(call.callee, `${call.sdk}: ${call.name}`, [
          guards('input', call.inputGuards),
          guards('output', call.outputGuards),
          `token limit ${call.tokenLimit}`,
          `tools ${call.tools}`,
        ]),
      ),
    },
    {
      title: 'Agents',
      items: surface.agents.map((agent) =>
        item(agent.location, `${agent.sdk}: ${agent.name}`, [
          plural(agent.tools.length, 'tool'),
          `approval ${agent.approval}`,
          `step limit ${agent.stepLimit}`,
        ]),
      ),
    },
    {
      title: 'Tools',
      items: surface.tools.map((tool) =>
        item(tool.nameLocation, `${tool.sdk}: ${tool.name}`, [
          tool.capabilities.length === 0 ? 'no known capabilities' : `can ${tool.capabilities.join(', ')}`,
          `approval ${tool.approval}`,
        ]),
      ),
    },
    {
      title: 'Prompt files',
      items: surface.prompts.map((prompt) =>
        item(top(prompt.path), prompt.format, [
          plural(prompt.messages.length, 'message'),
          plural(prompt.placeholders.length, 'placeholder'),
        ]),
      ),
    },
    {
      title: 'Agent settings',
      items: surface.configs.map((config) =>
        item(top(config.path), `${config.product} ${config.kind}`, [
          plural(config.grants.length, 'grant'),
          `${config.scope} scope`,
        ]),
      ),
    },
    {
      title: 'Secrets',
      items: surface.secrets.map((secret) =>
        item(secret.location, `${secret.provider} (${secret.masked})`, [
          secret.context,
          `${secret.confidence} confidence`,
        ]),
      ),
    },
  ];
  return sections.map(({ title, items }) => ({
    title,
    items: [...items].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : a.line - b.line)),
  }));
}

const guards = (side: string, kinds: readonly string[]): string =>
  kinds.length === 0 ? `no ${side} guard` : `${side} guarded by ${kinds.join(', ')}`;

export const inventoryText = (sections: readonly InventorySection[]): string =>
  sections
    .map(({ title, items }) =>
      [
        `${title}: ${items.length}`,
        ...items.map(
          ({ path, line, name, details }) =>
            `  ${visible(path)}:${line}  ${visible(name)}  (${visible(details.join(', '))})`,
        ),
        '',
      ].join('\n'),
    )
    .join('\n');
