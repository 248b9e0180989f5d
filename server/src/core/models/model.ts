import type { GuardKind, Label, SinkKind } from '../surface/flow.js';
import type { Capability, Role } from '../surface/model-use.js';
import type { OptionModel } from './option-model.js';

/**
 * An access path names a library value by the way a program gets to it: `OpenAI().chat.completions.create` is the `create` of
 * what constructing the package's `OpenAI` gives. Calls (and `new`) are `()`, index reads `[]`, `await` leaves no trace,
 * `{a,b}` lists alternatives (expanded first: one may hold several names, or the package), `*` stands for any run of characters
 * within one name, `**` for any run of names, calls included, also for none.
 *
 * Paths start below the package. A model with several packages may put one in front: `subprocess:run`. What nothing
 * imports is in the package `builtins` (Python) or `global` (JavaScript); Node's modules stand without `node:`. Java's packages are written with dots, and annotations are calls of
 * their type. A default import is `default`; calling a module itself is
 * calling its `default`. A parameter or field with a declared type `X` counts as `X()`.
 */
export type AccessPath = string;

/**
 * Selects arguments of a call: a keyword or a position, alternatives separated by `|`, and a path into the value: `messages|0`,
 * `0.messages` (property of an options object), `0[]` (elements), `*` (all arguments), `this` (the receiver).
 */
export type ArgumentSelector = string;

export type ModelLanguage = 'python' | 'javascript' | 'java';

/**
 * A condition on an argument. `is`: one of these constants (`**kwargs` and variables that nothing resolves are unknown: then the
 * condition does not hold). `like`: its text, or the constant start of it, matches one of these globs (`*` any run of characters; without case).
 */
export interface ArgumentCondition {
  readonly argument: ArgumentSelector;
  readonly is?: readonly (string | number | boolean | null)[];
  readonly like?: readonly string[];
  /** The path that it is, as far as the code writes it down, matches one of these globs. */
  readonly path?: readonly string[];
}

/** An option that hangs a guard on a call, or on all calls of what a constructor makes (`guardrailConfig`, `input_guardrails`). */
export interface GuardOption {
  readonly argument: ArgumentSelector;
  readonly kind: GuardKind;
  readonly side: 'input' | 'output' | 'both';
}

/** A part of a call that ends up in the prompt. */
export interface PromptArgument {
  readonly argument: ArgumentSelector;
  /**
   * `text`: the value is prompt text of the given role. `messages`: a list of messages, each with its own role, in any of the usual
   * forms (`{role, content}`, `("system", text)`, message classes, parts); a bare string counts as the given role. `values`: a map of
   * template variables.
   */
  readonly shape: 'text' | 'messages' | 'values';
  /** Role of text that names none; `user` by default. */
  readonly role?: Role;
  /** With `values`: they fill the prompt file that this argument names by its path, or the template that it holds. */
  readonly file?: ArgumentSelector;
  /** With `values`: they fill the prompt files of this format (`PromptDocument.format`) that lie nearest to the code. */
  readonly format?: string;
}

/** A call that sends a prompt to a model. */
export interface CallModel {
  readonly path: AccessPath;
  /** Only when all of these hold: an HTTP post whose URL is that of a provider. */
  readonly when?: readonly ArgumentCondition[];
  /**
   * Also where nothing resolves the receiver, if the callee as written ends in this chain of names and all of these arguments are
   * given; such a call is not `resolved`.
   */
  readonly unresolved?: { readonly chain: string; readonly requires: readonly ArgumentSelector[] };
  readonly prompt: readonly PromptArgument[];
  /** Names of result properties that are no model text ("usage", "id"); everything else read from the result is. */
  readonly metadata?: readonly string[];
  /** Result is not text of the model at all (embeddings, moderation). */
  readonly silent?: true;
  readonly tools?: ArgumentSelector;
  /** Options that cap the output; the first is the one to insert. `required`: the SDK refuses a call without. */
  readonly limit?: {
    readonly options: readonly ArgumentSelector[];
    readonly required?: true;
    readonly on?: 'call' | 'constructor';
  };
  readonly timeout?: readonly ArgumentSelector[];
  /** Streams when this option is true; `always` for methods that stream by themselves. */
  readonly stream?: ArgumentSelector | 'always';
  readonly guards?: readonly GuardOption[];
}

