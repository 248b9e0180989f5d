import { ApiGraph, type ApiNode } from './api-node.js';
import {
  CALL,
  compilePath,
  concretePath,
  expand,
  type PatternStep,
  packageSteps,
  rootsOf,
  type Step,
  wildcard,
} from './match-path.js';
import { parseSelector, type SelectorPath } from './match-selector.js';
import type {
  AccessPath,
  AgentModel,
  AliasModel,
  ArgumentSelector,
  BuilderModel,
  CallModel,
  ClientModel,
  EntryModel,
  GuardModel,
  LibraryToolModel,
  MessageModel,
  ModelLanguage,
  SchemaModel,
  SdkModel,
  SettingModel,
  SinkModel,
  SourceModel,
  TemplateModel,
  TransferModel,
  TypedModel,
} from './model.js';
import type { OptionModel } from './option-model.js';

interface FactKinds {
  alias: AliasModel;
  link: AccessPath;
  template: TemplateModel;
  client: ClientModel;
  call: CallModel;
  message: MessageModel;
  source: SourceModel;
  /** The path is that of the decorator, the called function or the base class. */
  entry: EntryModel;
  sink: SinkModel;
  guard: GuardModel;
  setting: SettingModel;
  /** The path is that of the builder. */
  builder: BuilderModel;
  schema: SchemaModel;
  /** The result has the form of a schema. */
  typed: TypedModel;
  transfer: TransferModel;
  option: OptionModel;
  /** The path is that of an object, whose property the option is. */
  assigned: OptionModel;
  agent: AgentModel;
  tool: LibraryToolModel;
  /** A path that the caller of the index knows by itself. */
  known: AccessPath;
  /** What a call of a model gives, and what is read from it. */
  answer: CallModel;
  part: CallModel;
}

/** One row of a model, the model it comes from, and the name of what it matched. */
export type Fact = {
  readonly [K in keyof FactKinds]: {
    readonly kind: K;
    readonly sdk: SdkModel;
    readonly model: FactKinds[K];
    readonly name: string;
  };
}[keyof FactKinds];

export type FactOf<K extends Fact['kind']> = Extract<Fact, { readonly kind: K }>;

/** A library value of a program. */
export type Api = ApiNode<Fact>;

/** The models of one language, ready to be asked: by access path, by method name, by property. */
export class ModelIndex {
  readonly language: ModelLanguage;
  readonly models: readonly SdkModel[];
  /** Sinks that go by the name of a method on a receiver that nothing resolves. */
  readonly methodSinks = new Map<string, FactOf<'sink'>[]>();
  /** Sinks that are properties: assigned (`innerHTML`). */
  readonly setSinks = new Map<string, FactOf<'sink'>[]>();
  /** Sinks that are properties of a JSX element. */
  readonly propSinks = new Map<string, FactOf<'sink'>[]>();
  /** Model calls that are recognized by shape, by the last name of their chain. */
  readonly unresolvedCalls = new Map<string, FactOf<'call'>[]>();
  /** Entries that are not found by an access path. */
  readonly namedEntries: readonly FactOf<'entry'>[];
  readonly #graph: ApiGraph<Fact>;
  readonly #alternatives = new Map<string, readonly string[]>();
  readonly #selectors = new Map<ArgumentSelector, readonly SelectorPath[]>();

  /** `known`: paths that are to be recognized beside those of the models. */
  constructor(language: ModelLanguage, models: readonly SdkModel[], known: readonly AccessPath[] = []) {
    this.language = language;
    this.models = models.filter((model) => model.language === language);
    const own: SdkModel = { id: language, language, packages: [], origin: '' };
    const facts: readonly Fact[] = [
      ...this.models.flatMap(factsOf),
      ...known.map((path) => ({ kind: 'known' as const, sdk: own, model: path, name: '' })),
    ];
    const packages = new Packages(facts);
    this.#graph = new ApiGraph(
      (root) => packages.patterns(root),
      (fact) =>
        fact.kind === 'alias' && typeof fact.model.as === 'string'
          ? concretePath(fact.model.as, fact.sdk)
          : undefined,
    );
    for (const fact of facts) {
      if (fact.kind === 'sink') {
        const { match } = fact.model;
        if ('method' in match) for (const name of expand(match.method)) push(this.methodSinks, name, fact);
        else if ('set' in match) push(this.setSinks, match.set, fact);
        else if ('prop' in match) push(this.propSinks, match.prop, fact);
      } else if (fact.kind === 'call' && fact.model.unresolved !== undefined) {
        const { chain } = fact.model.unresolved;
        push(this.unresolvedCalls, chain.slice(chain.lastIndexOf('.') + 1), fact);
      }
    }
    this.namedEntries = facts.filter(
      (fact): fact is FactOf<'entry'> => fact.kind === 'entry' && pathsOf(fact).length === 0,
    );
  }

  /** What `import specifier` gives. */
  package(specifier: string): Api | undefined {
    return this.#graph.at(packageSteps(specifier, this.language));
  }

  /** What a name means that nothing binds. */
  global(name: string): Api | undefined {
    return this.#graph.at([this.language === 'python' ? 'builtins' : 'global', name]);
  }

  /** The value at a path without wildcards. */
  at(path: AccessPath, sdk: SdkModel): Api | undefined {
    return this.#graph.at(concretePath(path, sdk));
  }

  /** A pattern with alternatives in braces, written out. */
  alternatives(pattern: string): readonly string[] {
    const known = this.#alternatives.get(pattern);
    if (known !== undefined) return known;
    const written = expand(pattern);
    this.#alternatives.set(pattern, written);
    return written;
  }

  selector(selector: ArgumentSelector): readonly SelectorPath[] {
    const known = this.#selectors.get(selector);
    if (known !== undefined) return known;
    const parsed = parseSelector(selector);
    this.#selectors.set(selector, parsed);
    return parsed;
  }
}

