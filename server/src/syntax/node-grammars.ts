import { readFile } from 'node:fs/promises';
import type { GrammarSource } from './tree-sitter-host.js';

/** Reads the WebAssembly files from the folder that holds the bundles (`dist/grammars`). */
export const grammarsInFolder = (folder: URL): GrammarSource => ({
  runtime: () => readFile(new URL('web-tree-sitter.wasm', folder)),
  grammar: (language) => readFile(new URL(`tree-sitter-${language}.wasm`, folder)),
});