/** A constructor of a client or model object. */
export interface ClientModel {
  readonly path: AccessPath;
  readonly apiKey?: {
    readonly argument: ArgumentSelector;
    readonly option: string;
    readonly variable?: string;
  };
  readonly baseUrl?: ArgumentSelector;
  /** Options that set a timeout for all its calls. */
  readonly timeout?: readonly ArgumentSelector[];
  readonly guards?: readonly GuardOption[];
}

/**
 * What is at `path` counts as what is at `as`: wrappers and factories (`instructor.from_openai()` as `openai:OpenAI()`), methods that give a
 * changed copy (`OpenAI().with_options()` as `OpenAI()`).
 */
export interface AliasModel {
  readonly path: AccessPath;
  /**
   * May name a package of another model: `openai:OpenAI()`; or an argument of the call at the path, which it gives back in another
   * dress (`promisify(exec)`, `observeOpenAI(client)`).
   */
  readonly as: AccessPath | { readonly argument: ArgumentSelector };
}

/**
 * A prompt template made by the call at `path`. `messages` (or one `text` of the given role) holds its text with placeholders; values
 * that a later `format`, `invoke` or a linked model fills in reach the role in whose text their placeholder stands.
 */
export interface TemplateModel {
  readonly path: AccessPath;
  readonly template: PromptArgument;
  /** `{name}`, `{{name}}` or Jinja; `brace` when absent. */
  readonly syntax?: 'brace' | 'mustache';
  /** The argument names a prompt file: by its path, or by the name under which a framework keeps it. */
  readonly file?: 'path' | 'name';
  /** An engine for texts of any kind: a template from outside is no prompt, and what is filled in has the role that code gives it. */
  readonly general?: true;
  /** The call fills the template at once, with the entries of this argument. */
  readonly values?: ArgumentSelector;
}

/** A class or constructor of messages with a fixed role: `SystemMessage(content=...)`. */
export interface MessageModel {
  readonly path: AccessPath;
  readonly role: Role;
  /** Argument that names the role instead: `ChatMessage(role="system", ...)`. */
  readonly roleArgument?: ArgumentSelector;
  readonly content: ArgumentSelector;
}

export interface SourceModel {
  /** Reading this gives labelled data; a path that ends in `()` is the result of a call. */
  readonly path: AccessPath;
  readonly label: Label;
  /** Conditions on the call's arguments; for a path that ends in `[]`, argument 0 is the key (`os.environ["API_KEY"]`). */
  readonly when?: readonly ArgumentCondition[];
  /** As a developer would name it; the path is used when absent. */
  readonly name?: string;
}

/**
 * Functions whose parameters a framework fills: route handlers, tools, event callbacks. Matched by decorator, by being passed to
 * a call, by export name and file, or by base class of their class.
 */
export interface EntryModel {
  readonly match:
    | { readonly decorator: AccessPath }
    /** Any function passed to this call; `property` when it is a property of an options object (`execute`). */
    | { readonly callback: AccessPath; readonly property?: string }
    /** Exported functions with one of these names in files whose path matches the glob (`**`, `*`, `{a,b}`). */
    | { readonly exports: readonly string[]; readonly file: string }
    /** Functions with this directive at their top, and exported functions of files with it ('use server'). */
    | { readonly directive: string }
    /** Methods with one of these names of classes derived from `base`; the receiver is not among the parameters. */
    | { readonly base: AccessPath; readonly methods: readonly string[] }
    /** Functions of files that import the package, whose parameter at `position` has this name (Django's `request`). */
    | { readonly parameter: string; readonly position: number };
  /** What each parameter is, in order; the last `rest` entry holds for all further ones. */
  readonly parameters: readonly /** `schema`: it has the form of this schema; `at`: only what is there in it. */
  (
    | {
        readonly label: Label;
        readonly rest?: true;
        readonly schema?: ArgumentSelector;
        readonly at?: string;
      }
    | { readonly type: AccessPath; readonly rest?: true }
    | { readonly none: true; readonly rest?: true }
  )[];
  /** Parameters with these declared types or annotations are left alone (`Depends`, `BackgroundTasks`, `Request`). */
  readonly except?: readonly string[];
  /** A public entry: its return value goes out to the caller (`response` sink). */
  readonly route?: true;
  /**
   * Text that it returns is sent as a page (`html` sink): always; when this argument of the decorator or call is this class; or the `body` of
   * an answer whose `headers` say so.
   */
  readonly html?:
    | true
    | { readonly argument: ArgumentSelector; readonly class: AccessPath }
    | { readonly body: string; readonly headers: string };
  /** The function becomes a tool of an agent. */
  readonly tool?: {
    readonly sdk: string;
    readonly approval?: readonly ArgumentSelector[];
    /** Annotations that tell clients what it does, and the two in them that matter. */
    readonly hints?: {
      readonly all: ArgumentSelector;
      readonly readOnly: ArgumentSelector;
      readonly destructive: ArgumentSelector;
    };
  };
}

