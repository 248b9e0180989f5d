import type { Module } from '../ir/module.js';
import type { LanguageId, SyntaxTree } from '../syntax-tree.js';
import { lowerJava } from './java/lower.js';
import { lowerPython } from './python/lower.js';
import { lowerTypeScript } from './typescript/lower.js';

const extensions: Readonly<Record<string, LanguageId>> = {
  py: 'python',
  pyi: 'python',
  ts: 'typescript',
  mts: 'typescript',
  cts: 'typescript',
  tsx: 'tsx',
  js: 'javascript',
  mjs: 'javascript',
  cjs: 'javascript',
  jsx: 'javascript',
  java: 'java',
};

/** The language of a file that can be analyzed, by its extension. */
export function languageOf(path: string): LanguageId | undefined {
  const extension = /\.([a-z]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  return Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
}

/** Turns a syntax tree into the intermediate form. Total: broken code gives what can be made of it. */
export function lower(language: LanguageId, tree: SyntaxTree, text: string, path: string): Module {
  if (language === 'python') return lowerPython(tree, text, path);
  if (language === 'java') return lowerJava(tree, text, path);
  return lowerTypeScript(tree, text, path, language);
}
