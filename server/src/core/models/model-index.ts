import { ApiGraph, ApiNode } from './api-node.js';
import {
  compilePath,
  concretePath,
  expand,
  type PatternStep,
  packageSteps,
  type Step,
} from './match-path.js';
import { parseSelector, type SelectorPath } from './match-selector.js';
import type {
  AccessPath,
  AgentModel,
  AliasModel,
  ArgumentSelector,
  CallModel,
  ClientModel,
  EntryModel,
  GuardModel,
  LibraryToolModel,
  MessageModel,
  ModelLanguage,
  OptionModel,
  SdkModel,
  SinkModel,
  SourceModel,
  TemplateModel,
  TransferModel,
} from './model.js';

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
  transfer: TransferModel;
  option: OptionModel;
  agent: AgentModel;
  tool: LibraryToolModel;
}

/** One row of a model and the model it comes from. */
export type Fact = {
  readonly [K in keyof FactKinds]: { readonly kind: K; readonly sdk: SdkModel; readonly model: FactKinds[K] };
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
  readonly #selectors = new Map<ArgumentSelector, readonly SelectorPath[]>();

  constructor(language: ModelLanguage, models: readonly SdkModel[]) {
    this.language = language;
    this.models = models.filter((model) => model.language === language);
    const facts = this.models.flatMap(factsOf);
    this.#graph = new ApiGraph(
      (function* (): Iterable<readonly [readonly PatternStep[], Fact]> {
        for (const fact of facts) {
          for (const path of pathsOf(fact)) {
            for (const pattern of compilePath(path, fact.sdk)) yield [pattern, fact];
          }
        }
      })(),
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

  /** What is called by calling a value: of a package itself its default export. */
  callee(api: Api): Api {
    const isPackage = this.language === 'javascript' && (api.depth === 1 || api.step.startsWith('/'));
    return (isPackage ? api.child('default') : undefined) ?? api;
  }

  /** The value at a path without wildcards. */
  at(path: AccessPath, sdk: SdkModel): Api | undefined {
    return this.#graph.at(concretePath(path, sdk));
  }

  selector(selector: ArgumentSelector): readonly SelectorPath[] {
    const known = this.#selectors.get(selector);
    if (known !== undefined) return known;
    const parsed = parseSelector(selector);
    this.#selectors.set(selector, parsed);
    return parsed;
  }
}

export { ApiNode, type Step };

/** The rows of one kind that match a library value. */
export function factsOfKind<K extends Fact['kind']>(api: Api, kind: K): readonly FactOf<K>[] {
  const { facts } = api;
  if (facts.length === 0) return NONE;
  return facts.filter((fact): fact is FactOf<K> => fact.kind === kind);
}

const NONE: readonly never[] = [];

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function factsOf(sdk: SdkModel): Fact[] {
  const rows = <K extends Fact['kind']>(kind: K, models: readonly FactKinds[K][] | undefined): Fact[] =>
    (models ?? []).map((model) => ({ kind, sdk, model }) as unknown as Fact);
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
    ...rows('transfer', sdk.transfers),
    ...rows('option', sdk.options),
    ...rows('agent', sdk.agents),
    ...rows('tool', sdk.tools),
  ];
}

function pathsOf(fact: Fact): readonly AccessPath[] {
  if (fact.kind === 'link') return [fact.model];
  if (fact.kind === 'sink') return 'path' in fact.model.match ? [fact.model.match.path] : [];
  if (fact.kind !== 'entry') return [fact.model.path];
  const { match } = fact.model;
  if ('decorator' in match) return [match.decorator];
  if ('callback' in match) return [match.callback];
  return 'base' in match ? [match.base] : [];
}
