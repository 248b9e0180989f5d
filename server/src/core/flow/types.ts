import type { TypeReference } from '../ir/module.js';
import { CALL } from '../models/match-path.js';
import { EVERYWHERE, guardBits } from './bits.js';
import type { Execution } from './execution.js';
import { NO_FIELDS } from './shape.js';
import { guarded, type Taint, withoutTexts } from './taint.js';
import type { ModuleUnit, Unit } from './unit.js';
import { listOf, mapOf, ofApi, unknown, type Value, withTaint } from './value.js';
import { joinAll } from './value-join.js';

/** Types whose values carry no text of anybody: a number, a choice of constants. */
const harmless = new Set([
  'int',
  'float',
  'bool',
  'complex',
  'Decimal',
  'UUID',
  'UUID1',
  'UUID4',
  'datetime',
  'date',
  'time',
  'timedelta',
  'Literal',
  'literal',
  'number',
  'boolean',
  'bigint',
  'Date',
  'PositiveInt',
  'NonNegativeInt',
  'PositiveFloat',
  'conint',
  'confloat',
  ...['Integer', 'Long', 'Double', 'Float', 'Boolean', 'BigInteger', 'BigDecimal'],
  ...['long', 'short', 'byte', 'double', 'char', 'LocalDate', 'LocalDateTime', 'LocalTime'],
  ...['ZonedDateTime', 'OffsetDateTime', 'OptionalInt', 'OptionalLong'],
]);
/** Types that stand for their first argument. */
const wrappers = new Set([
  'Optional',
  'Annotated',
  'Final',
  'ClassVar',
  'Required',
  'NotRequired',
  'Mapped',
  'Awaitable',
  'Promise',
  'Readonly',
  'Partial',
  'NonNullable',
  'Awaited',
  'Required',
  'ReadonlyDeep',
  ...[
    'Mono',
    'CompletableFuture',
    'CompletionStage',
    'Future',
    'ResponseEntity',
    'HttpEntity',
    'ObjectProvider',
  ],
]);
const lists = new Set([
  'list',
  'List',
  'Sequence',
  'Iterable',
  'Iterator',
  'AsyncIterator',
  'AsyncIterable',
  'Collection',
  'set',
  'Set',
  'tuple',
  'Tuple',
  'Array',
  'ReadonlyArray',
  'AsyncGenerator',
  'Generator',
  'deque',
  'frozenset',
  ...['ArrayList', 'LinkedList', 'HashSet', 'LinkedHashSet', 'Deque', 'Queue', 'Stream', 'Flux'],
]);
const maps = new Set([
  ...['dict', 'Dict', 'Mapping', 'MutableMapping', 'Record', 'Map', 'defaultdict'],
  ...['HashMap', 'LinkedHashMap', 'TreeMap', 'ConcurrentHashMap', 'ConcurrentMap'],
]);
const MAX_DEPTH = 4;

const lastName = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

/** The values of a type carry no text of whoever sent them. */
export function isHarmless(type: TypeReference): boolean {
  const name = lastName(type.name);
  if (harmless.has(name)) return true;
  const inner = type.args.filter((arg) => !['None', 'null', 'undefined'].includes(arg.name));
  if (name === '|' || name === 'Union') return inner.length > 0 && inner.every(isHarmless);
  const [first] = inner;
  return (wrappers.has(name) || lists.has(name)) && first !== undefined && isHarmless(first);
}

/** What a declared type says about a value with the given taint; `undefined` when it says nothing. */
export function typedValue(
  run: Execution,
  module: ModuleUnit,
  type: TypeReference,
  taint: Taint,
  depth = 0,
): Value | undefined {
  if (depth > MAX_DEPTH) return undefined;
  if (isHarmless(type)) {
    return unknown(withoutTexts(guarded(taint, EVERYWHERE, guardBits.bit('number'))));
  }
  const name = lastName(type.name);
  const inner = (arg: TypeReference | undefined): Value | undefined =>
    arg === undefined ? undefined : typedValue(run, module, arg, taint, depth + 1);
  if (wrappers.has(name)) return inner(type.args[0]);
  if (name === '|' || name === 'Union') {
    const known = type.args.map(inner).filter((value) => value !== undefined);
    return known.length === 0 ? undefined : joinAll(known);
  }
  if (lists.has(name)) {
    const element = inner(type.args[0]);
    if (element === undefined) return undefined;
    return withTaint(listOf([], 'list', [{ value: element, site: undefined }]), taint);
  }
  if (maps.has(name)) {
    const element = inner(type.args[1]);
    if (element === undefined) return undefined;
    return withTaint(mapOf(NO_FIELDS, false, [{ value: element, site: undefined }]), taint);
  }
  const named = run.program.namedType(run, module, type.name);
  return named === undefined ? undefined : instanceOf(run, named, taint);
}

/** What a function gives, where the language holds it to the type that it declares: a number is nobody's text. */
export function declaredResult({ fn, owner }: Unit, result: Value): Value {
  const isNumber =
    owner.module.language === 'java' && fn.returnType !== undefined && isHarmless(fn.returnType);
  return isNumber
    ? withTaint(result, withoutTexts(guarded(result.taint, EVERYWHERE, guardBits.bit('number'))))
    : result;
}

/** What constructing a type gives: `X()` of a library, an instance of a class of the program. */
export function instanceOf(run: Execution, type: Value, taint: Taint): Value | undefined {
  const parts: Value[] = [];
  for (const api of type.apis) {
    const made = api.child(CALL);
    if (made !== undefined) parts.push(ofApi(made, taint));
  }
  for (const callable of type.callables) {
    if (callable.kind !== 'class') continue;
    if (run.program.classes.isEnumeration(callable.class)) {
      parts.push(unknown(withoutTexts(guarded(taint, EVERYWHERE, guardBits.bit('allowlist')))));
    } else {
      parts.push(withTaint(run.program.classes.instance(run, callable.class), taint));
    }
  }
  return parts.length === 0 ? undefined : joinAll(parts);
}
