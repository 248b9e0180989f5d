import type { Source } from '../source.js';
import type { Imports } from './imports.js';
import { PythonImports } from './python.js';
import { ScriptImports } from './script.js';

export const importsOf = (source: Source): Imports =>
  source.family === 'python' ? new PythonImports(source) : new ScriptImports(source);