export interface SinkModel {
  readonly kind: SinkKind;
  /**
   * What is called; or, for receivers that nothing resolves, a method name with hints; or a property that is assigned or a JSX prop.
   * `method` may list alternatives in braces. `receiver` is a pattern as in paths (`{cur*,*conn*,db}`) for the last name of the receiver, without case; `importing`: only in
   * files that import one of these packages.
   */
  readonly match:
    | { readonly path: AccessPath }
    | { readonly method: string; readonly receiver?: string; readonly importing?: readonly string[] }
    | { readonly set: string }
    | { readonly prop: string }
    /** What is read from this object by a computed name, and called where `called` says so: `globals()[name]`. */
    | { readonly lookup: AccessPath; readonly called?: true };
  readonly argument?: ArgumentSelector;
  /** Only when the condition holds (`shell=True`); an absent argument does not unless stated. */
  readonly when?: ArgumentCondition & { readonly orAbsent?: true };
  /** Not when the condition holds. Classes and other names count as their last name (`Loader=yaml.SafeLoader`: "SafeLoader"). */
  readonly unless?: ArgumentCondition;
  /**
   * `command`: a string is a shell line; a list is dangerous in its program (first element) or after `sh -c`.
   * `argv`: only the program matters (with argument `*`: the arguments are the list, and a list among them counts as its items). Default: any taint in the argument.
   */
  readonly shape?: 'command' | 'argv';
  readonly name?: string;
  /** For the `sql` kind: the query language of a database that has another one ("Cypher"). */
  readonly language?: string;
  readonly capability?: Capability;
}

export interface GuardModel {
  readonly path: AccessPath;
  readonly kind: GuardKind;
  /** Sink kinds for which the result is clean; `all` for everything but prompts being prompts. Empty: noted only. */
  readonly clears: readonly SinkKind[] | 'all';
  /**
   * `result`: the return value is the guarded text. `throws`: passing it without an exception guards the argument from here on.
   * `condition`: the argument is guarded where the returned boolean (or `result.property`) holds. `checked`: it is guarded once a
   * branch tests something read from the result, whichever way (`moderation.results[0].flagged`). `throws` and `checked` without
   * `argument` guard all that the function does from there on (`approve("delete", args)`), and count as a bound of a loop around
   * them when the kind is `rate-limit` (`budget.spend()`). `carried`: the value at the path is a guard to hang on something; calls whose
   * client, model or agent is or was made with it are guarded (`wrapLanguageModel({ model, middleware: piiMiddleware() })`).
   */
  readonly effect: 'result' | 'throws' | 'condition' | 'checked' | 'carried';
  readonly argument?: ArgumentSelector;
  /** For `checked`: with this argument it throws, and its result need not be looked at. */
  readonly raises?: ArgumentCondition;
  /** For `carried`; both when absent. */
  readonly side?: 'input' | 'output' | 'both';
}

/** A call that sets something on its receiver that later calls on it go by: `res.type("text/plain")`. Other models read it as `this.<name>`. */
export interface SettingModel {
  readonly path: AccessPath;
  readonly name: string;
  readonly value: ArgumentSelector;
  readonly when?: ArgumentCondition;
}