/** The rows of one kind that match a library value. */
export function factsOfKind<K extends Fact['kind']>(api: Api, kind: K): readonly FactOf<K>[] {
  const { facts } = api;
  if (facts.length === 0) return NONE;
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}

/** No model says what it is; it may be a part of what a model call gave, and a call may have dangerous options. */
export const isUnmodeled = (api: Api | undefined): boolean =>
  api === undefined ||
  api.facts.every(({ kind }) => SAYS_LITTLE.has(kind) || (kind === 'link' && isAnswer(api)));

const SAYS_LITTLE: ReadonlySet<Fact['kind']> = new Set(['part', 'answer', 'assigned', 'option']);

/** What a model gave, or a part of it. */
const isAnswer = (api: Api): boolean => api.facts.some(({ kind }) => kind === 'part' || kind === 'answer');

/** A model object that chains are made of; its answers are none. */
export const isLink = (api: Api): boolean => factsOfKind(api, 'link').length > 0 && !isAnswer(api);

const NONE: readonly never[] = [];

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function factsOf(sdk: SdkModel): Fact[] {
  const rows = <K extends Fact['kind']>(kind: K, models: readonly FactKinds[K][] | undefined): Fact[] =>
    (models ?? []).map((model) => ({ kind, sdk, model, name: '' }) as unknown as Fact);
  return [
    ...rows('alias', sdk.aliases),
    ...rows('link', sdk.links),
    ...rows('template', sdk.templates),
    ...rows('client', sdk.clients),
    ...rows('call', sdk.calls),
    ...rows('message', sdk.messages),
    ...rows('source', sdk.sources),
    ...rows('entry', sdk.entries),
    ...rows('sink', sdk.sinks),
    ...rows('guard', sdk.guards),
    ...rows('setting', sdk.settings),
    ...rows('builder', sdk.builders),
    ...rows('schema', sdk.schemas),
    ...rows('typed', sdk.typed),
    ...rows('transfer', sdk.transfers),
    ...rows(
      'option',
      sdk.options?.filter(({ assigned }) => assigned !== true),
    ),
    ...rows(
      'assigned',
      sdk.options?.filter(({ assigned }) => assigned === true),
    ),
    ...rows(
      'known',
      sdk.options?.flatMap(({ option }) => option?.results ?? []),
    ),
    ...rows('agent', sdk.agents),
    ...rows('tool', sdk.tools),
  ];
}

interface Row {
  readonly fact: Fact;
  readonly path: AccessPath;
}

/** The rows of the models by the packages that they are about. */
class Packages {
  readonly #exact = new Map<Step, Row[]>();
  readonly #wild: { readonly root: RegExp; readonly row: Row }[] = [];

  constructor(facts: readonly Fact[]) {
    for (const fact of facts) {
      for (const path of pathsOf(fact)) {
        for (const root of rootsOf(path, fact.sdk)) {
          if (root.includes('*')) this.#wild.push({ root: wildcard(root), row: { fact, path } });
          else push(this.#exact, root, { fact, path });
        }
      }
    }
  }

  /** The patterns that start with a step, with their facts. */
  *patterns(root: Step): Iterable<readonly [readonly PatternStep[], Fact]> {
    const wild = this.#wild.filter((one) => one.root.test(root)).map((one) => one.row);
    for (const row of [...(this.#exact.get(root) ?? []), ...wild]) yield* patternsOf(row, root);
  }
}

/** The patterns of a row: those of the same name share a fact. */
function* patternsOf({ fact, path }: Row, root: Step): Iterable<readonly [readonly PatternStep[], Fact]> {
  const made = new Map<string, Fact>();
  const factFor = (kind: Fact['kind'], name: string): Fact => {
    const known = made.get(kind + name) ?? ({ kind, name, sdk: fact.sdk, model: fact.model } as Fact);
    made.set(kind + name, known);
    return known;
  };
  for (const { steps, name } of compilePath(path, fact.sdk, root)) {
    yield [steps, factFor(fact.kind, name)];
    if (fact.kind === 'entry' && 'decorator' in fact.model.match) {
      yield [[...steps, CALLED], factFor('entry', name)];
    }
    if (fact.kind === 'call') {
      yield [[...steps, CALLED], factFor('answer', name)];
      yield [[...steps, CALLED, { kind: 'run', of: 'anything' }], factFor('part', name)];
    }
  }
}

const CALLED: PatternStep = { kind: 'step', step: CALL };

function pathsOf(fact: Fact): readonly AccessPath[] {
  if (fact.kind === 'link' || fact.kind === 'known') return [fact.model];
  if (fact.kind === 'sink') {
    const { match } = fact.model;
    return 'path' in match ? [match.path] : 'lookup' in match ? [match.lookup] : [];
  }
  if (fact.kind !== 'entry') return [fact.model.path];
  const { match } = fact.model;
  if ('decorator' in match) return [match.decorator];
  if ('callback' in match) return [match.callback];
  return 'base' in match ? [match.base] : [];
}
