import type { Recorder } from './recorder.js';
import type { GuardHit, Hit, Run } from './run.js';
import { siteKey } from './site.js';
import type { UseRecord } from './use.js';

/** Everything that a set of runs found. */
export interface Findings {
  readonly hits: readonly Hit[];
  readonly guardHits: readonly GuardHit[];
  readonly uses: readonly UseRecord[];
}

/** Goes through runs and the runs of the functions that they call, each once. */
export function collect(recorders: readonly Recorder[]): Findings {
  const hits: Hit[] = [];
  const guardHits: GuardHit[] = [];
  const uses: UseRecord[] = [];
  const seen = new Set<Run>();
  const open: (Recorder | Run)[] = [...recorders];
  for (let i = 0; i < open.length; i++) {
    const one = open[i];
    if (one === undefined) break;
    hits.push(...one.hits);
    guardHits.push(...one.guardHits);
    uses.push(...one.uses);
    for (const callee of one.callees) {
      if (seen.has(callee)) continue;
      seen.add(callee);
      open.push(callee);
    }
  }
  return { hits, guardHits, uses };
}

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