/**
 * An object that is told what to do by one method call after the other (`Params.builder().model(m).addUserMessage(x).build()`). Each call sets what
 * is called like the method; calls that start with `add` add to it. Other models read it as `0.<method>`, or `this.<method>` of the object on which
 * the call is made. A function that is given is called with an empty builder: `user(u -> u.text(x))` sets `user.text`.
 */
export interface BuilderModel {
  /** The builder; what is known of the object that it is made by (a client's defaults) is known of it, too. */
  readonly path: AccessPath;
  /** Methods that give what was built, with all that was set; `build` when absent. */
  readonly ends?: readonly string[];
}

/** A call that makes a schema, or hangs one on something (`z.object({...})`, `llm.with_structured_output(Answer)`). */
export interface SchemaModel {
  readonly path: AccessPath;
  /**
   * What it lets through. `constants`: nobody's text (a choice of constants, numbers, dates). `value`: what the given schemas let through (a map
   * of schemas: maps of such values). `either`: what any of them does, and one may be a schema of any text. `list`, `map`: lists of it, maps to it. `merged`: maps with the keys of all of them.
   * `pattern`: texts that match the regular expression given; any text where there is none.
   */
  readonly lets: 'constants' | 'value' | 'either' | 'list' | 'map' | 'merged' | 'pattern';
  readonly schemas?: readonly ArgumentSelector[];
}

/** A call whose result has the form of a schema. */
export interface TypedModel {
  readonly path: AccessPath;
  /** A schema, a class of the program, or something that a schema was hung on. */
  readonly schema: ArgumentSelector;
  /** Where in the result: `data`, `choices[].message.parsed`; the result itself when absent. */
  readonly at?: readonly string[];
}

/** How a library function passes data on; without one, a call passes on what its receiver and arguments hold, less surely. */
export interface TransferModel {
  readonly path: AccessPath;
  /** `none`: the result is clean (a length, a count). `arguments`: as sure as an assignment. */
  readonly passes: 'none' | 'arguments' | readonly ArgumentSelector[];
}

export interface AgentModel {
  readonly path: AccessPath;
  readonly tools?: ArgumentSelector;
  readonly approval?: readonly ArgumentSelector[];
  /** Of library objects among the approvals, only those whose name matches one of these globs ask anybody. */
  readonly approvers?: readonly string[];
  readonly guards?: readonly GuardOption[];
  readonly stepLimit?: { readonly options: readonly ArgumentSelector[]; readonly defaultIsBounded: boolean };
}

/** A tool that a library brings ready-made. */
export interface LibraryToolModel {
  readonly path: AccessPath;
  readonly capabilities: readonly Capability[];
}

/** Everything known about one package (or a family of packages) in one language. Pure data. */
export interface SdkModel {
  readonly id: string;
  readonly language: ModelLanguage;
  /** Import roots: Python top-level modules (`openai`, `langchain_*`), npm specifiers (`@langchain/*`). */
  readonly packages: readonly string[];
  /** Source of the facts: repository and version, or documentation page. */
  readonly origin: string;
  /** The packages are files of the project, known by their name wherever they stand (`prompt_guards.py`); their own code is not analysed. */
  readonly local?: true;
  /** The package is about language models: files that import it are LLM code. */
  readonly llm?: true;
  readonly aliases?: readonly AliasModel[];
  /**
   * Model objects that `|` and `.pipe()` link into chains: a chain that holds one counts as it, and the templates before it say which
   * role each value of the chain's input reaches.
   */
  readonly links?: readonly AccessPath[];
  readonly templates?: readonly TemplateModel[];
  readonly clients?: readonly ClientModel[];
  readonly calls?: readonly CallModel[];
  readonly messages?: readonly MessageModel[];
  readonly sources?: readonly SourceModel[];
  readonly entries?: readonly EntryModel[];
  readonly sinks?: readonly SinkModel[];
  readonly guards?: readonly GuardModel[];
  readonly settings?: readonly SettingModel[];
  readonly builders?: readonly BuilderModel[];
  readonly schemas?: readonly SchemaModel[];
  readonly typed?: readonly TypedModel[];
  readonly transfers?: readonly TransferModel[];
  readonly options?: readonly OptionModel[];
  readonly agents?: readonly AgentModel[];
  readonly tools?: readonly LibraryToolModel[];
}
