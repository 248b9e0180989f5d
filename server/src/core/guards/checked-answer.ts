import { type CallSite, callGuard } from '../fixes/call-guard.js';
import { readsFrom } from '../fixes/chains.js';
import type { Draft } from '../fixes/draft.js';
import type { Fix } from '../fixes/fix.js';
import { fixOf } from '../fixes/remedy.js';
import { readersOf, streamingOf } from '../fixes/result.js';
import type { Source } from '../fixes/source.js';
import { assignedName, usesOf } from '../fixes/uses.js';
import type { Node } from '../languages/cursor.js';

/** Checks the answer where it is read: its shape when it is parsed as JSON, what it hides when it is text for people. */
export const checkedAnswer = callGuard((site, draft) => {
  const streaming = streamingOf(site.source, site.model, site.call);
  if (site.model.outputGuards.includes('validation') || streaming !== 'no') return [];
  const reads = readsOf(site);
  if (reads === undefined || reads.length === 0) return [];
  const parsed = reads.flatMap((read) => parseAround(site.source, read) ?? []);
  if (parsed.length > 0) return parsed.length === reads.length ? shapes(draft, parsed) : [];
  const clean = draft.helper(site.source.family === 'python' ? 'clean_text' : 'cleanText');
  for (const read of reads) draft.wrap(read, `${clean}(`, ')');
  return fixOf(draft, {
    id: 'clean-answer',
    title: 'Strip hidden characters and pictures from the answer',
    safety: 'unsafe',
    preferred: false,
  });
});

/** The expressions that read the text of the answer; `undefined` when it is passed on whole. */
function readsOf({ source, model, call }: CallSite): readonly Node[] | undefined {
  const reads: Node[] = [];
  for (const { node, kind } of readersOf(source, model, call) ?? []) {
    if (kind !== 'value') return undefined;
    const variable = assignedName(source, node);
    const starts = variable === undefined ? [node] : usesOf(source, variable);
    for (const start of starts) {
      const read = readsFrom(source, start);
      if (isMetadata(source, read)) continue;
      if (read === start || isWritten(source, read)) return undefined;
      reads.push(read);
    }
  }
  return reads;
}

const isMetadata = (source: Source, read: Node): boolean =>
  /\.(?:usage|id|model|stop_reason|finish_reason|finishReason|created|status)\b[^()]*$/.test(
    source.text(read),
  );

const isWritten = (source: Source, read: Node): boolean =>
  source.field(read) === 'left' && /assignment/.test(source.kind(source.parent(read)));

interface Parse {
  /** `json.loads(...)`. */
  readonly call: Node;
  readonly argument: Node;
}

function parseAround(source: Source, read: Node): Parse | undefined {
  let argument = read;
  // JSON.parse(text ?? '{}'), json.loads(text or "{}")
  const around =
    /^(?:binary_expression|boolean_operator|as_expression|non_null_expression|parenthesized_expression)$/;
  while (around.test(source.kind(source.parent(argument)))) argument = source.parent(argument);
  const args = source.parent(argument);
  const call = source.parent(args);
  const callee = source.child(call, 'function');
  if (callee === undefined || source.child(call, 'arguments') !== args) return undefined;
  return /^(?:json\.loads|JSON\.parse)$/.test(source.text(callee)) && source.named(args).length === 1
    ? { call, argument }
    : undefined;
}

function shapes(draft: Draft, parsed: readonly Parse[]): readonly Fix[] {
  const { source } = draft;
  for (const { call, argument } of parsed) {
    const keys = keysRead(source, call);
    if (keys === undefined || keys.length === 0) return [];
    const [before, after] = reader(draft, keys);
    const module = source.child(source.child(call, 'function') ?? call, 'object');
    if (module !== undefined && !before.includes('JSON.parse')) draft.release(module);
    draft.replace({ start: source.start(call), end: source.start(argument) }, before);
    draft.replace({ start: source.end(argument), end: source.end(call) }, after);
  }
  return fixOf(draft, {
    id: 'check-shape',
    title: 'Check the shape of the answer (refine the types it names)',
    safety: 'unsafe',
    preferred: false,
  });
}

/** What goes before and after the text to read it with these keys: by the schema library that is at hand, else by the guard module. */
function reader(draft: Draft, keys: readonly string[]): readonly [string, string] {
  const { source } = draft;
  const { quote, newline, indent } = source.style;
  if (source.family === 'python') {
    if (!source.project.dependencies(source.path, 'python').has('pydantic')) {
      const shape = keys.map((key) => `${quote}${key}${quote}: object`).join(', ');
      return [`${draft.helper('parse_json')}(`, `, {${shape}})`];
    }
    const base = draft.import({ module: 'pydantic', name: 'BaseModel' });
    const fields = keys.map((key) => `${newline}${indent}${key}: object`).join('');
    const model = draft.define('Answer', (name) => `class ${name}(${base}):${fields}`);
    return [`${model}.model_validate_json(`, ').model_dump()'];
  }
  if (source.project.dependencies(source.path, 'npm').has('zod')) {
    const z = draft.import({ module: 'zod', name: 'z' });
    return [`${z}.object({ ${keys.map((key) => `${key}: ${z}.any()`).join(', ')} }).parse(JSON.parse(`, '))'];
  }
  const shape = keys.map((key) => `${key}: ${quote}any${quote}`).join(', ');
  return [`${draft.helper('parseJson')}(`, `, { ${shape} })`];
}

/** The keys that the code goes on to read; a person knows their types. */
function keysRead(source: Source, parsed: Node): readonly string[] | undefined {
  const pattern = source.child(source.parent(parsed), 'name');
  if (pattern !== undefined && source.is(pattern, 'object_pattern')) {
    const names = source.named(pattern);
    const plain = names.every((name) => source.is(name, 'shorthand_property_identifier_pattern'));
    return plain ? names.map((name) => source.text(name)) : undefined;
  }
  const variable = assignedName(source, parsed);
  const starts = variable === undefined ? [parsed] : usesOf(source, variable);
  const keys = new Set<string>();
  for (const start of starts) {
    const key = keyRead(source, start);
    if (key === undefined) return undefined;
    keys.add(key);
  }
  return [...keys];
}

/** "name" of `data["name"]`, `data.get("name")`, `data.name`. */
function keyRead(source: Source, start: Node): string | undefined {
  const parent = source.parent(start);
  const text = source.source.slice(source.end(start), source.end(source.parent(source.parent(parent))));
  const subscript = /^\[\s*(["'])([A-Za-z_]\w*)\1\s*\]/.exec(text)?.[2];
  if (subscript !== undefined) return subscript;
  return source.family === 'script' && source.is(parent, 'member_expression')
    ? /^\??\.([A-Za-z_$][\w$]*)(?!\s*\()/.exec(text)?.[1]
    : undefined;
}
