import { range } from '../text/range.js';
import type { ConfigDocument, ConfigFormat } from './config-node.js';
import { maxNesting, nestingBound } from './nesting.js';
import { readFrontMatter } from './read-front-matter.js';
import { readJson } from './read-json.js';
import { readToml } from './read-toml.js';
import { readYaml } from './read-yaml.js';

/**
 * Reads a config text with the span of every key and value (UTF-16 offsets). Total: what cannot be read is a problem in the result, never an
 * exception.
 */
export function readConfig(format: ConfigFormat, text: string): ConfigDocument {
  // The body below front matter, or a script, may hold any brackets: nothing is read from them.
  if (format !== 'front-matter' && format !== 'text' && nestingBound(text, format) > maxNesting) {
    return refused(format, text, 'nested too deeply');
  }
  try {
    return readers[format](text);
  } catch {
    // The parsers are other people's code; whatever they do on hostile input, the scan goes on.
    return refused(format, text, 'not readable');
  }
}

const readers: Readonly<Record<ConfigFormat, (text: string) => ConfigDocument>> = {
  json: readJson,
  yaml: (text) => readYaml(text),
  toml: readToml,
  'front-matter': readFrontMatter,
  text: (text) => ({ format: 'text', problems: [], body: range(0, text.length) }),
};

const refused = (format: ConfigFormat, text: string, why: string): ConfigDocument => ({
  format,
  problems: [{ range: range(0, text.length), message: `This file is ${why}` }],
  ...(format === 'front-matter' ? { body: range(0, text.length) } : {}),
});
