import { entriesOf } from '../fixes/call.js';
import type { Draft } from '../fixes/draft.js';
import { holes } from '../fixes/expressions.js';
import { addItem } from '../fixes/options.js';
import type { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';

/** Commands to start with where a model writes all of it; a person adds what is needed. */
const harmless: readonly Allowed[] = [
  { program: 'date', options: [] },
  { program: 'ls', options: ['-a', '-l', '-la'] },
  { program: 'pwd', options: [] },
  { program: 'whoami', options: [] },
];

interface Allowed {
  readonly program: string;
  readonly options: readonly string[];
}

/** The name of the list of allowed commands of this file, with what the command needs on it. */
export function allowedCommands(draft: Draft, command: Node): string {
  const { source } = draft;
  const name = source.family === 'python' ? 'ALLOWED_COMMANDS' : 'allowedCommands';
  const own = ownProgram(source, command);
  const list = definition(source, name);
  if (list === undefined) {
    const inside = (own === undefined ? harmless : [own]).map((allowed) => entry(source, allowed)).join(', ');
    return draft.constant(name, source.family === 'python' ? `{${inside}}` : `{ ${inside} }`);
  }
  const isThere =
    own === undefined || entriesOf(source, list)?.some(({ key }) => key === own.program) !== false;
  if (!isThere) addItem(draft, list, entry(source, own));
  return name;
}

/** The list that an earlier fix wrote. */
function definition(source: Source, name: string): Node | undefined {
  for (const node of source.within(source.root)) {
    const target = source.child(node, 'left') ?? source.child(node, 'name');
    const value = source.child(node, 'right') ?? source.child(node, 'value');
    if (target !== undefined && value !== undefined && source.text(target) === name) return value;
  }
  return undefined;
}

function entry(source: Source, { program, options }: Allowed): string {
  const { quote } = source.style;
  const quoted = (word: string): string => quote + word + quote;
  const key = source.family === 'python' || !/^[A-Za-z_]\w*$/.test(program) ? quoted(program) : program;
  return `${key}: [${options.map(quoted).join(', ')}]`;
}

/** The program and options that the code itself writes; `undefined` where the model chooses the program. */
function ownProgram(source: Source, command: Node): Allowed | undefined {
  const [program, ...words] = constantText(source, command).trim().split(/\s+/);
  if (program === undefined || !/^[\w./-]+$/.test(program) || !startsWithConstant(source, command))
    return undefined;
  const options = words.filter((word) => /^-[\w-]+/.test(word)).map((word) => word.split('=')[0] ?? word);
  return { program, options };
}

/** The constant pieces of a command, with a blank for each thing put in. */
export function constantText(source: Source, command: Node): string {
  let text = '';
  const skipped = new Set(holes(source, command));
  for (const node of source.within(command)) {
    const kind = source.kind(node);
    if (skipped.has(node) || /^(?:interpolation|template_substitution)$/.test(kind)) text += ' ';
    else if (/^(?:string_content|string_fragment)$/.test(kind) && !insideHole(source, node, command))
      text += source.text(node);
  }
  return text;
}

const insideHole = (source: Source, node: Node, command: Node): boolean => {
  for (const ancestor of source.ancestors(node)) {
    if (ancestor === command) return false;
    if (/^(?:interpolation|template_substitution)$/.test(source.kind(ancestor))) return true;
  }
  return false;
};

/** The first word stands there before anything is put in. */
const startsWithConstant = (source: Source, command: Node): boolean =>
  /^[a-zA-Z]{0,2}["'`]{1,3}[\w./-]+[\s"'`]/.test(source.text(command));
