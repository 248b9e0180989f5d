import { readConfig } from '../core/config/read.js';
import type { Host } from '../core/host.js';
import { languageOf } from '../core/languages/language.js';
import type { SourceFile } from '../core/project.js';
import { NodeFlag } from '../core/syntax-tree.js';

/** Places that the parser of a file stumbles over; 0 for kinds of files that are not parsed. */
export function syntaxErrors({ path, text }: SourceFile, host: Host): number {
  const language = languageOf(path);
  if (language !== undefined) {
    const tree = host.parse(language, text, path);
    if (tree === undefined) return 0;
    let errors = 0;
    for (const flags of tree.flags) if ((flags & (NodeFlag.error | NodeFlag.missing)) !== 0) errors++;
    return errors;
  }
  const format = /\.jsonc?$/i.test(path)
    ? 'json'
    : /\.ya?ml$/i.test(path)
      ? 'yaml'
      : /\.toml$/i.test(path)
        ? 'toml'
        : undefined;
  return format === undefined ? 0 : readConfig(format, text).problems.length;
}
