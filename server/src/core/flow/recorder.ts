import { guardBits, sinkBits } from './bits.js';
import type { Execution } from './execution.js';
import type { Height, Levels } from './frame.js';
import type { Gates, GuardHit, Hit, Returned, Run, SinkUse } from './run.js';
import { deepTaint } from './shape.js';
import { type Site, siteKey } from './site.js';
import { type Atom, guarded, type Slots, substitute, type Taint, union } from './taint.js';
import type { LoopUse, UseRecord } from './use.js';
import type { Value } from './value.js';

/** More than this from one function is noise. */
const MAX_HITS = 400;
const MAX_GUARD_HITS = 200;

const NO_GATES: Gates = { cleared: 0, guards: 0 };

/** Collects what one run of a function finds. */
export class Recorder {
  readonly returns: Returned[] = [];
  readonly yields: Returned[] = [];
  readonly callees = new Set<Run>();
  capabilities = 0;
  waits = false;
  /** Guards over everything that follows, as `approve()` is. */
  gates: Gates = NO_GATES;
  /** Slots of arguments whose inside decides something here. */
  readonly asks = new Set<number>();
  /** The budget ran out. */
  exhausted = false;
  height: Height = { calls: 0, facts: 0 };
  cut = { calls: false, facts: false };
  readonly #execution: Execution;
  readonly #hits = new Map<string, Hit>();
  readonly #guards: GuardHit[] = [];
  readonly #uses = new Map<string, UseRecord>();
  readonly #modelCalls = new Map<string, Site>();
  /** Loops that spend a budget, and loops that wait for a person, by the instruction they start at. */
  readonly #bounded = new Set<number>();
  readonly #interactive = new Set<number>();

  constructor(execution: Execution) {
    this.#execution = execution;
  }

  /** Data reaches a sink. Data that a guard cleared for it does not count; constant texts count in prompts. */
  hit(use: SinkUse, reaching: Taint): void {
    const { cleared, guards } = this.gates;
    const taint = guards === 0 ? reaching : guarded(reaching, cleared, guards);
    const bit = sinkBits.bit(use.kind);
    const dangerous = (atom: Atom): boolean => use.carrier === true || (atom.cleared & bit) === 0;
    const atoms = taint.atoms.every(dangerous) ? taint.atoms : taint.atoms.filter(dangerous);
    const texts = use.modelCall === undefined ? [] : taint.texts;
    if (atoms.length === 0 && texts.length === 0) return;
    const key = `${use.kind}|${siteKey(use.site)}|${siteKey(use.call)}|${use.role ?? ''}|${use.carrier ?? ''}`;
    const known = this.#hits.get(key);
    if (known !== undefined) {
      this.#hits.set(key, { use: known.use, taint: union(known.taint, { atoms, texts }) });
    } else if (this.#hits.size < MAX_HITS) {
      this.#hits.set(key, { use, taint: { atoms, texts } });
    }
  }

  /** What is known of the value decides what happens. */
  ask(value: Value): void {
    for (const { origin } of deepTaint(value).atoms) if (typeof origin === 'number') this.asks.add(origin);
  }

  /** Data passes guards. */
  guard(guards: number, taint: Taint): void {
    if (guards !== 0 && taint.atoms.length > 0 && this.#guards.length < MAX_GUARD_HITS) {
      this.#guards.push({ guards, taint });
    }
  }

  /** A guard over everything that follows. A budget that is spent in a loop ends it. */
  gate(cleared: number, guards: number): void {
    if ((guards & guardBits.bit('rate-limit')) !== 0) {
      for (const loop of this.#execution.loops()) this.#bounded.add(loop.at);
    }
    this.gates = { cleared: this.gates.cleared | cleared, guards: this.gates.guards | guards };
  }

  use(record: UseRecord, key: string): void {
    this.#uses.set(`${record.kind}|${key}`, record);
  }

  /** A model is called here, directly or by a called function. */
  modelCall(call: Site): void {
    this.#modelCalls.set(siteKey(call), call);
    const loop = this.#execution.loops()[0];
    if (loop === undefined) return;
    const site = this.#execution.site(loop.at);
    const use: LoopUse = { ...loop, kind: 'loop', site, call };
    this.use(use, `${siteKey(site)}|${siteKey(call)}`);
  }

  returned(at: number, value: Value): void {
    this.returns.push({ site: this.#execution.site(at), value });
  }

  yielded(at: number, value: Value): void {
    this.yields.push({ site: this.#execution.site(at), value });
  }

  /** A function was run: what it does, seen from here. `follows`: what comes after the call comes after it. */
  called(run: Run, slots: Slots, levels: Levels, follows: boolean): void {
    this.callees.add(run);
    this.exhausted ||= run.exhausted;
    this.ran(run, levels);
    for (const { use, taint } of run.hits) if (isSymbolic(taint)) this.hit(use, symbolicPart(taint, slots));
    for (const { guards, taint } of run.guardHits)
      if (isSymbolic(taint)) this.guard(guards, symbolicPart(taint, slots));
    this.capabilities |= run.capabilities;
    if (!follows) return;
    for (const call of run.modelCalls) this.modelCall(call);
    if (run.waits) for (const loop of this.#execution.loops()) this.#interactive.add(loop.at);
    this.waits ||= run.waits;
    this.gate(run.gates.cleared, run.gates.guards);
  }

  /** What this run depends on includes another one, for which there were these levels. */
  ran({ height, cut }: Run, levels: Levels): void {
    const deeper = this.#execution.levels.calls - levels.calls;
    this.deepened({ calls: height.calls + deeper, facts: height.facts }, cut);
  }

  /** What this run depends on reaches so deep. */
  deepened(height: Height, cut: { readonly calls: boolean; readonly facts: boolean }): void {
    this.height = {
      calls: Math.max(this.height.calls, height.calls),
      facts: Math.max(this.height.facts, height.facts),
    };
    this.cut = { calls: this.cut.calls || cut.calls, facts: this.cut.facts || cut.facts };
  }

  get hits(): readonly Hit[] {
    return [...this.#hits.values()];
  }

  get guardHits(): readonly GuardHit[] {
    return this.#guards;
  }

  get uses(): readonly UseRecord[] {
    return [...this.#uses.values()].map((use) =>
      use.kind !== 'loop'
        ? use
        : {
            ...use,
            bounded: use.bounded || this.#bounded.has(use.site.at),
            interactive: use.interactive || this.#interactive.has(use.site.at),
          },
    );
  }

  get modelCalls(): readonly Site[] {
    return [...this.#modelCalls.values()];
  }
}

const isSymbolic = ({ atoms, texts }: Taint): boolean =>
  atoms.some((atom) => typeof atom.origin === 'number') || texts.some((text) => typeof text === 'number');

/** What callers add to a hit of a called function; the rest was counted there. */
function symbolicPart(taint: Taint, slots: Slots): Taint {
  return substitute(
    {
      atoms: taint.atoms.filter((atom) => typeof atom.origin === 'number'),
      texts: taint.texts.filter((text) => typeof text === 'number'),
    },
    slots,
  );
}
