import {
  appendTo,
  type ConfigEdits,
  type ConfigSource,
  put,
  removeAll,
  renameKey,
  replaceValue,
} from '../../config/edit.js';
import { at, descendants, itemsOf, stringOf } from '../../config/path.js';
import type { Fix } from '../../fixes/fix.js';
import type { Project } from '../../project.js';
import { areCompatible, type TextEdit } from '../../text/edits.js';
import type { TextRange } from '../../text/range.js';
import type { AgentConfig } from '../agent-config.js';
import type { Remedy, RemedyStep } from '../remedy.js';
import type { Risk } from '../risk.js';
import { knownVersion } from './known-version.js';
import { projectCommands } from './project-commands.js';

/** The remedies of a risk as text edits of its file; those that cannot be done here are left out. */
export function fixesFor(risk: Risk, config: AgentConfig, project: Project): readonly Fix[] {
  const text = project.file(config.path)?.text;
  if (text === undefined) return [];
  const source: ConfigSource = { text, document: config.document };
  const fixes: Fix[] = [];
  for (const remedy of risk.remedies) {
    const edits = editsOf(remedy, source, config, project);
    if (edits === undefined) continue;
    fixes.push({
      id: remedy.id,
      title: remedy.title,
      safety: remedy.safety,
      preferred: fixes.length === 0 && remedy.safety !== 'manual',
      changes: [{ path: config.path, edits }],
    });
  }
  return fixes;
}

function editsOf(remedy: Remedy, source: ConfigSource, config: AgentConfig, project: Project): ConfigEdits {
  const edits: TextEdit[] = [];
  for (const step of remedy.steps) {
    const part = stepEdits(step, source, config, project);
    if (part === undefined) return undefined;
    edits.push(...part);
  }
  return edits.length > 0 && areCompatible(edits) ? edits : undefined;
}

function stepEdits(
  step: RemedyStep,
  source: ConfigSource,
  config: AgentConfig,
  project: Project,
): ConfigEdits {
  switch (step.do) {
    case 'replace':
      return replaceValue(source, step.at, step.value);
    case 'remove':
      return removeAll(source, step.at);
    case 'move':
      return move(source, step.at, step.to);
    case 'put':
      return put(source, step.path, step.value);
    case 'append':
      return appendTo(source, step.path, step.values);
    case 'rename':
      return renameKey(source, step.at, step.key);
    case 'edit':
      return step.edits;
    case 'narrow':
      return narrow(source, step.at, step.format, config, project);
    case 'pin': {
      const version = knownVersion(step.name, step.ecosystem, config.project, project);
      const written = stringAt(source, step.at);
      if (version === undefined || written === undefined) return undefined;
      const pinned =
        step.ecosystem === 'npm'
          ? `${step.name}@${version}`
          : `${extrasOf(step.spec, step.name)}==${version}`;
      return replaceValue(
        source,
        step.at,
        written.replace(step.spec, () => pinned),
      );
    }
  }
}

/** "pkg[cli]" of "pkg[cli]>=1". */
const extrasOf = (spec: string, name: string): string =>
  `${name}${/^[^[\]]*(\[[^\]]*\])/.exec(spec)?.[1] ?? ''}`;

function move(source: ConfigSource, items: readonly TextRange[], to: readonly string[]): ConfigEdits {
  const texts = items.flatMap((span) => stringAt(source, span) ?? []);
  const present = new Set(itemsOf(at(source.document.root, ...to)).map(stringOf));
  const fresh = texts.filter((text) => !present.has(text));
  const removed = removeAll(source, items);
  const added = fresh.length === 0 ? [] : appendTo(source, to, fresh);
  return removed === undefined || added === undefined ? undefined : [...removed, ...added];
}

function narrow(
  source: ConfigSource,
  item: TextRange,
  format: string,
  config: AgentConfig,
  project: Project,
): ConfigEdits {
  const list = listOf(source, item);
  if (list === undefined) return undefined;
  const present = new Set(itemsOf(at(source.document.root, ...list)).map(stringOf));
  const entries = projectCommands(config.project, project)
    .map((command) => format.replace('{}', () => command))
    .filter((entry) => !present.has(entry));
  const [first, ...rest] = entries;
  if (first === undefined) return undefined;
  const replaced = replaceValue(source, item, first);
  const added = rest.length === 0 ? [] : appendTo(source, list, rest);
  return replaced === undefined || added === undefined ? undefined : [...replaced, ...added];
}

/** Path of the list that holds an item. */
function listOf(source: ConfigSource, item: TextRange): readonly string[] | undefined {
  const { root } = source.document;
  if (root === undefined) return undefined;
  for (const found of descendants({ node: root, keys: [] })) {
    const holds = itemsOf(found.node).some(
      ({ range }) => range.start === item.start && range.end === item.end,
    );
    if (holds) return found.keys;
  }
  return undefined;
}

function stringAt(source: ConfigSource, span: TextRange): string | undefined {
  const { root } = source.document;
  if (root === undefined) return undefined;
  for (const { node } of descendants({ node: root, keys: [] })) {
    if (node.range.start === span.start && node.range.end === span.end && node.kind === 'string')
      return node.value;
  }
  return undefined;
}
