import type { Argument, Entry, Instruction, ValueId } from '../../server/src/core/ir/instruction.js';
import type {
  Function as IrFunction,
  Module,
  Parameter,
  TypeReference,
} from '../../server/src/core/ir/module.js';

/**
 * A module in a form that reads like code, for tests. One line per instruction, blocks indented, values named `v<index>`:
 *
 *     def ask(question: str)
 *       v0 = load question
 *       v1 = template v2 v0
 *       answer := v1
 *
 * Variables whose name alone is ambiguous carry their number (`x#3`). Given the text, each line ends with the source that the instruction
 * stands for. `details` adds comments, and the declared types of variables.
 */
export function dumpIr(
  module: Module,
  options: { readonly text?: string; readonly details?: boolean } = {},
): string {
  const lines: string[] = [];
  if (options.details) lines.push(...dumpDetails(module));
  if (module.imports.length > 0) lines.push(`imports ${module.imports.join(', ')}`);
  const exported = module.exports.map((e) =>
    e.kind === 'variable'
      ? showExport(e.name, module.variables[e.variable]?.name)
      : `${e.imported} as ${e.name} from ${e.specifier}`,
  );
  if (exported.length > 0) lines.push(`exports ${exported.join(', ')}`);
  if (module.directives.length > 0) lines.push(`directives ${module.directives.join(', ')}`);
  for (const error of module.errors) lines.push(`error ${error.start}-${error.end}`);
  if (module.truncated) lines.push('truncated');
  for (const c of module.classes) {
    const bases = c.bases.length === 0 ? '' : ` (${c.bases.map(value).join(', ')})`;
    lines.push(`class ${c.name}${bases}${documentation(c.documentation)}`);
    for (const d of c.decorators) lines.push(`  @${value(d)}`);
    for (const [name, type] of c.fields) lines.push(`  ${name}: ${showType(type)}`);
    for (const [name, id] of c.methods) lines.push(`  ${name} = ${module.functions[id]?.qualifiedName}`);
  }
  for (const f of module.functions) lines.push(...dumpFunction(module, f, options.text));
  return lines.join('\n');
}

function dumpDetails(module: Module): string[] {
  const parameters = new Set(module.functions.flatMap((f) => f.parameters.map((p) => p.variable)));
  return [
    ...module.comments.map((c) => `comment ${JSON.stringify(c.text)}`),
    ...module.variables.flatMap((v, id) =>
      v.type === undefined || parameters.has(id) ? [] : [`variable ${v.name}: ${showType(v.type)}`],
    ),
  ];
}

function dumpFunction(module: Module, f: IrFunction, text: string | undefined): string[] {
  const names = new Map<string, number>();
  for (const v of module.variables) names.set(v.name, (names.get(v.name) ?? 0) + 1);
  const variable = (id: number): string => {
    const name = module.variables[id]?.name ?? '?';
    return names.get(name) === 1 ? name : `${name}#${id}`;
  };
  const parameter = (p: Parameter): string =>
    (p.kind === 'plain' ? '' : `${p.kind} `) +
    variable(p.variable) +
    (p.type === undefined ? '' : `: ${showType(p.type)}`) +
    (p.default === undefined ? '' : ` = ${value(p.default)}`);
  const flags = [f.isAsync && 'async ', f.isGenerator && 'generator ', f.methodKind && `${f.methodKind} `];
  const lines = f.decorators.map((d) => `@${value(d)}`);
  lines.push(
    `${flags.filter(Boolean).join('')}def ${f.qualifiedName}` +
      (f.id === 0 ? '' : `(${f.parameters.map(parameter).join(', ')})`) +
      (f.returnType === undefined ? '' : ` -> ${showType(f.returnType)}`) +
      documentation(f.documentation),
  );
  let indent = '  ';
  f.body.forEach((instruction, id) => {
    const closes = ['else', 'catch', 'finally', 'end'].includes(instruction.op);
    const opens = ['if', 'else', 'loop', 'try', 'catch', 'finally'].includes(instruction.op);
    if (closes) indent = indent.slice(2);
    const source =
      text === undefined ? '' : `  « ${text.slice(instruction.range.start, instruction.range.end)} »`;
    lines.push(indent + show(module, instruction, id, variable) + source);
    if (opens) indent += '  ';
  });
  return lines;
}

