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

/** What is known of one file. */
export interface FileFindings {
  readonly findings: Findings;
  /** The budget ran out before the end. */
  readonly exhausted: boolean;
}

/** Gathers what runs found, and the runs of the functions that they call, each once; leaves out what only callers could tell. */
export class Harvest implements Findings {
  readonly hits: Hit[] = [];
  readonly guardHits: GuardHit[] = [];
  readonly uses: UseRecord[] = [];
  /** Runs that have been dropped need not be known any more. */
  readonly #seen = new WeakSet<Run>();

  /** What a recorder and everything below it holds. */
  of(recorder: Recorder): this {
    this.#own(recorder);
    this.below(recorder.callees);
    return this;
  }

  below(runs: Iterable<Run>): void {
    const open: Run[] = [];
    const add = (run: Run): void => {
      if (this.#seen.has(run)) return;
      this.#seen.add(run);
      open.push(run);
    };
    for (const run of runs) add(run);
    for (let i = 0; i < open.length; i++) {
      const one = open[i];
      if (one === undefined) break;
      this.#own(one);
      for (const callee of one.callees) add(callee);
    }
  }

  #own(one: Recorder | Run): void {
    for (const hit of one.hits) if (tellsSomething(hit.taint)) this.hits.push(hit);
    for (const hit of one.guardHits) if (tellsSomething(hit.taint)) this.guardHits.push(hit);
    for (const use of one.uses) this.uses.push(use);
  }
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
