import type { Instruction, Operation, ValueId } from '../ir/instruction.js';
import type { Function as IrFunction, Module } from '../ir/module.js';
import type { Role } from '../surface/model-use.js';
import type { TextRange } from '../text/range.js';
import { roleNamed } from './markers/roles.js';
import { roleOfName } from './names.js';
import {
  isPromptCall,
  isPromptName,
  isSignature,
  isToolKey,
  isToolName,
  isWrapper,
  messageClassRole,
  registersTool,
  showsDocumentation,
} from './prompt-names.js';

/** A constant of a program that is a prompt, or a piece of one, going by what it is called. */
export interface PromptString {
  readonly role: Role;
  /** The text within the quotes. */
  readonly range: TextRange;
}

/**
 * Constants that are prompts by the name of what they are given to: variables, fields, arguments, keys, parameters and functions called after
 * prompts, messages with a role, and classes and functions of frameworks. Needs no knowledge of who sends them: it serves where no model call is
 * resolved.
 */
export function promptStrings(module: Module): readonly PromptString[] {
  const found = new Map<number, PromptString>();
  for (const fn of module.functions) new Reader(module, fn, found).read();
  return [...found.values()].sort((a, b) => a.range.start - b.range.start);
}

/** Values within values are followed so deep. */
const maxDepth = 12;
/** Shorter texts are names, keys and separators; pieces of a longer text may be short. */
const minLength = 8;
const minPiece = 3;

class Reader {
  readonly #module: Module;
  readonly #fn: IrFunction;
  readonly #found: Map<number, PromptString>;

  constructor(module: Module, fn: IrFunction, found: Map<number, PromptString>) {
    this.#module = module;
    this.#fn = fn;
    this.#found = found;
  }

  read(): void {
    const ownName = [this.#fn.name, ...this.#decorators(this.#fn)].find(isPromptName);
    for (const instruction of this.#fn.body) {
      this.#named(instruction);
      if (instruction.op === 'return' && instruction.value !== undefined && ownName !== undefined)
        this.#take(instruction.value, roleOfName(ownName));
    }
    for (const inner of this.#module.functions) {
      if (inner.parent !== this.#fn.id || inner.id === this.#fn.id) continue;
      for (const { name, default: value } of inner.parameters)
        if (value !== undefined && isPromptName(name)) this.#take(value, roleOfName(name));
      if (this.#namesIn(inner.decorators).some(showsDocumentation)) this.#keepDocumentation(inner);
    }
    for (const one of this.#module.classes)
      if (one.parent === this.#fn.id && this.#namesIn(one.bases).some(isSignature))
        this.#keepDocumentation(one);
  }

  /** Names of the decorators of a function, which are values of the code around it. */
  #decorators(fn: IrFunction): readonly string[] {
    const around = this.#module.functions[fn.parent];
    return around === undefined || fn.decorators.length === 0
      ? []
      : new Reader(this.#module, around, this.#found).#namesIn(fn.decorators);
  }

  /** The last name of each value: `tool` of `@mcp.tool()`. */
  #namesIn(values: readonly ValueId[]): readonly string[] {
    return values.map((at) => {
      const instruction = this.#fn.body[at];
      return this.#chain(instruction?.op === 'call' ? instruction.callee : at).at(-1) ?? '';
    });
  }

  #keepDocumentation({ documentation }: Pick<IrFunction, 'documentation'>): void {
    if (documentation !== undefined && !this.#found.has(documentation.range.start))
      this.#found.set(documentation.range.start, { role: 'system', range: documentation.range });
  }

  #named(instruction: Instruction): void {
    switch (instruction.op) {
      case 'store': {
        const name = this.#module.variables[instruction.variable]?.name ?? '';
        if (isPromptName(name)) this.#take(instruction.value, roleOfName(name));
        else if (this.#isGrown(name)) this.#take(instruction.value, 'unknown');
        return;
      }
      case 'set':
        if (instruction.key !== undefined && isPromptName(instruction.key))
          this.#take(instruction.value, roleOfName(instruction.key));
        return;
      case 'object':
        this.#object(instruction);
        return;
      case 'list':
        this.#pair(instruction);
        return;
      case 'call':
        this.#call(instruction);
        return;
      default:
    }
  }

  /** Guidance adds the texts of a conversation to the model: `lm += "You are …"`. */
  #isGrown(name: string): boolean {
    return (
      /^(?:lm|llm|model)$/.test(name) && this.#module.imports.some((one) => /^guidance(?:\.|$)/.test(one))
    );
  }

  /** `{ role: "system", content: "..." }`, `{ system: "...", prompt: "..." }`. */
  #object({ entries }: Operation & { readonly op: 'object' }): void {
    const roleEntry = entries.find(({ key }) => key === 'role');
    const role = roleEntry === undefined ? undefined : this.#constant(roleEntry.value);
    for (const { key, value } of entries) {
      if (key === undefined) continue;
      if (role !== undefined && (key === 'content' || key === 'text' || key === 'parts'))
        this.#take(value, roleNamed(role));
      else if (isPromptName(key)) this.#take(value, roleOfName(key));
      else if (key === 'description' && entries.some((entry) => isToolKey(entry.key)))
        this.#take(value, 'system');
    }
  }

  /** `("system", "You are …")`. */
  #pair({ items }: Operation & { readonly op: 'list' }): void {
    const [first, second] = items;
    if (first === undefined || second === undefined || items.length !== 2) return;
    const role = roleNamed(this.#constant(first.value) ?? '');
    if (role !== 'unknown') this.#take(second.value, role);
  }

  #call({ callee, args, tagged }: Operation & { readonly op: 'call' }): void {
    const names = this.#chain(callee);
    const name = names.at(-1) ?? '';
    const byClass = messageClassRole(names);
    args.forEach(({ name: keyword, value }, i) => {
      if (keyword !== undefined && isPromptName(keyword)) this.#take(value, roleOfName(keyword));
      else if (keyword === 'description' && names.some(isToolName)) this.#take(value, 'system');
      else if (byClass !== undefined && (i === 0 || keyword === 'content' || keyword === 'template'))
        this.#take(value, byClass);
      else if ((i === 0 || keyword === 'template') && isPromptCall(names))
        this.#take(value, roleOfName(name));
      else if (tagged === true && i === 0 && isPromptName(name)) this.#take(value, roleOfName(name));
      else if (i > 0 && registersTool(name)) this.#description(value);
    });
  }

  /** What a tool is registered with: its description, or options that hold it. */
  #description(value: ValueId): void {
    const instruction = this.#fn.body[value];
    if (instruction?.op === 'const') this.#keep(instruction, 'system', minLength);
    if (instruction?.op !== 'object') return;
    for (const { key, value: text } of instruction.entries)
      if (key === 'description' || key === 'title') this.#take(text, 'system');
  }

