import { languageOf } from '../languages/language.js';
import { readPrompt } from '../prompts/read.js';
import { isAgentFile } from '../workspace/agent-files.js';

/** How one line is commented out. */
export interface CommentStyle {
  readonly open: string;
  /** Empty when the comment ends with its line. */
  readonly close: string;
}

const hash: CommentStyle = { open: '#', close: '' };
const slashes: CommentStyle = { open: '//', close: '' };
const dashes: CommentStyle = { open: '--', close: '' };
const html: CommentStyle = { open: '<!--', close: '-->' };
/** Inside the children of a JSX element, where `//` would be text. */
export const jsx: CommentStyle = { open: '{/*', close: '*/}' };

const byExtension: ReadonlyMap<string, CommentStyle> = new Map(
  (
    [
      [
        hash,
        'py pyi pyw yaml yml toml sh bash zsh fish rb pl r jl ex exs tf hcl cfg conf properties env mk cmake ps1 nix',
      ],
      [
        slashes,
        'ts mts cts tsx js mjs cjs jsx go java kt kts cs c h cc cpp hpp swift rs scala dart php groovy jsonc json5',
      ],
      [dashes, 'sql lua hs elm'],
      [html, 'md markdown html htm xml svg vue'],
    ] as const
  ).flatMap(([style, extensions]) => extensions.split(' ').map((extension) => [extension, style] as const)),
);

const byName: ReadonlyMap<string, CommentStyle> = new Map([
  ['dockerfile', hash],
  ['containerfile', hash],
  ['makefile', hash],
  ['justfile', hash],
  ['.env', hash],
  ['.envrc', hash],
  ['.gitignore', hash],
  ['devcontainer.json', slashes],
  ['.devcontainer.json', slashes],
]);

/**
 * How a comment is written at a place of a file; `undefined` where there are none (JSON), or where a model would read them
 * (prompts, skills, instructions to agents). Front matter is YAML: a comment in it reaches nobody.
 */
export function commentStyle(path: string, text: string, offset: number): CommentStyle | undefined {
  if (offset < frontMatterEnd(text)) return hash;
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extension = name.slice(name.lastIndexOf('.') + 1);
  if (languageOf(path) !== undefined) return byExtension.get(extension) ?? slashes;
  if (/(?:^|\/)\.vscode\/[^/]+\.json$/.test(path)) return slashes;
  const style = byName.get(name) ?? (name.startsWith('.env.') ? hash : byExtension.get(extension));
  if (style === undefined || style === hash) return style;
  return isAgentFile(path) || readPrompt(path, text) !== undefined ? undefined : style;
}

/** Front matter that is longer counts as text, in UTF-16 units. */
const maxFrontMatter = 100_000;

function frontMatterEnd(text: string): number {
  if (!/^---[ \t]*\r?\n/.test(text.slice(0, 100))) return 0;
  const end = /\n---[ \t]*(?:\r?\n|$)/.exec(text.slice(3, maxFrontMatter));
  return end === null ? 0 : end.index + 4;
}
