import type { Instruction, ValueId } from '../ir/instruction.js';
import type { Function as IrFunction, Module } from '../ir/module.js';
import type { TextRange } from '../text/range.js';
import { promptStrings } from './in-code.js';
import { roleOfName } from './names.js';
import { isPromptName } from './prompt-names.js';
import { addressesModel } from './prose.js';
import type { SystemValues } from './system-values.js';

/** A place where code gives a system prompt away. */
export interface PromptExposure {
  /** Code of the browser holds it, an answer to a request carries it, a log keeps it. */
  readonly to: 'browser' | 'response' | 'log';
  readonly range: TextRange;
  /** Name of what is given away; empty for a text without a name. */
  readonly name: string;
}

/** Places where a file gives system prompts away. `text` is the source of the module, `system` what in it is sent as system prompt. */
export function promptExposures(
  module: Module,
  text: string,
  system: SystemValues,
): readonly PromptExposure[] {
  const found: PromptExposure[] = [];
  if (module.directives.includes('use client')) found.push(...inBrowser(module, text));
  for (const fn of module.functions) found.push(...givenAway(module, fn, system));
  return found;
}

/** `SYSTEM_PROMPT`, `systemMessage`, `developer_prompt`: instructions whose name says that users are not to read them. */
const isSystemName = (name: string): boolean =>
  isPromptName(name) && roleOfName(name) === 'system' && /sys|developer/i.test(name);

function inBrowser(module: Module, text: string): readonly PromptExposure[] {
  const written = promptStrings(module)
    .filter(({ role, range }) => role === 'system' && addressesModel(text.slice(range.start, range.end)))
    .map(({ range }): PromptExposure => ({ to: 'browser', range, name: '' }));
  const imported = module.functions.flatMap(({ body }) =>
    body.flatMap((instruction): PromptExposure[] =>
      instruction.op === 'import' && instruction.name !== undefined && isSystemName(instruction.name)
        ? [{ to: 'browser', range: instruction.range, name: instruction.name }]
        : [],
    ),
  );
  return [...written, ...imported];
}

/** Functions and classes that make an answer, and methods of what answers. */
const answers =
  /^(?:jsonify|make_response|JSONResponse|JsonResponse|PlainTextResponse|HTMLResponse|HttpResponse|StreamingResponse|EventSourceResponse|Response|NextResponse)$/;
const responds = /^(?:json|send|end|write)$/;
const responders = /^(?:res|resp|response|reply|ctx|c|NextResponse|Response|flask|app)$/;
const logs = /^(?:print|log|info|debug|warn|warning|error|trace|exception|critical)$/;
const loggers = /^(?:console|log|logger|logging|_logger|LOG|log4js|winston|pino|Sentry|structlog)$/;
const routes = /^(?:route|get|post|put|patch|delete|api_route|websocket)$/;

/** System prompts among what a function logs, or sends to whoever called. */
function* givenAway(module: Module, fn: IrFunction, system: SystemValues): Generator<PromptExposure> {
  const isRoute = fn.decorators.some((at) => routes.test(decoratorName(module, fn, at)));
  for (const instruction of fn.body) {
    if (instruction.op === 'return' && instruction.value !== undefined && isRoute) {
      yield* promptsIn(module, fn, system, instruction.value, 'response');
    } else if (instruction.op === 'call') {
      const to = destination(module, fn, instruction);
      if (to === undefined) continue;
      for (const { value } of instruction.args) yield* promptsIn(module, fn, system, value, to);
    }
  }
}

function destination(
  module: Module,
  fn: IrFunction,
  { callee }: Instruction & { readonly op: 'call' },
): 'response' | 'log' | undefined {
  const names = chainOf(module, fn, callee);
  const last = names.at(-1) ?? '';
  if (answers.test(last)) return 'response';
  if (names.length === 1) return last === 'print' ? 'log' : undefined;
  if (loggers.test(names.at(-2) ?? '') && logs.test(last)) return 'log';
  const answering = names.slice(0, -1).some((name) => responders.test(name));
  return responds.test(last) && answering ? 'response' : undefined;
}

/** Values within a value that are sent as system prompts, or are called after them; what a function makes of them is another matter. */
function* promptsIn(
  module: Module,
  fn: IrFunction,
  system: SystemValues,
  value: ValueId,
  to: PromptExposure['to'],
): Generator<PromptExposure> {
  const todo = [value];
  for (let steps = 0; todo.length > 0 && steps < 200; steps++) {
    const at = todo.pop() ?? -1;
    const instruction = fn.body[at];
    if (instruction === undefined) continue;
    const name = nameOf(module, instruction);
    const isWhole = /^(?:load|call|import|const)$/.test(instruction.op) && system.holds(fn, at);
    if (isWhole || (name !== undefined && isSystemName(name)))
      yield { to, range: instruction.range, name: name ?? '' };
    else if (instruction.op === 'object') todo.push(...instruction.entries.map((entry) => entry.value));
    else if (instruction.op === 'list') todo.push(...instruction.items.map((item) => item.value));
    else if (instruction.op === 'template') todo.push(...instruction.parts);
    else if (instruction.op === 'await') todo.push(instruction.value);
  }
}

function nameOf(module: Module, instruction: Instruction): string | undefined {
  switch (instruction.op) {
    case 'load':
      return module.variables[instruction.variable]?.name;
    case 'get':
      return instruction.key;
    case 'global':
    case 'import':
      return instruction.name;
    default:
      return undefined;
  }
}

function chainOf(module: Module, fn: IrFunction, value: ValueId): readonly string[] {
  const names: string[] = [];
  let at: ValueId | undefined = value;
  while (at !== undefined && names.length < 8) {
    const instruction: Instruction | undefined = fn.body[at];
    const name = instruction === undefined ? undefined : nameOf(module, instruction);
    if (name !== undefined) names.unshift(name);
    // `res.status(200).json`
    if (instruction?.op === 'get') at = instruction.object;
    else at = instruction?.op === 'call' ? instruction.callee : undefined;
  }
  return names;
}

/** Decorators are values of the code around the function. */
function decoratorName(module: Module, fn: IrFunction, at: ValueId): string {
  const parent = module.functions[fn.parent];
  return parent === undefined ? '' : (chainOf(module, parent, at).at(-1) ?? '');
}
