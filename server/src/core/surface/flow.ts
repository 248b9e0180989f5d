import type { Confidence, Location, PathStep } from '../finding.js';

/** Where untrusted or confidential data comes from. */
export type Label =
  | 'request' /** web request, chat message, form: anybody can send it */
  | 'cli' /** argv, stdin: the local user */
  | 'file'
  | 'web'
  | 'retrieved' /** vector store, retriever, database row */
  | 'tool-arg' /** parameter of a tool: chosen by the model */
  | 'tool-result'
  | 'model-output'
  | 'pii'
  | 'secret';

/** Where data can do harm. */
export type SinkKind =
  | 'prompt-system' /** system, developer or assistant role; instructions */
  | 'prompt-user'
  | 'prompt-template' /** the template itself, not a value in it */
  | 'tool-description'
  | 'memory'
  | 'code-exec'
  | 'shell'
  | 'sql'
  | 'html'
  | 'path'
  | 'url'
  | 'template'
  | 'deserialization'
  | 'log'
  | 'response' /** goes out to a person: HTTP response, chat reply, page */
  | 'model-choice' /** role, model, tools or base URL of a call */
  | 'action' /** mail, payment, deletion and other side effects */
  | 'dispatch' /** the name of the function that runs next */
  | 'tool-return' /** given back to the model by a tool */
  | 'credential'; /** headers and the like that say who sends a request */

/** What stands between a source and a sink. */
export type GuardKind =
  | 'pii-redaction'
  | 'moderation'
  | 'injection-check'
  | 'validation' /** schema or shape check */
  | 'delimiting' /** marked as data; no security boundary */
  | 'escape'
  | 'select-only' /** a statement that reads */
  | 'single-statement' /** no second statement behind the first */
  | 'sandbox'
  | 'allowlist'
  | 'approval'
  | 'length-limit'
  | 'rate-limit'
  | 'number'; /** turned into a number, boolean, UUID, date */

/** Labelled data that reaches a sink. A guard that clears the sink's kind ends the flow; weaker ones are listed. */
export interface Flow {
  readonly label: Label;
  readonly sink: SinkKind;
  /** Where the data is read. */
  readonly source: Location;
  /** What is read, as a developer would name it: "request.json", "response.choices[0].message.content". */
  readonly sourceName: string;
  /** The argument (or element) through which it enters the sink. */
  readonly location: Location;
  /** The sink's whole call, or the whole statement where there is none. */
  readonly call: Location;
  /** "subprocess.run", "innerHTML". */
  readonly sinkName: string;
  /** The query language of a `sql` sink, where it is not SQL: "Cypher". */
  readonly sinkLanguage?: string;
  /** From source to sink, both included. */
  readonly steps: readonly PathStep[];
  /** Guards on the way that do not clear this sink. */
  readonly guards: readonly GuardKind[];
  readonly confidence: Confidence;
  /** Index into `Surface.modelCalls`: the call whose prompt this is (prompt sinks) or whose output it is (label model-output). */
  readonly modelCall?: number;
  /** Index into `Surface.tools`, when the sink lies in a tool's body or label is `tool-arg`. */
  readonly tool?: number;
  /**
   * Set when the sink text holds other text than the flowing value: false for `run(text)`, true for `run("ls " + text)`.
   */
  readonly embedded: boolean;
}
