import type { Instruction, ValueId } from '../../server/src/core/ir/instruction.js';
import type { Function as IrFunction, Module } from '../../server/src/core/ir/module.js';
import type { TextRange } from '../../server/src/core/text/range.js';

/** What is wrong with a module, whatever its text says. Empty for every module that a lowering may give. */
export function irProblems(module: Module, text: string): string[] {
  const problems: string[] = [];
  const inside = (range: TextRange | undefined, what: string): void => {
    if (range === undefined) return;
    if (!(0 <= range.start && range.start <= range.end && range.end <= text.length)) {
      problems.push(`${what} has range ${range.start}-${range.end} of ${text.length}`);
    }
  };
  for (const [i, c] of module.comments.entries()) inside(c.range, `comment ${i}`);
  for (const [i, e] of module.errors.entries()) inside(e, `error ${i}`);
  for (const c of module.classes) {
    inside(c.range, `class ${c.name}`);
    inside(c.nameRange, `name of class ${c.name}`);
    inside(c.documentation?.range, `documentation of ${c.name}`);
  }
  for (const [id, f] of module.functions.entries()) {
    const name = f.qualifiedName;
    if (f.id !== id) problems.push(`${name} is number ${id} but says ${f.id}`);
    inside(f.range, name);
    inside(f.nameRange, `name of ${name}`);
    inside(f.bodyRange, `body of ${name}`);
    inside(f.documentation?.range, `documentation of ${name}`);
    for (const p of f.parameters) inside(p.range, `parameter ${p.name} of ${name}`);
    problems.push(...bodyProblems(module, f));
    for (const [at, i] of f.body.entries()) {
      inside(i.range, `${name} v${at} ${i.op}`);
      if (i.op === 'const') inside(i.content, `content of ${name} v${at}`);
      if (i.op === 'call') inside(i.argsRange, `arguments of ${name} v${at}`);
    }
  }
  return problems;
}

function bodyProblems(module: Module, f: IrFunction): string[] {
  const problems: string[] = [];
  const open: Instruction['op'][] = [];
  const say = (at: number, problem: string): void =>
    void problems.push(`${f.qualifiedName} v${at}: ${problem}`);
  for (const [at, i] of f.body.entries()) {
    for (const operand of operandsOf(i)) {
      if (!(operand >= 0 && operand < at)) say(at, `operand v${operand} is not earlier`);
      else if (isMarker(f.body[operand]!.op)) say(at, `operand v${operand} has no value`);
    }
    if ((i.op === 'load' || i.op === 'store') && module.variables[i.variable] === undefined)
      say(at, 'no variable');
    if (i.op === 'function' && module.functions[i.function] === undefined) say(at, 'no function');
    if (i.op === 'class' && module.classes[i.class] === undefined) say(at, 'no class');
    if (i.op === 'if' || i.op === 'loop' || i.op === 'try') open.push(i.op);
    const around = open[open.length - 1];
    if (i.op === 'else' && around !== 'if') say(at, 'else without if');
    if ((i.op === 'catch' || i.op === 'finally') && around !== 'try') say(at, `${i.op} without try`);
    if (i.op === 'end' && open.pop() === undefined) say(at, 'end without opener');
  }
  if (open.length > 0) problems.push(`${f.qualifiedName}: ${open.join(' ')} not closed`);
  return problems;
}

const isMarker = (op: Instruction['op']): boolean =>
  [
    'store',
    'set',
    'if',
    'else',
    'loop',
    'test',
    'try',
    'catch',
    'finally',
    'end',
    'break',
    'continue',
    'return',
    'throw',
  ].includes(op);

/** Every value that an instruction reads. */
export function operandsOf(i: Instruction): ValueId[] {
  const present = (...values: readonly (ValueId | undefined)[]): ValueId[] =>
    values.filter((v) => v !== undefined);
  switch (i.op) {
    case 'template':
      return [...i.parts];
    case 'get':
      return present(i.object, i.index);
    case 'set':
      return present(i.object, i.index, i.value);
    case 'call':
      return [i.callee, ...i.args.map((arg) => arg.value)];
    case 'object':
      return i.entries.flatMap((entry) => present(entry.computed, entry.value));
    case 'list':
      return i.items.map((item) => item.value);
    case 'element':
      return [
        ...present(i.component),
        ...i.props.flatMap((p) => present(p.computed, p.value)),
        ...i.children,
      ];
    case 'binary':
      return [i.left, i.right];
    case 'unary':
      return [i.operand];
    case 'choose':
      return [...present(i.condition), ...i.values];
    case 'unknown':
      return [...i.operands];
    case 'store':
    case 'await':
    case 'iterate':
    case 'enter':
      return [i.value];
    case 'yield':
    case 'return':
    case 'throw':
      return present(i.value);
    case 'if':
    case 'test':
      return [i.condition];
    default:
      return [];
  }
}
