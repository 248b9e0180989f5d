import { CALL, INDEX, type PatternStep, type Step } from './match-path.js';

/** A position within the patterns: what may come next, and the facts of the patterns that end here. */
class State<F> {
  readonly facts: F[] = [];
  /** The steps over which it stays active: it stands for a run. */
  readonly run: 'anything' | 'modules' | undefined;
  readonly #steps = new Map<Step, State<F>>();
  readonly #names: { readonly name: RegExp; readonly next: State<F> }[] = [];
  /** Runs may be empty: these are active as soon as this state is. */
  readonly #runs = new Map<'anything' | 'modules', State<F>>();

  constructor(run?: 'anything' | 'modules') {
    this.run = run;
  }

  /** The state that one more step of a pattern leads to, made when it is new. */
  grow(step: PatternStep): State<F> {
    if (step.kind === 'run') return getOrMake(this.#runs, step.of, () => new State<F>(step.of));
    if (step.kind === 'step') return getOrMake(this.#steps, step.step, () => new State<F>());
    const known = this.#names.find((wild) => wild.name.source === step.name.source);
    if (known !== undefined) return known.next;
    const next = new State<F>();
    this.#names.push({ name: step.name, next });
    return next;
  }

  /** Adds the states that are active after `step`. */
  advance(step: Step, active: Set<State<F>>): void {
    if (this.run === 'anything' || (this.run === 'modules' && isModule(step))) this.enter(active);
    this.#steps.get(step)?.enter(active);
    if (step === CALL || step === INDEX) return;
    for (const wild of this.#names) if (wild.name.test(step)) wild.next.enter(active);
  }

  enter(active: Set<State<F>>): void {
    if (active.has(this)) return;
    active.add(this);
    for (const run of this.#runs.values()) run.enter(active);
  }
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** A name of a module, not of something in it: lower case in Python, a subpath or the default export in JavaScript. */
const isModule = (step: Step): boolean => /^(?:[a-z_][a-z0-9_]*|\/.*)$/.test(step);

/** Paths longer than this lead nowhere: no library is that deep, but `x.next.next` in a loop is. */
const MAX_DEPTH = 24;

/**
 * A value of a library, identified by the access path that leads to it. There is one node per path, so nodes compare by
 * identity; what the models say about a node is worked out once, from its parent.
 */
export class ApiNode<F> {
  readonly parent: ApiNode<F> | undefined;
  readonly step: Step;
  /** Number of steps from the root; the package is at 1. */
  readonly depth: number;
  /** Unique within its graph, in the order of creation. */
  readonly id: number;
  /** Rows of the models that match this path, in the order of the models. */
  readonly facts: readonly F[];
  readonly #graph: ApiGraph<F>;
  readonly #active: readonly State<F>[];
  readonly #children = new Map<Step, ApiNode<F>>();

  constructor(graph: ApiGraph<F>, parent: ApiNode<F> | undefined, step: Step, active: ReadonlySet<State<F>>) {
    this.#graph = graph;
    this.#active = [...active];
    this.parent = parent;
    this.step = step;
    this.depth = parent === undefined ? 0 : parent.depth + 1;
    this.id = graph.nextId();
    this.facts = graph.ordered(this.#active.flatMap((state) => state.facts));
  }

  /** The value one step on; `undefined` when the path has become too long to mean anything. */
  child(step: Step): ApiNode<F> | undefined {
    const known = this.#children.get(step);
    if (known !== undefined) return known;
    if (this.depth >= MAX_DEPTH) return undefined;
    const active = new Set<State<F>>();
    for (const state of this.#active) state.advance(step, active);
    const made = new ApiNode(this.#graph, this, step, active);
    this.#children.set(step, made);
    const target = this.#graph.redirect(made) ?? made;
    this.#children.set(step, target);
    return target;
  }

  /** Steps from the package down. */
  get steps(): readonly Step[] {
    const steps: Step[] = [];
    for (let node: ApiNode<F> = this; node.parent !== undefined; node = node.parent) steps.push(node.step);
    return steps.reverse();
  }
}

/** All library values of one language, and the patterns that are matched against them. */
export class ApiGraph<F> {
  readonly root: ApiNode<F>;
  readonly #rank = new Map<F, number>();
  readonly #alias: (fact: F) => readonly Step[] | undefined;
  #ids = 0;

  /** `alias`: the path of the node that stands in for a node with this fact, if the fact says so. */
  constructor(
    patterns: Iterable<readonly [readonly PatternStep[], F]>,
    alias: (fact: F) => readonly Step[] | undefined,
  ) {
    const start = new State<F>();
    for (const [pattern, fact] of patterns) {
      let state = start;
      for (const step of pattern) state = state.grow(step);
      state.facts.push(fact);
      if (!this.#rank.has(fact)) this.#rank.set(fact, this.#rank.size);
    }
    this.#alias = alias;
    this.root = new ApiNode(this, undefined, '', new Set([start]));
  }

  at(steps: readonly Step[]): ApiNode<F> | undefined {
    let node: ApiNode<F> | undefined = this.root;
    for (const step of steps) node = node?.child(step);
    return node;
  }

  nextId(): number {
    return this.#ids++;
  }

  ordered(facts: readonly F[]): readonly F[] {
    if (facts.length < 2) return facts;
    return [...new Set(facts)].sort((a, b) => (this.#rank.get(a) ?? 0) - (this.#rank.get(b) ?? 0));
  }

  redirect(node: ApiNode<F>): ApiNode<F> | undefined {
    for (const fact of node.facts) {
      const steps = this.#alias(fact);
      if (steps !== undefined) return this.at(steps);
    }
    return undefined;
  }
}
