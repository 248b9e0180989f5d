import type { ModelLanguage, SdkModel } from '../models/model.js';
import { ModelIndex } from '../models/model-index.js';
import { knownPaths } from './known-values.js';

type Compiled = Readonly<Record<ModelLanguage, ModelIndex>>;

/**
 * What was compiled before. The models are constants of the program, compiling them takes longer than analyzing a file, and an index answers
 * the same whatever it was asked before: all analyses of a process share it.
 */
const known = new WeakMap<readonly SdkModel[], Compiled>();

/** The models by language, ready to be asked. */
export function compiled(models: readonly SdkModel[]): Compiled {
  const before = known.get(models);
  if (before !== undefined) return before;
  const index = (language: ModelLanguage): ModelIndex =>
    new ModelIndex(language, models, knownPaths[language]);
  const made: Compiled = {
    python: index('python'),
    javascript: index('javascript'),
    java: index('java'),
  };
  known.set(models, made);
  return made;
}
