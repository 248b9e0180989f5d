import { CALL, INDEX, type PatternStep, type Step } from './match-path.js';

/** A position within the patterns: what may come next, and the facts of the patterns that end here. */
class State<F> {
  readonly id: number;
  readonly facts: F[] = [];
  /** The steps over which it stays active: it stands for a run. */
  readonly run: 'anything' | 'modules' | undefined;
  readonly #steps = new Map<Step, State<F>>();
  readonly #names: { readonly name: RegExp; readonly next: State<F> }[] = [];
  /** Runs may be empty: these are active as soon as this state is. */
  readonly #runs = new Map<'anything' | 'modules', State<F>>();

  constructor(id: number, run?: 'anything' | 'modules') {
    this.id = id;
    this.run = run;
  }

  /** The state that one more step of a pattern leads to, made when it is new. */
  grow(step: PatternStep, make: (run?: 'anything' | 'modules') => State<F>): State<F> {
    if (step.kind === 'run') return getOrMake(this.#runs, step.of, () => make(step.of));
    if (step.kind === 'step') return getOrMake(this.#steps, step.step, make);
    const known = this.#names.find((wild) => wild.name.source === step.name.source);
    if (known !== undefined) return known.next;
    const next = make();
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

/**
 * A value of a library, as far as the patterns tell values apart: paths that can lead to the same facts from here on are one
 * node, so that nodes compare by identity and there are few of them, however long the paths get.
 */
export class ApiNode<F> {
  /** Unique within its graph, in the order of creation. */
  readonly id: number;
  /** What the patterns that end here stand for, in their order. */
  readonly facts: readonly F[];
  readonly #graph: ApiGraph<F>;
  readonly #active: readonly State<F>[];
  readonly #children = new Map<Step, ApiNode<F> | undefined>();

  constructor(graph: ApiGraph<F>, id: number, active: readonly State<F>[]) {
    this.#graph = graph;
    this.#active = active;
    this.id = id;
    this.facts = graph.ordered(active.flatMap((state) => state.facts));
  }

  /** Only patterns for anything at all lead here: no model names it. */
  get isVague(): boolean {
    return this.#active.every((state) => state.run !== undefined);
  }

  /** The value one step on; `undefined` when no pattern goes that way. */
  child(step: Step): ApiNode<F> | undefined {
    if (this.#children.has(step)) return this.#children.get(step);
    const active = new Set<State<F>>();
    for (const state of this.#active) state.advance(step, active);
    const child = this.#graph.node(active);
    this.#children.set(step, child);
    return child;
  }
}

type Patterns<F> = Iterable<readonly [readonly PatternStep[], F]>;

/** All library values of one language, and the patterns that are matched against them. */
export class ApiGraph<F> {
  readonly #patterns: (root: Step) => Patterns<F>;
  readonly #roots = new Map<Step, ApiNode<F> | undefined>();
  readonly #rank = new Map<F, number>();
  readonly #nodes = new Map<string, ApiNode<F>>();
  readonly #alias: (fact: F) => readonly Step[] | undefined;
  #states = 0;

  /**
   * `patterns`: those that start with a step, asked for once per step. `alias`: the path of the node that stands in for a node with this
   * fact, if the fact says so.
   */
  constructor(patterns: (root: Step) => Patterns<F>, alias: (fact: F) => readonly Step[] | undefined) {
    this.#patterns = patterns;
    this.#alias = alias;
  }

  at([root = '', ...steps]: readonly Step[]): ApiNode<F> | undefined {
    let node = this.#root(root);
    for (const step of steps) node = node?.child(step);
    return node;
  }

  /** What a package is. Most packages are never imported, so their patterns are not even looked at. */
  #root(step: Step): ApiNode<F> | undefined {
    if (this.#roots.has(step)) return this.#roots.get(step);
    const make = (run?: 'anything' | 'modules'): State<F> => new State<F>(this.#states++, run);
    const start = make();
    for (const [pattern, fact] of this.#patterns(step)) {
      let state = start;
      for (const one of pattern) state = state.grow(one, make);
      state.facts.push(fact);
      if (!this.#rank.has(fact)) this.#rank.set(fact, this.#rank.size);
    }
    const active = new Set<State<F>>();
    start.advance(step, active);
    const root = this.node(active);
    this.#roots.set(step, root);
    return root;
  }

  /** The node at which these states are active, or the one that stands in for it. */
  node(active: ReadonlySet<State<F>>): ApiNode<F> | undefined {
    if (active.size === 0) return undefined;
    const states = [...active].sort((a, b) => a.id - b.id);
    const key = states.map((state) => state.id).join();
    const known = this.#nodes.get(key);
    if (known !== undefined) return known;
    const made = new ApiNode(this, this.#nodes.size + 1, states);
    this.#nodes.set(key, made);
    const target = this.#standIn(made);
    if (target !== undefined) this.#nodes.set(key, target);
    return target ?? made;
  }

  #standIn(node: ApiNode<F>): ApiNode<F> | undefined {
    for (const fact of node.facts) {
      const steps = this.#alias(fact);
      if (steps !== undefined) return this.at(steps);
    }
    return undefined;
  }

  ordered(facts: readonly F[]): readonly F[] {
    if (facts.length < 2) return facts;
    return [...new Set(facts)].sort((a, b) => (this.#rank.get(a) ?? 0) - (this.#rank.get(b) ?? 0));
  }
}
