import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '../..');

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly language?: string;
  readonly injectTo?: readonly string[];
}

interface Language {
  readonly id: string;
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
  readonly filenamePatterns?: readonly string[];
}

/** What package.json contributes to an editor. */
export const contributes: {
  readonly languages: readonly Language[];
  readonly grammars: readonly Contribution[];
} = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).contributes;

/** Grammars of the editor's own languages, by scope. */
const hosts: Readonly<Record<string, string>> = {
  'source.python': 'python',
  'source.ts': 'typescript',
  'source.tsx': 'tsx',
  'source.js': 'javascript',
  'source.yaml': 'yaml',
};

const read = (path: string): string => readFileSync(join(root, path), 'utf8');

/** A registry as the editor makes one: our grammars, those of the hosts, and our injections into them. */
export async function makeRegistry(): Promise<textmate.Registry> {
  const wasm = readFileSync(join(require.resolve('vscode-oniguruma/package.json'), '../release/onig.wasm'));
  await oniguruma.loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  return new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async (scopeName) => {
      const own = contributes.grammars.find((grammar) => grammar.scopeName === scopeName);
      if (own !== undefined) return textmate.parseRawGrammar(read(own.path), own.path);
      const host = hosts[scopeName];
      if (host === undefined) return null;
      const path = require.resolve(`tm-grammars/grammars/${host}.json`);
      return textmate.parseRawGrammar(readFileSync(path, 'utf8'), path);
    },
    getInjections: (scopeName) =>
      contributes.grammars
        .filter(({ injectTo }) => injectTo?.includes(scopeName))
        .map((grammar) => grammar.scopeName),
  });
}

/** One line per token that our grammars speak about: its text, and the scopes that end in their names. */
export function describeTokens(grammar: textmate.IGrammar, text: string, own: RegExp): string {
  const lines: string[] = [];
  let state = textmate.INITIAL;
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (const { startIndex, endIndex, scopes } of tokens) {
      const shown = line.slice(startIndex, endIndex);
      const named = scopes.slice(1).filter((scope) => own.test(scope));
      if (shown.trim() !== '' && named.length > 0) lines.push(`${shown.trim()}  ${named.join(' ')}`);
    }
  }
  return lines.join('\n');
}
