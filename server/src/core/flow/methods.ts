import { guardBits, sinkBits } from './bits.js';
import { callFunction } from './callbacks.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { filledFrom, promptFileText } from './file-templates.js';
import { placeOfGiven } from './invoke.js';
import { javaMethod, javaNames } from './java-methods.js';
import { firstValue, type Method } from './method.js';
import { checkingMethods } from './method-checks.js';
import { deepTaint, type Field } from './shape.js';
import { guarded, union } from './taint.js';
import { joinedText } from './text.js';
import { listOf, onlyConstant, UNKNOWN, unknown, type Value, withTaint } from './value.js';
import { anyElement, concatenated, elementsOf, fieldOf, withField, withItem } from './value-access.js';
import { join, joinAll } from './value-join.js';

/**
 * Methods of texts, lists, maps and promises, which mean the same wherever they are called. Whatever is not among them is a call of
 * something unknown.
 */
export function callMethod(run: Execution, call: Call): Value | undefined {
  const { receiver } = call.args;
  if (receiver === undefined || call.method === undefined) return undefined;
  if (run.unit.owner.module.language !== 'java') return methods.get(call.method)?.(run, call, receiver.value);
  const own = javaMethod(run, call, receiver.value);
  if (own !== undefined) return own;
  return methods.get(javaNames.get(call.method) ?? call.method)?.(run, call, receiver.value);
}

/** A name that means the same on every text, list or map. */
export const isMethodName = (name: string): boolean => methods.has(name);

const callbackOf = (call: Call): Value | undefined =>
  call.args.positional.map((one) => one.value).find((value) => value.callables.length > 0);

/** Text in, text out. */
const text: Method = (_run, call, receiver) => {
  const given = call.args.positional.reduce(
    (taint, one) => union(taint, deepTaint(one.value)),
    receiver.taint,
  );
  return { ...unknown(given), prefix: undefined };
};

/** A text with placeholders that are replaced: `format(question=q)`, `format_map(values)`, `replace("{question}", q)`. */
const filled: Method = (run, call, receiver) => {
  const { positional, named } = call.args;
  const values = new Map<string, Value>([...named].map(([name, given]) => [name, given.value]));
  const [first, second] = positional;
  const pattern = first === undefined ? undefined : onlyConstant(first.value);
  if (typeof pattern === 'string' && second !== undefined)
    values.set(/\w[\w.]*/.exec(pattern)?.[0] ?? '', second.value);
  else for (const [i, { value }] of positional.entries()) values.set(String(i), value);
  for (const [name, field] of first?.value.shape?.fields ?? []) values.set(name, field.value);
  let taint = receiver.taint;
  for (const [name, value] of values)
    taint = union(taint, filledFrom(run, receiver.taint, name, deepTaint(value)));
  if (typeof pattern === 'string' && endsTags(run, call, pattern, second?.value ?? UNKNOWN))
    taint = guarded(taint, sinkBits.bit('html'), guardBits.bit('escape'));
  return { ...unknown(taint), prefix: undefined };
};

/** Functions that escape HTML by hand: `<`, alone or with other signs, becomes something without it, wherever it stands. */
function endsTags(run: Execution, call: Call, pattern: string, replacement: Value): boolean {
  const written = onlyConstant(replacement);
  if (written !== undefined && String(written).includes('<')) return false;
  // "<" alone may be the first one only.
  if (pattern === '<')
    return written !== undefined && (replacesAll(run) || call.method === 'replaceAll' || isGlobal(run, call));
  return /^\[[^\]^][^\]]{1,50}\]$/.test(pattern) && pattern.includes('<');
}

/** `replace` of Python and Java means every place, that of JavaScript the first. */
const replacesAll = ({ unit: { owner } }: Execution): boolean =>
  owner.python || owner.module.language === 'java';

/** The pattern is a literal with the flag for all places: `/</g`. */
function isGlobal({ unit: { fn } }: Execution, { args }: Call): boolean {
  const regex = fn.body[args.positional[0]?.site?.at ?? -1];
  const flags = regex?.op === 'call' ? fn.body[regex.args[1]?.value ?? -1] : undefined;
  return flags?.op === 'const' && String(flags.value).includes('g');
}

/** `path.read_text()`, whatever the path was made of: only the files of the workspace that are prompts are known. */
const readText: Method = (run, call) => {
  const taint = promptFileText(run, call.at);
  return taint === undefined ? undefined : unknown(taint);
};