const value = (id: ValueId): string => `v${id}`;
const documentation = (d: { readonly text: string } | undefined): string =>
  d === undefined ? '' : ` # ${JSON.stringify(d.text)}`;

const showExport = (name: string, variable = '?'): string =>
  name === variable ? name : `${variable} as ${name}`;

const showType = (type: TypeReference): string =>
  type.args.length === 0 ? type.name : `${type.name}[${type.args.map(showType).join(', ')}]`;

const showArgument = (a: Argument): string =>
  (a.name === undefined ? '' : `${a.name}=`) +
  (a.spread === undefined ? '' : a.spread === 'list' ? '*' : '**') +
  value(a.value);

const showEntry = (e: Entry): string =>
  e.spread
    ? `...${value(e.value)}`
    : `${e.key === undefined ? `[${value(e.computed ?? -1)}]` : JSON.stringify(e.key)}: ${value(e.value)}`;

const member = (i: { readonly object: ValueId; readonly key?: string; readonly index?: ValueId }): string =>
  i.key === undefined
    ? `${value(i.object)}[${i.index === undefined ? '' : value(i.index)}]`
    : `${value(i.object)}.${i.key}`;

const bind = (id: ValueId, text: string): string => `${value(id)} = ${text}`;

function show(module: Module, i: Instruction, id: ValueId, variable: (id: number) => string): string {
  switch (i.op) {
    case 'const':
      return bind(id, JSON.stringify(i.value));
    case 'template':
      return bind(id, `template(${i.parts.map(value).join(', ')})`);
    case 'load':
      return bind(id, `load ${variable(i.variable)}`);
    case 'store':
      return `${variable(i.variable)} := ${value(i.value)}`;
    case 'global':
      return bind(id, `global ${i.name}`);
    case 'this':
    case 'super':
      return bind(id, i.op);
    case 'get':
      return bind(id, `get ${i.optional ? 'optional ' : i.isMethod ? 'method ' : ''}${member(i)}`);
    case 'set':
      return `set ${member(i)} = ${value(i.value)}`;
    case 'call': {
      const kind = i.construct ? 'new ' : i.tagged ? 'tagged ' : '';
      return bind(id, `call ${kind}${value(i.callee)}(${i.args.map(showArgument).join(', ')})`);
    }
    case 'object':
      return bind(id, `object {${i.entries.map(showEntry).join(', ')}}`);
    case 'list':
      return bind(
        id,
        `${i.kind} [${i.items.map((item) => (item.spread ? '...' : '') + value(item.value)).join(', ')}]`,
      );
    case 'element': {
      const tag = i.tag ?? (i.component === undefined ? '' : value(i.component));
      return bind(
        id,
        `element <${tag}> {${i.props.map(showEntry).join(', ')}} [${i.children.map(value).join(', ')}]`,
      );
    }
    case 'binary':
      return bind(id, `${value(i.left)} ${i.operator} ${value(i.right)}`);
    case 'unary':
      return bind(id, `${i.operator} ${value(i.operand)}`);
    case 'choose':
      return bind(
        id,
        i.condition === undefined
          ? `choose ${i.values.map(value).join(` ${i.operator ?? '|'} `)}`
          : `choose by ${value(i.condition)} ${i.values.map(value).join(' | ')}`,
      );
    case 'await':
    case 'iterate':
    case 'enter':
      return bind(id, `${i.op} ${value(i.value)}`);
    case 'yield':
      return bind(id, i.value === undefined ? 'yield' : `yield ${value(i.value)}`);
    case 'function':
      return bind(id, `function ${module.functions[i.function]?.qualifiedName}`);
    case 'class':
      return bind(id, `class ${module.classes[i.class]?.name}`);
    case 'import':
      return bind(id, `import ${i.specifier}${i.name === undefined ? '' : ` : ${i.name}`}`);
    case 'unknown':
      return bind(id, `unknown(${i.operands.map(value).join(', ')})`);
    case 'if':
    case 'test':
      return `${i.op} ${value(i.condition)}`;
    case 'loop':
      return `loop ${i.kind}${i.forever ? ' forever' : ''}`;
    case 'return':
    case 'throw':
      return i.value === undefined ? i.op : `${i.op} ${value(i.value)}`;
    case 'else':
    case 'try':
    case 'catch':
    case 'finally':
    case 'end':
    case 'break':
    case 'continue':
      return i.op;
  }
}
