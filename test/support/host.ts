import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { LanguageId } from '../../server/src/core/syntax-tree.js';
import { type GrammarSource, TreeSitterHost } from '../../server/src/syntax/tree-sitter-host.js';

const require = createRequire(import.meta.url);

const files: Record<LanguageId, string> = {
  python: 'tree-sitter-python/tree-sitter-python.wasm',
  typescript: 'tree-sitter-typescript/tree-sitter-typescript.wasm',
  tsx: 'tree-sitter-typescript/tree-sitter-tsx.wasm',
  javascript: 'tree-sitter-javascript/tree-sitter-javascript.wasm',
  java: 'tree-sitter-java/tree-sitter-java.wasm',
};

const source: GrammarSource = {
  runtime: () => readFile(require.resolve('web-tree-sitter/web-tree-sitter.wasm')),
  grammar: (language) => readFile(require.resolve(files[language])),
};

/** A host with every grammar loaded, straight from node_modules: tests need no build. */
export async function testHost(): Promise<TreeSitterHost> {
  const host = new TreeSitterHost(source);
  await host.load(['python', 'typescript', 'tsx', 'javascript', 'java']);
  return host;
}
