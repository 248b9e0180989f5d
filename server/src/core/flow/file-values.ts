import type { ConfigFormat, ConfigNode } from '../config/config-node.js';
import { readConfig } from '../config/read.js';
import { contentSpan } from '../prompts/content.js';
import { contains } from '../text/range.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { promptFilesOf, textOfFile } from './file-templates.js';
import { lastName, writtenChain } from './names.js';
import type { PromptFile } from './prompt-files.js';
import type { Field } from './shape.js';
import { CLEAN, type Taint, union } from './taint.js';
import { constant, listOf, mapOf, UNKNOWN, unknown, type Value } from './value.js';
import { join } from './value-join.js';

/** Functions of libraries that parse what they are given. */
const parses = /^(?:(?:safe_|full_|unsafe_)?loads?|parse|load_yaml|load_json)$/;

/** What `yaml.safe_load(open("prompts.yaml"))` gives: the file's maps and lists, whose texts know where they stand. */
export function parsedFile(run: Execution, call: Call): Value | undefined {
  const [given] = call.args.positional;
  const name = lastName(writtenChain(run.unit, call.instruction.callee));
  if (given === undefined || name === undefined || !parses.test(name)) return undefined;
  const structures = promptFilesOf(run, given, 'path').flatMap((file) => structureOf(file) ?? []);
  return structures.length === 0 ? undefined : structures.reduce(join);
}

/** What `import prompts from './prompts.json'` or `import text from './system.md?raw'` binds. */
export function importedFile(run: Execution, specifier: string, name: string | undefined): Value | undefined {
  const path = /^([^?]+\.[a-z0-9]{1,10})(?:\?[\w&=]+)?$/i.exec(specifier)?.[1];
  if (path === undefined || /\.[cm]?[jt]sx?$/.test(path)) return undefined;
  const file = run.program.promptFiles.find(run.unit.owner.path, path);
  if (file === undefined) return undefined;
  const value = structureOf(file) ?? unknown(textOfFile(file));
  return name === undefined || name === 'default' ? value : value.shape?.fields.get(name)?.value;
}

const formats: Readonly<Record<string, ConfigFormat>> = {
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
};
/** Deeper nested values are not known. */
const maxDepth = 8;

function structureOf(file: PromptFile): Value | undefined {
  const { path } = file.document;
  const format = formats[path.slice(path.lastIndexOf('.') + 1).toLowerCase()];
  const root = format === undefined ? undefined : readConfig(format, file.text).root;
  return root?.kind === 'map' || root?.kind === 'list' ? nodeValue(file, root, 0) : undefined;
}

function nodeValue(file: PromptFile, node: ConfigNode, depth: number): Value {
  if (depth > maxDepth) return UNKNOWN;
  const field = (inner: ConfigNode): Field => ({ value: nodeValue(file, inner, depth + 1), site: undefined });
  switch (node.kind) {
    case 'map':
      return mapOf(new Map(node.entries.map(({ key, value }) => [key, field(value)])));
    case 'list':
      return listOf(node.items.map(field));
    case 'string':
      return textAt(file, node) ?? constant(node.value);
    case 'null':
      return constant(null);
    default:
      return constant(node.value);
  }
}

/** A string of the file that is a message, or several. */
function textAt(file: PromptFile, node: ConfigNode & { readonly kind: 'string' }): Value | undefined {
  const span = contentSpan(file.text, node.range);
  const taint = file.messages
    .filter((_, i) => contains(span, file.document.messages[i]?.range ?? span))
    .reduce<Taint>((all, { text }) => union(all, text.taint), CLEAN);
  return taint === CLEAN ? undefined : unknown(taint);
}
