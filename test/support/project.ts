import type { Host } from '../../server/src/core/host.js';
import { languageOf, lower } from '../../server/src/core/languages/language.js';
import type { Project } from '../../server/src/core/project.js';

/** A project of texts by path, without an engine: files, syntax trees and modules. */
export function projectOf(files: Readonly<Record<string, string>>, host?: Host): Project {
  const syntax: Project['syntax'] = (path) => {
    const language = languageOf(path);
    const text = files[path];
    return host === undefined || language === undefined || text === undefined
      ? undefined
      : host.parse(language, text, path);
  };
  return {
    file: (path) => (files[path] === undefined ? undefined : { path, text: files[path] }),
    paths: Object.keys(files).sort(),
    syntax,
    module: (path) => {
      const language = languageOf(path);
      const tree = syntax(path);
      return tree === undefined || language === undefined
        ? undefined
        : lower(language, tree, files[path] ?? '', path);
    },
    dependencies: () => new Map(),
  };
}
