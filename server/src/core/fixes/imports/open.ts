import type { Source } from '../source.js';
import { Imports } from './imports.js';
import { pythonImports } from './python.js';
import { scriptImports } from './script.js';

export const importsOf = (source: Source): Imports =>
  new Imports(source, source.family === 'python' ? pythonImports(source) : scriptImports(source));
