import type { Instruction, ValueId } from '../ir/instruction.js';
import type { Given } from './arguments.js';
import { guardBits, sinkBits } from './bits.js';
import type { Execution } from './execution.js';
import { lastName, writtenChain } from './names.js';
import type { Place } from './place.js';
import type { Predicate, Refinement } from './predicate.js';
import { isClean } from './taint.js';
import type { Unit } from './unit.js';
import { onlyConstant, type Value } from './value.js';

/*
 * Checks by hand that keep a path in its folder, and an address on hosts that are known: `resolved.startsWith(root)`,
 * `os.path.commonpath([root, p]) == root`, `new URL(url).hostname === "api.example.com"`.
 */

/** Give a path without `..`. */
const RESOLVES =
  /^(?:resolve|normalize|normpath|realpath|realpathSync|abspath|absolute|toRealPath|getCanonicalPath|getCanonicalFile)$/;
/** Put paths together, or give another form of the same path or text. */
const KEEPS =
  /^(?:join|joinpath|Path|PurePath|of|get|File|resolve_path|safe_join|toString|String|str|fspath|trim|strip|lower|toLowerCase|relative|toAbsolutePath|toPath|URL|urlparse|urlsplit|parse|create|split|rsplit)$/;
/** Parts of a parsed address that say where a request goes. */
const HOSTS = /^(?:hostname|host|netloc|origin|getHost)$/;
const MAX_STEPS = 40;

interface Traced {
  readonly places: readonly Place[];
  /** It went through a function that takes `..` out. */
  readonly isResolved: boolean;
  /** It is the host of an address. */
  readonly isHost: boolean;
}

/** The variables that a path, or a part of an address, is made of, also by way of variables that are assigned once. */
function traced(unit: Unit, value: ValueId): Traced {
  const { body } = unit.fn;
  const places: Place[] = [];
  const seen = new Set<ValueId>();
  const open: ValueId[] = [value];
  let [isResolved, isHost] = [false, false];
  for (let step = 0; step < MAX_STEPS; step++) {
    const at = open.pop();
    if (at === undefined) break;
    const instruction = body[at];
    if (instruction === undefined || seen.has(at)) continue;
    seen.add(at);
    const place = unit.place(at);
    if (instruction.op === 'call') {
      const name = lastName(writtenChain(unit, instruction.callee)) ?? '';
      isResolved ||= RESOLVES.test(name);
      isHost ||= HOSTS.test(name);
      if (!RESOLVES.test(name) && !KEEPS.test(name) && !HOSTS.test(name)) continue;
      const callee = body[instruction.callee];
      if (callee?.op === 'get') open.push(callee.object);
      open.push(...instruction.args.map((argument) => argument.value));
    } else if (instruction.op === 'get' && instruction.key !== undefined && HOSTS.test(instruction.key)) {
      isHost = true;
      open.push(instruction.object);
    } else if (place !== undefined) {
      const stored = unit.stored.get(place.variable);
      if (places.length > 0 && stored === -1) continue;
      places.push(place);
      const store = instruction.op === 'load' ? body[stored ?? -1] : undefined;
      if (store?.op === 'store') open.push(store.value);
    } else open.push(...partsOf(instruction));
  }
  return { places, isResolved, isHost };
}

function partsOf(instruction: Instruction): readonly ValueId[] {
  switch (instruction.op) {
    case 'template':
      return instruction.parts;
    case 'binary':
      return instruction.operator === '/' || instruction.operator === '+'
        ? [instruction.left, instruction.right]
        : [];
    case 'list':
      return instruction.items.map((item) => item.value);
    case 'choose':
      return instruction.values;
    case 'await':
      return [instruction.value];
    case 'get':
      return [instruction.object];
    default:
      return [];
  }
}

const refined = (places: readonly Place[], kind: 'path' | 'url'): readonly Refinement[] =>
  places.map((place) => ({ place, cleared: sinkBits.bit(kind), guards: guardBits.bit('allowlist') }));

const holding = (places: readonly Place[], kind: 'path' | 'url'): Predicate | undefined =>
  places.length === 0 ? undefined : { whenTrue: refined(places, kind), whenFalse: [] };

const failing = (places: readonly Place[]): Predicate | undefined =>
  places.length === 0 ? undefined : { whenTrue: [], whenFalse: refined(places, 'path') };

/** The instruction of an argument, if it is one of the function that is running. */
const instructionOf = (run: Execution, given: Given | undefined): ValueId | undefined =>
  given?.site === undefined || given.site.unit !== run.unit || given.site.part !== 'value'
    ? undefined
    : given.site.at;

/** `path.startsWith(root)`, `relative.startsWith("..")`, `url.startsWith("https://api.example.com/")`, `host.endsWith(".example.com")`. */
export function edgeConfinement(
  run: Execution,
  text: Given | undefined,
  edge: Value,
  isStart: boolean,
): Predicate | undefined {
  const at = instructionOf(run, text);
  if (at === undefined || !isClean({ atoms: edge.taint.atoms, texts: [] })) return undefined;
  const { places, isResolved, isHost } = traced(run.unit, at);
  if (!isStart) return isHost ? holding(places, 'url') : undefined;
  if (isUpwards(edge)) return failing(places);
  if (isHost || (edge.constants.length > 0 && edge.constants.every(isAddress))) return holding(places, 'url');
  return isResolved ? holding(places, 'path') : undefined;
}

const isUpwards = (value: Value): boolean => /^\.\.[\\/]?$/.test(String(onlyConstant(value) ?? ''));

/** With a host that nothing can be added to. */
const isAddress = (one: unknown): boolean => /^https?:\/\/[^/?#]+\//.test(String(one));

/** `".." in path`, `path.includes("..")`. */
export function upwardsCheck(run: Execution, text: ValueId | undefined, part: Value): Predicate | undefined {
  return text === undefined || !isUpwards(part) ? undefined : failing(traced(run.unit, text).places);
}

export const upwardsIn = (run: Execution, text: Given | undefined, part: Value): Predicate | undefined =>
  upwardsCheck(run, instructionOf(run, text), part);

/** `path.is_relative_to(root)`. */
export function insideCheck(run: Execution, path: Given | undefined): Predicate | undefined {
  const at = instructionOf(run, path);
  return at === undefined ? undefined : holding(traced(run.unit, at).places, 'path');
}

/** What is equal to, or one of, what the program says: a host, the folder around a path. */
export function placeCheck(run: Execution, one: ValueId): Predicate | undefined {
  const { body } = run.unit.fn;
  const { places, isHost } = traced(run.unit, one);
  if (isHost) return holding(places, 'url');
  const instruction = body[one];
  const name =
    instruction?.op === 'get'
      ? instruction.key
      : instruction?.op === 'call'
        ? lastName(writtenChain(run.unit, instruction.callee))
        : undefined;
  if (name === undefined || !AROUND.test(name)) return undefined;
  const parts =
    instruction?.op === 'get'
      ? [instruction.object]
      : instruction?.op === 'call'
        ? instruction.args.map((argument) => argument.value)
        : [];
  return holding(
    parts.flatMap((part) => traced(run.unit, part).places),
    'path',
  );
}

/** Folders around a path. */
const AROUND = /^(?:parent|parents|dirname|commonpath|commonprefix)$/;

export const hostIn = (run: Execution, host: Given | undefined): Predicate | undefined => {
  const at = instructionOf(run, host);
  return at === undefined ? undefined : placeCheck(run, at);
};
