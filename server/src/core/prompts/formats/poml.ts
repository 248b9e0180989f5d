import type { Role } from '../../surface/model-use.js';
import { overlaps, range } from '../../text/range.js';
import type { PromptFormat, PromptPart } from '../format.js';
import { roleNamed } from '../markers/roles.js';
import { elementTexts, type MarkupTag, markupTags } from '../markup.js';
import { mentionsOf } from '../templates/expression.js';
import type { Dialect } from '../templates/insertion.js';
import { jinjaDialect } from '../templates/jinja.js';

const expressions = jinjaDialect({ id: 'poml', builtins: ['loop', 'Math', 'JSON', 'Object', 'Array'] });

/** Elements whose text is code or data of the template and reaches no model. */
const silent: ReadonlySet<string> = new Set([
  'let',
  'stylesheet',
  'script',
  'output-schema',
  'meta',
  'runtime',
]);

/**
 * POML: components of XML. Who speaks is said by message elements or a `speaker`; what none of them holds is the system's where others speak too, and
 * the user's where nobody else does (microsoft/poml, packages/poml/writer.ts).
 */
export const poml: PromptFormat = {
  id: 'poml',
  files: ['poml'],
  read({ text }) {
    const tags = markupTags(text);
    const spoken = tags.some((tag) => speakerOf(tag) === 'user' || speakerOf(tag) === 'assistant');
    const byDefault: Role = spoken ? 'system' : 'user';
    const comments = tags.filter(({ name }) => name === '<!--');
    const dialect = withBindings(bindingsOf(tags), comments);
    const parts = elementTexts(text, tags).map(({ range: span, around }): PromptPart | undefined =>
      around.some(({ name }) => silent.has(name))
        ? undefined
        : { range: span, role: roleIn(around) ?? byDefault, dialect },
    );
    return { parts: joined(parts), settings: new Map() };
  },
};

function speakerOf(tag: MarkupTag): Role | undefined {
  const speaker =
    tag.attributes.get('speaker')?.value ??
    /^(system|human|user|ai|assistant)-(?:msg|message)$/.exec(tag.name)?.[1];
  return speaker === undefined ? undefined : roleNamed(speaker);
}

function roleIn(around: readonly MarkupTag[]): Role | undefined {
  for (let i = around.length - 1; i >= 0; i--) {
    const tag = around[i];
    const role = tag === undefined ? undefined : speakerOf(tag);
    if (role !== undefined) return role;
  }
  return undefined;
}

/** Stretches of one speaker that follow one another are one message; silent elements (`undefined`) part them. */
function joined(parts: readonly (PromptPart | undefined)[]): readonly PromptPart[] {
  const joint: PromptPart[] = [];
  parts.forEach((part, i) => {
    if (part === undefined) return;
    const last = joint.at(-1);
    if (last?.role === part.role && parts[i - 1] !== undefined) {
      joint[joint.length - 1] = { ...last, range: range(last.range.start, part.range.end) };
    } else joint.push(part);
  });
  return joint;
}

/** What loops (`for="file in files"`) and definitions (`<let name="x">`) make of their names. */
function bindingsOf(tags: readonly MarkupTag[]): ReadonlyMap<string, readonly string[]> {
  const bindings = new Map<string, readonly string[]>();
  for (const { name, attributes } of tags) {
    const [, variable, source = ''] =
      /^\s*(\w+)\s+in\s+([\s\S]*)$/.exec(attributes.get('for')?.value ?? '') ?? [];
    if (variable !== undefined) bindings.set(variable, mentionsOf(source).names);
    const defined = name === 'let' ? attributes.get('name')?.value : undefined;
    if (defined !== undefined) bindings.set(defined, mentionsOf(attributes.get('value')?.value ?? '').names);
  }
  return bindings;
}

const withBindings = (
  bindings: ReadonlyMap<string, readonly string[]>,
  comments: readonly MarkupTag[],
): Dialect => ({
  id: expressions.id,
  insertions: (text, span) =>
    expressions.insertions(text, span).flatMap((insertion) => {
      if (comments.some((comment) => overlaps(comment.range, insertion.range))) return [];
      const sources = bindings.get(insertion.name);
      return sources === undefined ? [insertion] : sources.map((name) => ({ ...insertion, name }));
    }),
});