  /** Names from the callee up: `["PromptTemplate", "from_template"]`. */
  #chain(callee: ValueId): readonly string[] {
    const names: string[] = [];
    for (let at = callee; names.length < maxDepth; ) {
      const instruction = this.#fn.body[at];
      if (instruction?.op === 'get' && instruction.key !== undefined) {
        names.unshift(instruction.key);
        at = instruction.object;
        continue;
      }
      const name = this.#nameOf(instruction);
      return name === undefined ? names : [name, ...names];
    }
    return names;
  }

  #nameOf(instruction: Instruction | undefined): string | undefined {
    switch (instruction?.op) {
      case 'global':
        return instruction.name;
      case 'import':
        return instruction.name;
      case 'load':
        return this.#module.variables[instruction.variable]?.name;
      default:
        return undefined;
    }
  }

  #constant(at: ValueId): string | undefined {
    const instruction = this.#fn.body[at];
    return instruction?.op === 'const' && typeof instruction.value === 'string'
      ? instruction.value
      : undefined;
  }

  /** Takes every constant text that a value is made of. */
  #take(value: ValueId, role: Role): void {
    const todo: { readonly at: ValueId; readonly depth: number }[] = [{ at: value, depth: 0 }];
    for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
      const instruction = this.#fn.body[next.at];
      if (instruction === undefined || next.depth > maxDepth) continue;
      if (instruction.op === 'const') this.#keep(instruction, role, next.depth === 0 ? minLength : minPiece);
      const { depth } = next;
      for (const at of this.#pieces(instruction)) todo.push({ at, depth: depth + 1 });
    }
  }

  #pieces(instruction: Instruction): readonly ValueId[] {
    switch (instruction.op) {
      case 'template':
        return instruction.parts;
      case 'choose':
        return instruction.values;
      case 'await':
        return [instruction.value];
      case 'binary':
        return instruction.operator === '+' ? [instruction.left, instruction.right] : [];
      case 'list':
        return instruction.items.map(({ value }) => value);
      case 'call': {
        // `dedent("...")`, `"...".strip()`, `"\n".join([...])`
        const callee = this.#fn.body[instruction.callee];
        if (!isWrapper(this.#chain(instruction.callee).at(-1) ?? '')) return [];
        const given = instruction.args.map(({ value }) => value);
        return callee?.op === 'get' ? [callee.object, ...given] : given;
      }
      default:
        return [];
    }
  }

  #keep(instruction: Instruction & { readonly op: 'const' }, role: Role, least: number): void {
    const { value, content, range } = instruction;
    if (typeof value !== 'string' || value.trim().length < least) return;
    const span = content ?? range;
    if (!this.#found.has(span.start)) this.#found.set(span.start, { role, range: span });
  }
}