/** The same text but for its ends or case: what it starts with may have changed, its parts have not. */
const trimmed: Method = (_run, _call, receiver) =>
  receiver.shape === undefined
    ? {
        ...unknown(receiver.taint),
        constants: receiver.constants,
        open: receiver.open,
        prefix: receiver.prefix,
      }
    : undefined;

const clean: Method = () => UNKNOWN;

const shortened: Method = (_run, call, receiver) => {
  if (receiver.shape !== undefined) return receiver;
  const isLimit = call.args.positional.length > 1;
  return unknown(isLimit ? guarded(receiver.taint, 0, guardBits.bit('length-limit')) : receiver.taint);
};

function changeReceiver(run: Execution, call: Call, change: (value: Value) => Value): void {
  const place = placeOfGiven(run, call.args.receiver);
  if (place !== undefined) run.change(place, change);
}

const append: Method = (run, call) => {
  const fields = call.args.positional.map(
    ({ value, site }): Field => ({ value, site: site ?? run.site(call.at) }),
  );
  changeReceiver(run, call, (value) => fields.reduce(withItem, value));
  return UNKNOWN;
};

const insert: Method = (run, call) => {
  const field = call.args.positional.at(-1);
  if (field !== undefined) changeReceiver(run, call, (value) => withItem(value, field));
  return UNKNOWN;
};

const extend: Method = (run, call) => {
  const added = elementsOf(firstValue(call));
  const fields =
    added.length > 0
      ? added
      : [{ value: unknown(firstValue(call).taint), site: call.args.positional[0]?.site }];
  changeReceiver(run, call, (value) => fields.reduce(withItem, value));
  return UNKNOWN;
};

const update: Method = (run, call, receiver) => {
  const given = firstValue(call);
  if (receiver.shape === undefined && given.shape === undefined && call.args.named.size === 0)
    return undefined;
  changeReceiver(run, call, (value) => {
    let next = value;
    for (const [key, field] of given.shape?.fields ?? []) next = withField(next, key, field);
    for (const [key, field] of call.args.named) next = withField(next, key, field);
    if (given.shape === undefined) next = withTaint(next, union(next.taint, given.taint));
    return next;
  });
  return UNKNOWN;
};

const setEntry: Method = (run, call, receiver) => {
  const [key, value] = call.args.positional;
  if (key === undefined || value === undefined || call.args.positional.length !== 2) return undefined;
  const known = onlyConstant(key.value);
  changeReceiver(run, call, (map) => withField(map, typeof known === 'string' ? known : undefined, value));
  return receiver;
};

/** `map.get(key, default)`, `list.pop()`, `list.at(-1)`. */
const read: Method = (_run, call, receiver) => {
  const [key, usual] = call.args.positional;
  if (callbackOf(call) !== undefined) return undefined;
  const known = key === undefined ? undefined : onlyConstant(key.value);
  const field = known === undefined || known === null ? undefined : fieldOf(receiver, String(known));
  const value =
    field?.value ?? (receiver.shape === undefined ? unknown(receiver.taint) : anyElement(receiver));
  return usual === undefined ? value : join(value, usual.value);
};

const values: Method = (_run, _call, receiver) =>
  listOf([], 'list', [{ value: anyElement(receiver), site: undefined }]);

const entries: Method = (_run, _call, receiver) => {
  const pair = listOf(
    [
      { value: unknown(receiver.taint), site: undefined },
      { value: anyElement(receiver), site: undefined },
    ],
    'tuple',
  );
  return listOf([], 'list', [{ value: pair, site: undefined }]);
};

const same: Method = (_run, _call, receiver) => receiver;

const concat: Method = (run, call, receiver) => {
  const parts = [receiver, ...call.args.positional.map((one) => one.value)];
  const shape = concatenated(parts);
  if (shape !== undefined) return { ...UNKNOWN, open: false, shape };
  return unknown(joinedText(run, call.at, parts));
};

/** `", ".join(parts)` and `parts.join(", ")`. */
const joinText: Method = (run, call, receiver) => {
  const given = firstValue(call);
  return unknown(joinedText(run, call.at, [receiver, given]));
};

