import type { Site } from './site.js';

/** One step of the way that data takes. */
export interface Hop {
  readonly site: Site;
  readonly message: string;
}

/**
 * The way so far: what came before, and one step or the way through a called function. That way is shared by everything that takes it,
 * so that a call costs one object for each thing that went through, however long the way is.
 */
export interface Trail {
  readonly previous: Trail | undefined;
  readonly end: Hop | Trail;
  readonly first: Hop;
  readonly last: Hop;
  /** Number of steps. */
  readonly length: number;
}

/** Kept steps of a trail; a longer one loses those in the middle. */
const MAX_STEPS = 11;

/** The way, then one more step. A step that was just told is not told again. */
export function extend(trail: Trail | undefined, hop: Hop): Trail {
  if (trail === undefined) return { previous: undefined, end: hop, first: hop, last: hop, length: 1 };
  if (sameHop(trail.last, hop)) return trail;
  const previous = trail.length >= MAX_STEPS ? withoutLast(trail) : trail;
  return {
    previous,
    end: hop,
    first: previous?.first ?? hop,
    last: hop,
    length: (previous?.length ?? 0) + 1,
  };
}

/** Extends ways by the same step. What came the same way goes on the same way. */
export function extender(hop: Hop): (trail: Trail | undefined) => Trail {
  let before: Trail | undefined;
  let after: Trail | undefined;
  return (trail) => {
    if (after === undefined || trail !== before) {
      before = trail;
      after = extend(trail, hop);
    }
    return after;
  };
}

/** The way to a function, then the way within it. */
export function followed(outer: Trail | undefined, inner: Trail | undefined): Trail | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner;
  const length = outer.length + inner.length;
  if (length > MAX_STEPS || sameHop(outer.last, inner.first))
    return hopsOf(inner).reduce<Trail>(extend, outer);
  return { previous: outer, end: inner, first: outer.first, last: inner.last, length };
}

/** The steps in their order. */
export function hopsOf(trail: Trail | undefined): readonly Hop[] {
  const hops: Hop[] = [];
  const open: (Trail | Hop)[] = trail === undefined ? [] : [trail];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (!('end' in one)) {
      hops.push(one);
      continue;
    }
    if (one.previous !== undefined) open.push(one.previous);
    open.push(one.end);
  }
  return hops.reverse();
}

function withoutLast(trail: Trail): Trail | undefined {
  if (!('end' in trail.end)) return trail.previous;
  return hopsOf(trail).slice(0, -1).reduce<Trail | undefined>(extend, undefined);
}

const sameHop = (a: Hop, b: Hop): boolean =>
  a.site.unit === b.site.unit && a.site.at === b.site.at && a.message === b.message;
