import type { Instruction, ValueId } from '../ir/instruction.js';
import type { Given } from './arguments.js';
import { guardBits } from './bits.js';
import type { Execution } from './execution.js';
import type { Place } from './place.js';
import type { Predicate, Refinement } from './predicate.js';
import { type Atom, isClean } from './taint.js';
import type { Unit } from './unit.js';
import { onlyConstant, type Value } from './value.js';
import { elementsOf } from './value-access.js';

/*
 * Checks by hand that let only reading statements through: the text starts with SELECT, and holds no second statement.
 */

/** Texts that differ from the receiver in case, at their ends, or in single signs. */
const DRESSED = new Set([
  ...['strip', 'lstrip', 'rstrip', 'trim', 'trimStart', 'trimEnd', 'lower', 'upper', 'casefold'],
  ...['toLowerCase', 'toUpperCase', 'replace', 'replaceAll', 'normalize', 'toString', 'removesuffix'],
]);
/** Texts that begin as the receiver does: `sql[:6]`, and `sql.split()` by its first part. */
const BEGUN = new Set(['slice', 'substring', 'substr', 'split', 'partition']);
const READING = new Set(['select', 'with', 'explain', 'show', 'describe', 'desc', 'values']);
const MAX_STEPS = 24;

/** The variables that a text comes from: `sql` of `sql.strip().lower()`, also by way of variables that are assigned once. */
function textPlaces(unit: Unit, value: ValueId, isBeginning: boolean): readonly Place[] {
  const found: Place[] = [];
  let at = value;
  for (let step = 0; step < MAX_STEPS; step++) {
    const place = unit.place(at);
    const instruction = unit.fn.body[at];
    if (instruction?.op === 'call') {
      const callee = unit.fn.body[instruction.callee];
      if (callee?.op !== 'get' || callee.key === undefined) break;
      if (!DRESSED.has(callee.key) && !(isBeginning && BEGUN.has(callee.key))) break;
      at = callee.object;
    } else if (instruction?.op === 'get' && isBeginning && isFirst(unit, instruction)) {
      at = instruction.object;
    } else if (place !== undefined) {
      const stored = unit.stored.get(place.variable);
      // What was read from a variable that is assigned several times may not be in it any more.
      if (found.length > 0 && stored === -1) break;
      found.push(place);
      const store = instruction?.op === 'load' ? unit.fn.body[stored ?? -1] : undefined;
      if (store?.op !== 'store') break;
      at = store.value;
    } else break;
  }
  return found;
}

function isFirst(unit: Unit, { key, index }: Instruction & { readonly op: 'get' }): boolean {
  const known = index === undefined ? undefined : unit.fn.body[index];
  return key === '0' || (known?.op === 'const' && known.value === 0);
}

const guardedBy = (places: readonly Place[], kind: 'select-only' | 'single-statement'): Refinement[] =>
  places.map((place) => ({ place, cleared: 0, guards: guardBits.bit(kind) }));

const given = (run: Execution, text: Given | undefined, isBeginning: boolean): readonly Place[] =>
  text?.site === undefined || text.site.unit !== run.unit || text.site.part !== 'value'
    ? []
    : textPlaces(run.unit, text.site.at, isBeginning);

const isReading = (text: unknown): boolean =>
  typeof text === 'string' && READING.has(text.trim().toLowerCase());

/** A word, or a collection of words, with which only reading statements begin. */
function isReadingWord(value: Value): boolean {
  if (!isClean({ atoms: value.taint.atoms, texts: [] })) return false;
  const words = value.shape === undefined ? [value] : elementsOf(value).map((field) => field.value);
  return words.length > 0 && words.every((word) => isReading(onlyConstant(word)));
}

/** `text.startswith("select")`. */
export function startCheck(run: Execution, text: Given | undefined, start: Value): Predicate | undefined {
  return isReadingWord(start) ? holding(guardedBy(given(run, text, true), 'select-only')) : undefined;
}

/** `sql.split()[0].upper() == "SELECT"`, `word in ("select", "with")`, `";" in sql`. */
export function wordCheck(
  run: Execution,
  left: ValueId,
  right: ValueId,
  isMembership: boolean,
): Predicate | undefined {
  const [leftValue, rightValue] = [run.value(left), run.value(right)];
  if (isMembership && onlyConstant(leftValue) === ';')
    return failing(guardedBy(textPlaces(run.unit, right, false), 'single-statement'));
  if (isReadingWord(rightValue)) return holding(guardedBy(textPlaces(run.unit, left, true), 'select-only'));
  if (isMembership || !isReadingWord(leftValue)) return undefined;
  return holding(guardedBy(textPlaces(run.unit, right, true), 'select-only'));
}

/** `sql.includes(";")`. */
export function separatorCheck(run: Execution, text: Given | undefined, part: Value): Predicate | undefined {
  if (onlyConstant(part) !== ';') return undefined;
  return failing(guardedBy(given(run, text, false), 'single-statement'));
}

/** `/^\s*select\b/i.test(sql)`, `re.search(";", sql)`. `isAtStart`: the pattern is only tried at the start of the text. */
export function patternCheck(
  run: Execution,
  text: Given | undefined,
  pattern: string,
  isAtStart: boolean,
): Predicate | undefined {
  const start = /^(?:\(\?[a-z]{1,4}\))?(\^|\\A)?(?:\\s[*+]?|\\?\(|\?:|\[\\s\(\]\*)*([a-z|]{4,80})/i.exec(
    pattern,
  );
  const words = start?.[2]?.split('|') ?? [];
  if ((isAtStart || start?.[1] !== undefined) && words.length > 0 && words.every(isReading))
    return holding(guardedBy(given(run, text, true), 'select-only'));
  if (!isAtStart && /^(?:\(|\?:)*;|[|(];|^\[[^\]^]{0,40};/.test(pattern))
    return failing(guardedBy(given(run, text, false), 'single-statement'));
  return undefined;
}

const holding = (refinements: readonly Refinement[]): Predicate | undefined =>
  refinements.length === 0 ? undefined : { whenTrue: refinements, whenFalse: [] };

const failing = (refinements: readonly Refinement[]): Predicate | undefined =>
  refinements.length === 0 ? undefined : { whenTrue: [], whenFalse: refinements };

/** What checks by hand say of a text that runs as a statement: one that reads is harmless if it is the only one. */
export function statementChecks(atom: Atom): { readonly isHarmless: boolean; readonly doubt: number } {
  const reads = (atom.guards & guardBits.bit('select-only')) !== 0;
  const isSingle = (atom.guards & guardBits.bit('single-statement')) !== 0;
  return { isHarmless: reads && isSingle, doubt: reads ? 1 : 0 };
}