/** Methods that call a function for each element. */
const perElement =
  (result: (receiver: Value, given: Value, element: Value) => Value): Method =>
  (run, call, receiver) => {
    const callback = callbackOf(call);
    if (callback === undefined)
      return receiver.shape === undefined ? undefined : result(receiver, UNKNOWN, anyElement(receiver));
    const element = elementOf(receiver);
    const given = callFunction(run, call, callback, [element, UNKNOWN, receiver]) ?? UNKNOWN;
    return result(receiver, given, element);
  };

const elementOf = (receiver: Value): Value =>
  receiver.shape === undefined ? unknown(receiver.taint) : anyElement(receiver);

const mapped = (_receiver: Value, given: Value): Value =>
  listOf([], 'list', [{ value: given, site: undefined }]);

const reduced: Method = (run, call, receiver) => {
  const callback = callbackOf(call);
  if (callback === undefined) return undefined;
  const start = call.args.positional[1]?.value ?? UNKNOWN;
  const given = callFunction(run, call, callback, [start, elementOf(receiver)]) ?? UNKNOWN;
  return join(start, given);
};

/** `promise.then(f)`: awaiting leaves no trace, so the promise is its value. */
const then: Method = (run, call, receiver) => {
  const results = call.args.positional.flatMap(
    ({ value }, i) => callFunction(run, call, value, i === 0 ? [receiver] : []) ?? [],
  );
  return results.length === 0 ? receiver : joinAll(results);
};

const orRecovered: Method = (run, call, receiver) => {
  const given = callFunction(run, call, firstValue(call), []);
  return given === undefined ? receiver : join(receiver, given);
};

const methods = new Map<string, Method>([
  ...checkingMethods,
  ...[
    'strip',
    'lstrip',
    'rstrip',
    'trim',
    'trimStart',
    'trimEnd',
    'lower',
    'upper',
    'toLowerCase',
    'toUpperCase',
    'casefold',
    'title',
    'capitalize',
    'swapcase',
    'removeprefix',
    'removesuffix',
    'normalize',
    'toString',
    'decode',
    'encode',
    'expandtabs',
    'toLocaleLowerCase',
    'toLocaleUpperCase',
    'valueOf',
  ].map((name) => [name, trimmed] as const),
  ...[
    'ljust',
    'rjust',
    'center',
    'zfill',
    'padStart',
    'padEnd',
    'translate',
    'split',
    'rsplit',
    'splitlines',
    'partition',
    'rpartition',
    'repeat',
  ].map((name) => [name, text] as const),
  ...['replace', 'replaceAll', 'format', 'format_map'].map((name) => [name, filled] as const),
  ...[
    'indexOf',
    'lastIndexOf',
    'rfind',
    'charCodeAt',
    'codePointAt',
    'localeCompare',
    'isspace',
    'islower',
    'isupper',
    'istitle',
    'hasOwnProperty',
    'toFixed',
    'getTime',
  ].map((name) => [name, clean] as const),
  ...['slice', 'substring', 'substr'].map((name) => [name, shortened] as const),
  ...['append', 'push', 'unshift', 'add', 'appendleft'].map((name) => [name, append] as const),
  ['read_text', readText],
  ['insert', insert],
  ['extend', extend],
  ['update', update],
  ['setdefault', setEntry],
  ['set', setEntry],
  ...['get', 'pop', 'shift', 'at', 'popleft', 'popitem'].map((name) => [name, read] as const),
  ['values', values],
  ['items', entries],
  ['entries', entries],
  ...['copy', 'reverse', 'toReversed', 'flat', 'sort', 'toSorted', 'finally'].map(
    (name) => [name, same] as const,
  ),
  ['concat', concat],
  ['join', joinText],
  ['map', perElement(mapped)],
  [
    'flatMap',
    perElement((_receiver, given) => listOf([], 'list', [{ value: elementOf(given), site: undefined }])),
  ],
  ['forEach', perElement(() => UNKNOWN)],
  ...['some', 'every'].map(
    (name) => [name, perElement((_receiver, given) => ({ ...UNKNOWN, predicate: given.predicate }))] as const,
  ),
  ['filter', perElement((receiver) => receiver)],
  ...['find', 'findLast'].map((name) => [name, perElement((_receiver, _given, element) => element)] as const),
  ...['reduce', 'reduceRight'].map((name) => [name, reduced] as const),
  ['then', then],
  ['catch', orRecovered],
]);
