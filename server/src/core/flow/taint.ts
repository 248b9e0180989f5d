import type { Label } from '../surface/flow.js';
import type { Site } from './site.js';
import { extender, followed, type Hop, type Trail } from './trail.js';

/** Where tainted data comes from. One object per place, label and name, so that sources compare by identity. */
export interface Source {
  /** `guard`: no data, but a guard that hangs on what it travels with. */
  readonly label: Label | 'guard';
  readonly site: Site;
  /** As a developer would name it. */
  readonly name: string;
  /** The model call that gave it, for `model-output`. */
  readonly modelCall: Site | undefined;
  readonly guards: GuardSides;
}

/** Bits of the guard kinds on the way into a model and out of it. */
export interface GuardSides {
  readonly input: number;
  readonly output: number;
}

export const NO_GUARDS: GuardSides = { input: 0, output: 0 };

/** A constant text of the program. It travels like a label, so that a prompt knows which texts it is made of. */
export interface TextSource {
  readonly site: Site;
  readonly text: string;
}

/**
 * Inside a function nothing is known of what callers pass. Each piece of an argument has a number there, its slot; a caller puts its
 * own taint in the place of the number. Every function has numbers of its own, since inner functions see the variables of outer ones.
 */
export type Slot = number;

/** Data of one origin in a value, and what happened to it on the way. */
export interface Atom {
  readonly origin: Source | Slot;
  /** Bits of the sink kinds for which a guard made it harmless. */
  readonly cleared: number;
  /** Bits of the guard kinds that it passed. */
  readonly guards: number;
  /** How often confidence was lowered. */
  readonly doubt: number;
  /** It is a part of a larger text. */
  readonly embedded: boolean;
  readonly trail: Trail | undefined;
}

/** Everything that travels with a value. */
export interface Taint {
  readonly atoms: readonly Atom[];
  readonly texts: readonly (TextSource | Slot)[];
}

export const CLEAN: Taint = { atoms: [], texts: [] };

const MAX_ATOMS = 24;
const MAX_TEXTS = 48;
export const fromSource = (source: Source, doubt = 0): Taint => ({
  atoms: [{ origin: source, cleared: 0, guards: 0, doubt, embedded: false, trail: undefined }],
  texts: [],
});

export const fromText = (source: TextSource): Taint => ({ atoms: [], texts: [source] });

export const fromSlot = (slot: Slot): Taint => ({
  atoms: [{ origin: slot, cleared: 0, guards: 0, doubt: 0, embedded: false, trail: undefined }],
  texts: [slot],
});

export function union(a: Taint, b: Taint): Taint {
  if (a === b || isClean(b)) return a;
  if (isClean(a)) return b;
  const atoms = mergeAtoms(a.atoms, b.atoms);
  const texts = mergeTexts(a.texts, b.texts);
  return atoms === a.atoms && texts === a.texts ? a : { atoms, texts };
}

export const isClean = (taint: Taint): boolean => taint.atoms.length === 0 && taint.texts.length === 0;

function mergeAtoms(a: readonly Atom[], b: readonly Atom[]): readonly Atom[] {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const out = [...a];
  let changed = false;
  for (const atom of b) {
    const known = out.findIndex((other) => other.origin === atom.origin);
    const other = out[known];
    if (other === undefined) {
      if (out.length >= MAX_ATOMS) continue;
      out.push(atom);
      changed = true;
    } else if (other !== atom) {
      const merged = mergeAtom(other, atom);
      out[known] = merged;
      changed ||= merged !== other;
    }
  }
  return changed ? out : a;
}

/** The same data on two ways: what holds on both, and the shorter way. */
function mergeAtom(a: Atom, b: Atom): Atom {
  const cleared = a.cleared & b.cleared;
  const guards = a.guards & b.guards;
  const doubt = Math.min(a.doubt, b.doubt);
  const embedded = a.embedded || b.embedded;
  const weaker = a.cleared !== cleared && b.cleared === cleared;
  const shorter = (b.trail?.length ?? 0) < (a.trail?.length ?? 0);
  const trail = weaker || (shorter && a.cleared === b.cleared) ? b.trail : a.trail;
  const same =
    cleared === a.cleared &&
    guards === a.guards &&
    doubt === a.doubt &&
    embedded === a.embedded &&
    trail === a.trail;
  return same ? a : { origin: a.origin, cleared, guards, doubt, embedded, trail };
}

function mergeTexts(
  a: readonly (TextSource | Slot)[],
  b: readonly (TextSource | Slot)[],
): readonly (TextSource | Slot)[] {
  if (b.length === 0 || a === b) return a;
  if (a.length === 0) return b;
  const added = b.filter((text) => !a.includes(text));
  return added.length === 0 ? a : [...a, ...added].slice(0, MAX_TEXTS);
}

