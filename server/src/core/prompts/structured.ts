import type { ConfigDocument, ConfigNode } from '../config/config-node.js';
import { descendants, entriesOf, type KeyPattern, select, stringOf } from '../config/path.js';
import type { Role } from '../surface/model-use.js';
import { contentSpan, textSpans } from './content.js';
import type { PromptFormat, PromptPart } from './format.js';
import type { RoleMarker } from './markers/marker.js';
import { roleNamed } from './markers/roles.js';
import { settingsIn } from './settings.js';
import { guessDialect } from './templates/guess.js';
import type { Dialect } from './templates/insertion.js';

/** Strings of a config document that are prompts: where they are, and who speaks in them. */
export interface PromptPlace {
  readonly at: KeyPattern;
  readonly role: Role;
}

export interface StructuredFormat extends Pick<PromptFormat, 'id' | 'files' | 'where' | 'shows'> {
  /** What the document must be; any by default. */
  readonly holds?: (root: ConfigNode) => boolean;
  readonly places?: readonly PromptPlace[];
  /** Messages with a role and a content each also count, wherever they stand. */
  readonly chat?: boolean;
  /** By default the dialect is guessed for each text. */
  readonly dialect?: Dialect | ((root: ConfigNode) => Dialect | undefined);
  readonly markers?: readonly RoleMarker[];
  /** Values that only refer to something else. */
  readonly except?: RegExp;
}

/** A format whose files are JSON, YAML or TOML with prompts in them. */
export function structured(format: StructuredFormat): PromptFormat {
  const { id, files, where, shows, holds, places = [], chat = false, markers, except } = format;
  return {
    id,
    files,
    ...(where && { where }),
    ...(shows && { shows }),
    read({ text, config }) {
      const { root } = config;
      if (root?.kind !== 'map' && root?.kind !== 'list') return undefined;
      if (holds?.(root) === false) return undefined;
      const dialect = typeof format.dialect === 'function' ? format.dialect(root) : format.dialect;
      const parts = [
        ...places.flatMap((place) => partsAt(text, config, place, dialect, markers)),
        ...(chat ? chatParts(text, root, dialect) : []),
      ];
      const own = parts.filter(({ range }) => except?.test(text.slice(range.start, range.end)) !== true);
      return { parts: distinct(own), settings: settingsIn(root) };
    },
  };
}

function partsAt(
  text: string,
  { root, further = [] }: ConfigDocument,
  { at, role }: PromptPlace,
  dialect: Dialect | undefined,
  markers: readonly RoleMarker[] | undefined,
): readonly PromptPart[] {
  return [root, ...further]
    .flatMap((one) => select(one, at))
    .flatMap(({ node }) => (node.kind === 'string' ? [contentSpan(text, node.range)] : []))
    .map((range) => ({
      range,
      role,
      dialect: dialect ?? guessDialect(text, range),
      ...(markers && { markers }),
    }));
}

const roleKeys = ['role', 'from', 'author', 'speaker', 'type'];
const contentKeys = ['content', 'text', 'value', 'template', 'message', 'prompt', 'parts'];

/** Messages below a node: maps with a role and a content, in the spellings of the usual APIs and data sets. */
export function chatParts(text: string, root: ConfigNode, dialect?: Dialect): readonly PromptPart[] {
  const parts: PromptPart[] = [];
  for (const { node } of descendants({ node: root, keys: [] })) {
    const entries = entriesOf(node);
    if (entries.length < 2) continue;
    const value = (keys: readonly string[], fits: (node: ConfigNode) => boolean): ConfigNode | undefined =>
      keys.flatMap((key) => entries.filter((entry) => entry.key === key && fits(entry.value)))[0]?.value;
    const role = stringOf(value(roleKeys, (one) => isRole(stringOf(one))));
    if (role === undefined) continue;
    for (const range of textSpans(
      text,
      value(contentKeys, ({ kind }) => kind === 'string' || kind === 'list'),
    )) {
      parts.push({ range, role: roleNamed(role), dialect: dialect ?? guessDialect(text, range) });
    }
  }
  return parts;
}

const isRole = (name: string | undefined): boolean =>
  name !== undefined && (roleNamed(name) !== 'unknown' || /\{[{%]/.test(name));

/** Of parts that share text, the first one: formats name the particular before the general. */
export function distinct(parts: readonly PromptPart[]): readonly PromptPart[] {
  const taken = new Set<number>();
  return parts.filter(({ range }) => !taken.has(range.start) && taken.add(range.start));
}
