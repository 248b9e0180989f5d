import type { ConfigDocument } from '../config/config-node.js';
import { readConfig } from '../config/read.js';
import { assemble } from './assemble.js';
import type { PromptFile, PromptFormat } from './format.js';
import { formats } from './formats.js';
import type { PromptDocument } from './prompt-document.js';

/** UTF-16 units; longer files are data rather than prompts. */
const maxLength = 4_000_000;

/** Reads a prompt file; `undefined` when it is none of a known kind. Pure and total. */
export function readPrompt(path: string, text: string): PromptDocument | undefined {
  if (text.length > maxLength) return undefined;
  const file = new LazyFile(path, text);
  for (const format of candidates(path)) {
    if (format.where?.test(`/${path}`) === false || format.shows?.test(text) === false) continue;
    const reading = format.read(file);
    if (reading === undefined) continue;
    const { marked, ...conversation } = assemble(text, reading.parts);
    return {
      path,
      format: format.id,
      ...conversation,
      ...(reading.header && { header: reading.header }),
      settings: reading.settings ?? noSettings,
      ...(reading.bare && conversation.messages.length === 1 && !marked && { bare: true }),
    };
  }
  return undefined;
}

class LazyFile implements PromptFile {
  readonly path: string;
  readonly text: string;
  #config: ConfigDocument | undefined;

  constructor(path: string, text: string) {
    this.path = path;
    this.text = text;
  }

  get config(): ConfigDocument {
    this.#config ??= this.#read();
    return this.#config;
  }

  #read(): ConfigDocument {
    if (/\.json[c5]?$/i.test(this.path)) return readConfig('json', this.text);
    if (/\.toml$/i.test(this.path)) return readConfig('toml', this.text);
    return mayBeYaml.test(this.text) ? readConfig('yaml', this.text) : { format: 'yaml', problems: [] };
  }
}

/** Some line is a key, an item or a mark of YAML: the parser takes long over anything else. */
const mayBeYaml =
  /^[ \t\ufeff]*(?:["']?[\w$.*/-][\w $.*/-]{0,200}["']?[ \t]*:(?:[ \t\r\n]|$)|-[ \t]|---|[{[][ \t]*(?:["'\w]|\r?$))/m;

const noSettings: PromptDocument['settings'] = new Map();

const byFile: ReadonlyMap<string, readonly PromptFormat[]> = indexed(formats);

function indexed(all: readonly PromptFormat[]): ReadonlyMap<string, readonly PromptFormat[]> {
  const index = new Map<string, PromptFormat[]>();
  for (const format of all) {
    for (const file of format.files) {
      const sharing = index.get(file);
      if (sharing === undefined) index.set(file, [format]);
      else sharing.push(format);
    }
  }
  return index;
}

/** Formats whose files may be called so: those that match more of the name first, then in the order of the list. */
function candidates(path: string): readonly PromptFormat[] {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const keys = [`/${name}`];
  for (let dot = name.indexOf('.'); dot !== -1 && keys.length < 8; dot = name.indexOf('.', dot + 1)) {
    if (dot > 0 && keys.length === 1) keys.push(name.slice(0, dot + 1));
    keys.push(name.slice(dot + 1));
  }
  return keys.flatMap((key) => byFile.get(key) ?? []);
}
