import type { Instruction, ValueId } from '../ir/instruction.js';
import type { Module } from '../ir/module.js';
import { promptStrings } from '../prompts/in-code.js';
import { secretDetectors } from '../secrets/detectors/all.js';
import { findSecrets, type SecretRegion, toSecret } from '../secrets/find.js';
import type { TextPiece } from '../secrets/pieces.js';
import { createScanner } from '../secrets/scan.js';
import type { Secret, SecretContext } from '../secrets/secret.js';
import type { SensitiveData } from '../secrets/sensitive-data.js';
import type { Client, ModelCall } from '../surface/model-use.js';
import { overlaps, type TextRange } from '../text/range.js';
import type { FileFacts } from './facts.js';
import { PromptData } from './prompt-data.js';

/** What the flow analysis knows about where prompts and keys are written. */
export interface PlacesInCode {
  readonly modelCalls: readonly ModelCall[];
  readonly clients: readonly Client[];
}

/** Kinds of agent files whose text is read by the model. */
const instructionKinds: ReadonlySet<string> = new Set(['skill', 'agent', 'command', 'rules', 'instructions']);

/** Finds secrets and personal data in the files of a workspace, and remembers them for files that did not change. */
export class Confidential {
  readonly #scanner = createScanner(secretDetectors());
  readonly #secrets = new WeakMap<FileFacts, Remembered<Secret>>();
  readonly #data = new WeakMap<FileFacts, Remembered<SensitiveData>>();
  readonly #promptData = new PromptData();
  readonly #promptStrings = new WeakMap<Module, readonly SecretRegion[]>();

