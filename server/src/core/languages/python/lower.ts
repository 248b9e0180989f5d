import type { Module } from '../../ir/module.js';
import type { SyntaxTree } from '../../syntax-tree.js';
import { ModuleBuilder } from '../builder.js';

export const lowerPython = (_tree: SyntaxTree, _text: string, path: string): Module =>
  new ModuleBuilder(path, 'python').finish();