/** Changes every atom; the texts stay. */
const mapAtoms = (taint: Taint, change: (atom: Atom) => Atom): Taint =>
  taint.atoms.length === 0 ? taint : { atoms: taint.atoms.map(change), texts: taint.texts };

/** What is left when constant texts do not matter any more. */
export const withoutTexts = (taint: Taint): Taint =>
  taint.texts.length === 0 ? taint : taint.atoms.length === 0 ? CLEAN : { atoms: taint.atoms, texts: [] };

/** The taint after a guard: bits of the sink kinds that it clears, bits of the guard kinds. */
export const guarded = (taint: Taint, cleared: number, guards: number): Taint =>
  mapAtoms(taint, (atom) => ({ ...atom, cleared: atom.cleared | cleared, guards: atom.guards | guards }));

export const doubted = (taint: Taint): Taint =>
  mapAtoms(taint, (atom) => ({ ...atom, doubt: atom.doubt + 1 }));

export function embeddedIn(taint: Taint, hop: Hop): Taint {
  const extended = extender(hop);
  return mapAtoms(taint, (atom) => ({ ...atom, embedded: true, trail: extended(atom.trail) }));
}

export const hopped = (taint: Taint, hop: Hop): Taint => hoppedBy(taint, extender(hop));

/** The same for several that take the same step. */
export const hoppedBy = (taint: Taint, extended: (trail: Trail | undefined) => Trail): Taint =>
  mapAtoms(taint, (atom) => ({ ...atom, trail: extended(atom.trail) }));

/** The slots of one function, numbered from `start`, and what a caller passes in each. */
export interface Slots {
  readonly start: number;
  readonly slots: readonly Taint[];
}

/** Puts what a caller passed in the place of a function's slots. Those of the functions around it, whose variables it sees, stay. */
export function substitute(taint: Taint, passed: Slots): Taint {
  const whole = untouchedSlot(taint, passed);
  if (whole !== undefined) return whole;
  const { start, slots } = passed;
  let isSymbolic = false;
  let atoms: readonly Atom[] = NO_ATOMS;
  let texts: Taint['texts'] = NO_TEXTS;
  for (const { origin } of taint.atoms) isSymbolic ||= isOwn(origin, passed);
  for (const text of taint.texts) isSymbolic ||= isOwn(text, passed);
  if (!isSymbolic) return taint;
  const known = taint.atoms.filter((atom) => !isOwn(atom.origin, passed));
  if (known.length > 0) atoms = known;
  for (const atom of taint.atoms) {
    if (!isOwn(atom.origin, passed)) continue;
    const outer = slots[atom.origin - start]?.atoms ?? NO_ATOMS;
    if (outer.length > 0) atoms = mergeAtoms(atoms, isUntouched(atom) ? outer : allContinued(outer, atom));
  }
  const ownTexts = taint.texts.filter((text) => !isOwn(text, passed));
  if (ownTexts.length > 0) texts = ownTexts;
  for (const text of taint.texts) {
    if (isOwn(text, passed)) texts = mergeTexts(texts, slots[text - start]?.texts ?? NO_TEXTS);
  }
  return atoms.length === 0 && texts.length === 0 ? CLEAN : { atoms, texts };
}

const NO_ATOMS: readonly Atom[] = [];
const NO_TEXTS: Taint['texts'] = [];

const isOwn = (origin: Source | TextSource | Slot, { start, slots }: Slots): origin is Slot =>
  typeof origin === 'number' && origin >= start && origin < start + slots.length;

/** What is nothing but an argument as it came in is what the caller passed, and most is. */
function untouchedSlot({ atoms, texts }: Taint, passed: Slots): Taint | undefined {
  const [atom] = atoms;
  if (atom === undefined || atoms.length !== 1 || texts.length !== 1 || texts[0] !== atom.origin)
    return undefined;
  if (!isOwn(atom.origin, passed) || !isUntouched(atom)) return undefined;
  const whole = passed.slots[atom.origin - passed.start];
  return whole === undefined || isClean(whole) ? CLEAN : whole;
}

const isUntouched = (atom: Atom): boolean =>
  atom.trail === undefined && atom.cleared === 0 && atom.guards === 0 && atom.doubt === 0 && !atom.embedded;

/** What the caller's data has become after the way of `inner` within the function. */
function allContinued(outer: readonly Atom[], inner: Atom): readonly Atom[] {
  let before: Trail | undefined;
  let after: Trail | undefined;
  return outer.map((one, i) => {
    if (i === 0 || one.trail !== before) {
      before = one.trail;
      after = followed(before, inner.trail);
    }
    return {
      origin: one.origin,
      cleared: one.cleared | inner.cleared,
      guards: one.guards | inner.guards,
      doubt: one.doubt + inner.doubt,
      embedded: one.embedded || inner.embedded,
      trail: after,
    };
  });
}