  /** `isLlmCode` tells whether a code file takes part in talking to a model. */
  of(facts: readonly FileFacts[], isLlmCode: (path: string) => boolean, places: PlacesInCode): Found {
    this.#promptData.nextRound();
    const regionsByPath = regionsInCode(places);
    const secrets: Secret[] = [];
    const sensitiveData: SensitiveData[] = [];
    for (const file of facts) {
      const { path } = file.file;
      const llmCode = isLlmCode(path);
      const context = contextOf(file, llmCode);
      const regions = [
        ...(regionsByPath.get(path) ?? []),
        ...regionsOf(file),
        ...(llmCode ? this.#promptsIn(file) : []),
      ];
      const key = JSON.stringify([context, regions]);
      secrets.push(
        ...remember(this.#secrets, file, key, () => this.#secretsOf(file, context, regions, llmCode)),
      );
      const prompts = promptRanges(file, context, regions);
      if (prompts.length === 0) continue;
      sensitiveData.push(...remember(this.#data, file, key, () => this.#promptData.of(file.file, prompts)));
    }
    return { secrets, sensitiveData };
  }

  /** Constants that are prompts by their names, whether or not a model call is known to send them. */
  #promptsIn(file: FileFacts): readonly SecretRegion[] {
    const { module } = file;
    if (module === undefined) return [];
    const known = this.#promptStrings.get(module);
    if (known !== undefined) return known;
    const regions = promptStrings(module).map(({ range }): SecretRegion => ({ range, context: 'prompt' }));
    this.#promptStrings.set(module, regions);
    return regions;
  }

  #secretsOf(
    facts: FileFacts,
    context: SecretContext,
    regions: readonly SecretRegion[],
    llmCode: boolean,
  ): readonly Secret[] {
    const { file } = facts;
    let found = [...findSecrets(file, { scanner: this.#scanner, context, regions })];
    const module = llmCode ? facts.module : undefined;
    for (const pieces of module === undefined ? [] : concatenations(module)) {
      const isPrompt = pieces.some(({ range }) =>
        regions.some((region) => region.context === 'prompt' && overlaps(region.range, range)),
      );
      for (const detected of this.#scanner.scanPieces(pieces, {
        context: isPrompt ? 'prompt' : 'llm-code',
      })) {
        const same = ({ location }: Secret): boolean => overlaps(location.range, detected.range);
        // A piece may look like something by itself; what the whole says is surer.
        if (found.some((one) => same(one) && sureness[one.confidence] >= sureness[detected.confidence]))
          continue;
        found = found.filter((one) => !same(one));
        found.push(toSecret(detected, file.path, contextOfRange(detected.range, context, regions)));
      }
    }
    return found.sort((a, b) => a.location.range.start - b.location.range.start);
  }
}

const sureness = { high: 2, medium: 1, low: 0 } as const;

interface Found {
  readonly secrets: readonly Secret[];
  readonly sensitiveData: readonly SensitiveData[];
}

interface Remembered<T> {
  readonly key: string;
  readonly items: readonly T[];
}

function remember<T>(
  memory: WeakMap<FileFacts, Remembered<T>>,
  file: FileFacts,
  key: string,
  compute: () => readonly T[],
): readonly T[] {
  const known = memory.get(file);
  if (known?.key === key) return known.items;
  const items = compute();
  memory.set(file, { key, items });
  return items;
}

function contextOf(file: FileFacts, llmCode: boolean): SecretContext {
  // What stands around the messages of a prompt file is configuration, whatever its format.
  if (file.prompt !== undefined) return 'config';
  if (file.configs.some(({ kind }) => instructionKinds.has(kind))) return 'prompt';
  if (file.configs.length > 0) return 'config';
  return llmCode ? 'code' : 'other';
}

const contextOfRange = (
  range: TextRange,
  whole: SecretContext,
  regions: readonly SecretRegion[],
): SecretContext => regions.find((region) => overlaps(region.range, range))?.context ?? whole;

/** The messages of a prompt file; the front matter of instructions to agents, which stays with the caller. */
function regionsOf({ prompt, configs }: FileFacts): readonly SecretRegion[] {
  if (prompt !== undefined) return prompt.messages.map(({ range }) => ({ range, context: 'prompt' }));
  return configs.flatMap(({ document }): SecretRegion[] =>
    document.format === 'front-matter' && document.body !== undefined
      ? [{ range: { start: 0, end: document.body.start }, context: 'config' }]
      : [],
  );
}

function promptRanges(
  { file }: FileFacts,
  context: SecretContext,
  regions: readonly SecretRegion[],
): readonly TextRange[] {
  if (context !== 'prompt')
    return regions.filter((region) => region.context === 'prompt').map(({ range }) => range);
  const start = Math.max(0, ...regions.map(({ range }) => range.end));
  return [{ start, end: file.text.length }];
}

/** Prompt texts and keys of clients, by the file in which they are written. */
function regionsInCode({ modelCalls, clients }: PlacesInCode): ReadonlyMap<string, readonly SecretRegion[]> {
  const regions = new Map<string, SecretRegion[]>();
  const add = (path: string, range: TextRange, context: SecretContext) => {
    const known = regions.get(path) ?? [];
    if (!known.some((region) => region.range.start === range.start && region.range.end === range.end)) {
      regions.set(path, [...known, { range, context }]);
    }
  };
  for (const { texts } of modelCalls) {
    for (const { location } of texts) add(location.path, location.range, 'prompt');
  }
  for (const { apiKey } of clients) {
    if (apiKey !== undefined) add(apiKey.constant.path, apiKey.constant.range, 'client');
  }
  return regions;
}

/** Constant strings that a program joins, in the order in which they stand in the result. */
function* concatenations({ functions }: Module): Iterable<readonly TextPiece[]> {
  for (const { body } of functions) {
    for (const instruction of body) {
      if (instruction.op !== 'template') continue;
      let pieces: TextPiece[] = [];
      for (const part of instruction.parts) {
        const piece = constantText(body, part);
        if (piece !== undefined) pieces.push(piece);
        else {
          if (pieces.length > 1) yield pieces;
          pieces = [];
        }
      }
      if (pieces.length > 1) yield pieces;
    }
  }
}

function constantText(body: readonly Instruction[], value: ValueId): TextPiece | undefined {
  const instruction = body[value];
  if (instruction?.op !== 'const' || typeof instruction.value !== 'string') return undefined;
  return { text: instruction.value, range: instruction.content ?? instruction.range };
}
