import type { Node } from '../languages/cursor.js';
import type { ModelCall } from '../surface/model-use.js';
import { type Call, calleeName } from './call.js';
import { functionAround, isAsync } from './place.js';
import type { Source } from './source.js';
import { assignedName, awaited, usesOf } from './uses.js';

/** One expression through which a program gets at the answer of a model. */
export interface Reader {
  readonly node: Node;
  /**
   * `value`: the answer itself; `promise`: an answer to come (scripts); `chunks`: a stream of an SDK's chunks or of text;
   * `text`: a stream of text for sure.
   */
  readonly kind: 'value' | 'promise' | 'chunks' | 'text';
  /** The stream is read with `async for`. */
  readonly isAsync: boolean;
}

/**
 * All readers of a call's answer: guarding each of them guards the answer. `undefined` when the answer gets out of sight, so that nobody can
 * say that none is missed.
 */
export function readersOf(source: Source, model: ModelCall, call: Call): readonly Reader[] | undefined {
  const callee = source.text(call.callee);
  if (/with_raw_response|with_streaming_response|asResponse|withResponse/.test(callee)) return undefined;
  const { node, awaits } = awaited(source, call.node);
  const streaming = streamingOf(source, model, call);
  if (streaming === 'yes' || isIterated(source, node) !== undefined) return streamReaders(source, node);
  if (streaming === 'unknown') return undefined;
  if (isHttp(model)) return responseReaders(source, node, calleeName(source, call));
  if (awaits) return [value(node)];
  return source.family === 'script' ? promiseReaders(source, node) : syncReaders(source, node);
}

/** A body that is written out where it is sent streams only when it says so. */
export function streamingOf(source: Source, model: ModelCall, call: Call): ModelCall['streaming'] {
  if (model.streaming !== 'unknown' || call.spreads.length > 0) return model.streaming;
  const args = source.text(call.args);
  return isHttp(model) && /JSON\.stringify\(\s*\{|json\s*[=:]\s*\{/.test(args) && !/stream/i.test(args)
    ? 'no'
    : 'unknown';
}

const value = (node: Node): Reader => ({ node, kind: 'value', isAsync: false });

const isHttp = ({ sdk }: ModelCall): boolean => /http|fetch|requests|axios/.test(sdk);

function promiseReaders(source: Source, node: Node): readonly Reader[] | undefined {
  const parent = source.parent(node);
  if (source.is(parent, 'member_expression') && source.field(node) === 'object') {
    const property = source.child(parent, 'property');
    if (property === undefined || !/^(?:then|catch|finally)$/.test(source.text(property))) return undefined;
  }
  return [{ node, kind: 'promise', isAsync: false }];
}

/** In an async function the call may give a coroutine that is awaited further out: `await asyncio.gather(f(a), f(b))`. */
function syncReaders(source: Source, node: Node): readonly Reader[] | undefined {
  const fn = functionAround(source, node);
  if (fn === undefined || !isAsync(source, fn)) return [value(node)];
  for (const ancestor of source.ancestors(node)) {
    const kind = source.kind(ancestor);
    if (kind === 'await') return [value(ancestor)];
    if (kind === 'block' || kind === 'lambda') break;
  }
  return [value(node)];
}

/** The loop or comprehension that reads the expression item by item. */
function isIterated(source: Source, node: Node): { readonly isAsync: boolean } | undefined {
  const parent = source.parent(node);
  const kind = source.kind(parent);
  const field = source.field(node);
  if ((kind === 'for_statement' || kind === 'for_in_clause') && field === 'right') {
    return { isAsync: source.has(parent, 'async') };
  }
  if (kind === 'for_in_statement' && field === 'right' && source.has(parent, 'await'))
    return { isAsync: true };
  return undefined;
}

function streamReaders(source: Source, node: Node): readonly Reader[] | undefined {
  const loop = isIterated(source, node);
  if (loop !== undefined) return [{ node, kind: 'chunks', isAsync: loop.isAsync }];
  const variable = assignedName(source, node) ?? contextName(source, node);
  if (variable === undefined) return undefined;
  const readers: Reader[] = [];
  for (const use of usesOf(source, variable)) {
    const reader = streamReader(source, use);
    if (reader === undefined) return undefined;
    readers.push(reader);
  }
  return readers.length === 0 ? undefined : readers;
}

/** `s` of `with client.messages.stream(...) as s:`. */
function contextName(source: Source, node: Node): Node | undefined {
  const pattern = source.parent(node);
  if (!source.is(pattern, 'as_pattern') || !source.is(source.parent(pattern), 'with_item')) return undefined;
  const target = source.child(pattern, 'alias');
  const name = target === undefined ? undefined : (source.firstNamed(target) ?? target);
  return name !== undefined && source.is(name, 'identifier') ? name : undefined;
}

/** What one use of a stream object reads from it. */
function streamReader(source: Source, use: Node): Reader | undefined {
  const loop = isIterated(source, use);
  if (loop !== undefined) return { node: use, kind: 'chunks', isAsync: loop.isAsync };
  const member = source.parent(use);
  if (!source.is(member, 'attribute') && !source.is(member, 'member_expression')) return undefined;
  const name = source.text(source.child(member, 'attribute') ?? source.child(member, 'property') ?? member);
  if (name === 'text_stream' || name === 'textStream') {
    const inner = isIterated(source, member);
    if (inner === undefined && source.family === 'script') return undefined;
    return { node: member, kind: 'text', isAsync: inner?.isAsync ?? false };
  }
  const call = source.parent(member);
  if (!/^(?:get_final_\w+|finalText|finalMessage|finalChatCompletion|finalContent)$/.test(name))
    return undefined;
  if (!source.is(call, 'call') && !source.is(call, 'call_expression')) return undefined;
  const { node, awaits } = awaited(source, call);
  return awaits || source.family === 'python' ? value(node) : { node, kind: 'promise', isAsync: false };
}

/** An HTTP response is no answer yet: what is read from it is. */
function responseReaders(source: Source, node: Node, method: string): readonly Reader[] | undefined {
  const direct = bodyRead(source, node);
  if (direct !== undefined) return [direct];
  const variable = assignedName(source, node);
  if (variable === undefined || method === 'stream') return undefined;
  const readers: Reader[] = [];
  for (const use of usesOf(source, variable)) {
    const reader = bodyRead(source, use);
    if (reader === undefined) {
      if (isHarmless(source, use)) continue;
      return undefined;
    }
    readers.push(reader);
  }
  return readers.length === 0 ? undefined : readers;
}

/** `response.json()`, `await response.text()`, `response.data`. */
function bodyRead(source: Source, use: Node): Reader | undefined {
  const member = source.parent(use);
  if (!source.is(member, 'attribute') && !source.is(member, 'member_expression')) return undefined;
  const name = source.text(source.child(member, 'attribute') ?? source.child(member, 'property') ?? member);
  if (name === 'data') return value(member);
  const call = source.parent(member);
  if (source.field(member) !== 'function')
    return name === 'text' && source.family === 'python' ? value(member) : undefined;
  if (name !== 'json' && name !== 'text') return undefined;
  const { node, awaits } = awaited(source, call);
  return awaits || source.family === 'python' ? value(node) : { node, kind: 'promise', isAsync: false };
}

/** Status and headers hold nothing of the answer. */
function isHarmless(source: Source, use: Node): boolean {
  const member = source.parent(use);
  const name = source.text(source.child(member, 'attribute') ?? source.child(member, 'property') ?? use);
  return /^(?:ok|status|status_code|statusText|headers|raise_for_status|reason)$/.test(name);
}
