import type { Recorder } from './recorder.js';
import type { GuardHit, Hit, Run } from './run.js';
import { siteKey } from './site.js';
import type { Taint } from './taint.js';
import type { UseRecord } from './use.js';

/** Everything that a set of runs found. */
export interface Findings {
  readonly hits: readonly Hit[];
  readonly guardHits: readonly GuardHit[];
  readonly uses: readonly UseRecord[];
}

/** Goes through runs and the runs of the functions that they call, each once; leaves out what only callers could tell. */
export function collect(recorders: readonly Recorder[]): Findings {
  const hits: Hit[] = [];
  const guardHits: GuardHit[] = [];
  const uses: UseRecord[] = [];
  const seen = new Set<Run>();
  const open: (Recorder | Run)[] = [...recorders];
  for (let i = 0; i < open.length; i++) {
    const one = open[i];
    if (one === undefined) break;
    for (const hit of one.hits) if (tellsSomething(hit.taint)) hits.push(hit);
    for (const hit of one.guardHits) if (tellsSomething(hit.taint)) guardHits.push(hit);
    for (const use of one.uses) uses.push(use);
    for (const callee of one.callees) {
      if (seen.has(callee)) continue;
      seen.add(callee);
      open.push(callee);
    }
  }
  return { hits, guardHits, uses };
}

/** Some of it comes from a known place, or has passed a guard. */
const tellsSomething = ({ atoms, texts }: Taint): boolean =>
  atoms.some((atom) => typeof atom.origin !== 'number' || atom.guards !== 0) ||
  texts.some((text) => typeof text !== 'number');

export const merged = (all: readonly Findings[]): Findings => ({
  hits: all.flatMap((one) => one.hits),
  guardHits: all.flatMap((one) => one.guardHits),
  uses: all.flatMap((one) => one.uses),
});

/** Groups by the place that a thing is at. */
export function bySite<T>(
  all: readonly T[],
  site: (one: T) => Parameters<typeof siteKey>[0],
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = siteKey(site(one));
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
