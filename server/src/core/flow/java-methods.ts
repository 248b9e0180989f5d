import { EVERYWHERE, guardBits } from './bits.js';
import { callFunction } from './callbacks.js';
import type { Call } from './calls.js';
import { equality } from './comparison.js';
import type { Execution } from './execution.js';
import { placeOfGiven } from './invoke.js';
import { lastName, writtenChain } from './names.js';
import { isNarrow } from './regex-checks.js';
import { deepTaint } from './shape.js';
import { embeddedIn, union } from './taint.js';
import { onlyConstant, UNKNOWN, unknown, type Value, withTaint } from './value.js';
import { anyElement, fieldOf, withField } from './value-access.js';
import { join } from './value-join.js';

/** Methods of Java that do what a method of another name does in Python or JavaScript. */
export const javaNames: ReadonlyMap<string, string> = new Map(
  (
    [
      ['set', 'put putIfAbsent'],
      ['extend', 'addAll putAll'],
      ['append', 'addFirst addLast offer'],
      [
        'get',
        'getOrDefault getFirst getLast remove poll peekFirst orElse orElseThrow block blockFirst blockLast next',
      ],
      ['items', 'entrySet'],
      ['has', 'containsKey'],
      ['includes', 'contains'],
      ['some', 'anyMatch'],
      ['every', 'allMatch'],
      ['forEach', 'ifPresent subscribe thenAccept doOnNext'],
      ['map', 'thenApply mapToObj'],
      ['flatMap', 'thenCompose concatMap flatMapMany flatMapIterable'],
      ['filter', 'takeWhile dropWhile'],
      [
        'copy',
        'stream parallelStream toList distinct sorted limit skip parallel boxed reversed iterator toArray collectList',
      ],
      ['copy', 'findFirst findAny toFuture toStream cache'],
      ['trim', 'strip stripLeading stripTrailing stripIndent intern getBytes toCharArray asText'],
      [
        'indexOf',
        'length size isEmpty isBlank asInt asLong asDouble asBoolean intValue longValue doubleValue booleanValue getAsInt getAsLong getAsDouble getAsBoolean hashCode compareTo charAt count isPresent ordinal',
      ],
      ['split', 'lines chars'],
    ] as const
  ).flatMap(([common, names]) => names.split(' ').map((name) => [name, common] as const)),
);

/** Methods that mean something else in Java than in other languages, or that others have not. */
export function javaMethod(run: Execution, call: Call, receiver: Value): Value | undefined {
  const { method = '', args } = call;
  const [first] = args.positional;
  // A lambda is called by the one method of its interface, whatever it is called.
  if (receiver.callables.some((one) => one.kind === 'function')) {
    const given = callFunction(
      run,
      call,
      receiver,
      args.positional.map((one) => one.value),
    );
    if (given !== undefined) return given;
  }
  switch (method) {
    case 'equals':
    case 'equalsIgnoreCase':
    case 'contentEquals': {
      if (first === undefined) return undefined;
      const places = [placeOfGiven(run, args.receiver), placeOfGiven(run, first)] as const;
      const predicate = equality(receiver, first.value, ...places);
      return predicate === undefined ? UNKNOWN : { ...UNKNOWN, predicate };
    }
    case 'matches':
      return matched(run, call, receiver);
    case 'append':
      return withTaint(
        receiver,
        union(receiver.taint, first === undefined ? receiver.taint : deepTaint(first.value)),
      );
    case 'collect':
      return collected(run, call, receiver);
    case 'computeIfAbsent':
    case 'computeIfPresent':
    case 'compute': {
      const made = callFunction(
        run,
        call,
        args.positional[1]?.value ?? UNKNOWN,
        args.positional.slice(0, 1).map((one) => one.value),
      );
      return made === undefined ? anyElement(receiver) : join(anyElement(receiver), made);
    }
    case 'peek':
    case 'orElseGet':
    case 'onErrorResume': {
      const given =
        first === undefined ? undefined : callFunction(run, call, first.value, [anyElement(receiver)]);
      return method === 'peek' || given === undefined ? receiver : join(anyElement(receiver), given);
    }
    case 'getKey':
      return args.positional.length === 0 ? receiver.shape?.items[0]?.value : undefined;
    case 'getValue':
      return args.positional.length === 0 ? receiver.shape?.items[1]?.value : undefined;
    default:
      return property(run, call, receiver);
  }
}

/** `text.matches("[a-z]+")`, and `pattern.matcher(text).matches()`. */
function matched(run: Execution, call: Call, receiver: Value): Value {
  const [pattern] = call.args.positional;
  if (pattern === undefined) return { ...UNKNOWN, predicate: receiver.predicate };
  const place = placeOfGiven(run, call.args.receiver);
  const known = onlyConstant(pattern.value);
  if (place === undefined || typeof known !== 'string') return UNKNOWN;
  const cleared = isNarrow(known, true, true) ? EVERYWHERE : 0;
  const whenTrue = [{ place, cleared, guards: guardBits.bit('validation') }];
  return { ...UNKNOWN, predicate: { whenTrue, whenFalse: [] } };
}

/** A list stays what it is, but for `Collectors.joining`, which makes a text of it. */
function collected(run: Execution, call: Call, receiver: Value): Value {
  const [collector] = call.args.positional;
  const at = collector?.site?.at;
  const name = at === undefined ? undefined : lastName(writtenChain(run.unit, at));
  if (name !== 'joining') return receiver;
  return unknown(
    embeddedIn(deepTaint(receiver), { site: run.site(call.at), message: 'put into a text here' }),
  );
}

/** `bean.setName(x)` and `bean.getName()`, `record.name()`, as far as the object is known. */
function property(run: Execution, call: Call, receiver: Value): Value | undefined {
  const { method = '', args } = call;
  const [first] = args.positional;
  const [, verb, name = ''] = /^(set|get|is|with)([A-Z]\w*)$/.exec(method) ?? [];
  const key = verb === undefined ? method : name.charAt(0).toLowerCase() + name.slice(1);
  if (verb === 'set' && first !== undefined && args.positional.length === 1) {
    const place = placeOfGiven(run, args.receiver);
    if (place !== undefined) run.change(place, (bean) => withField(bean, key, first));
    return UNKNOWN;
  }
  const isRead = args.positional.length === 0 && receiver.shape !== undefined;
  // What a list of messages or pieces gives as a whole: `prompt.text()`.
  if (
    isRead &&
    receiver.shape?.kind === 'list' &&
    !javaNames.has(method) &&
    /^(?:(?:get|to)?(?:text|contents?|string|instructions)|create|createMessage|render)$/i.test(method)
  )
    return unknown(deepTaint(receiver));
  return isRead && receiver.shape?.fields.has(key) === true ? fieldOf(receiver, key)?.value : undefined;
}
