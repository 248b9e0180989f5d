import type { Module } from '../../ir/module.js';
import type { LanguageId, SyntaxTree } from '../../syntax-tree.js';
import { ModuleBuilder } from '../builder.js';

export const lowerTypeScript = (
  _tree: SyntaxTree,
  _text: string,
  path: string,
  language: LanguageId,
): Module => new ModuleBuilder(path, language).finish();
