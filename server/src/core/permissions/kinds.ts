import type { ConfigScope } from './agent-config.js';
import type { FileKind, Product } from './product.js';
import { products } from './products.js';

/** What a path says about an agent config file. */
export interface RecognisedFile {
  readonly product: Product;
  readonly file: FileKind;
  readonly scope: ConfigScope;
  /** Folder above the config file's own: the project it belongs to ("" for the root). */
  readonly project: string;
}

interface Place {
  readonly product: Product;
  readonly file: FileKind;
  readonly scope: ConfigScope;
  readonly pattern: RegExp;
}

const tailOf = (name: string): string =>
  name.includes('*') ? `*${/\.[^.*]+$/.exec(name)?.[0] ?? ''}` : name.toLowerCase();

/** Places by the last part of their globs, so that a path is compared with few of them: by name, or by extension for `*.md`. */
const places: ReadonlyMap<string, readonly Place[]> = index();

function index(): ReadonlyMap<string, readonly Place[]> {
  const byTail = new Map<string, Place[]>();
  for (const product of products) {
    for (const file of product.files) {
      for (const { scope, globs } of file.places) {
        for (const glob of globs) {
          const tail = tailOf(glob.slice(glob.lastIndexOf('/') + 1));
          const known = byTail.get(tail) ?? [];
          known.push({ product, file, scope, pattern: globPattern(glob) });
          byTail.set(tail, known);
        }
      }
    }
  }
  return byTail;
}

/** All readings of a path: a file such as `.vscode/settings.json` belongs to several products. Empty for other files. */
export function agentConfigKind(path: string): readonly RecognisedFile[] {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  const extension = /\.[^.]+$/.exec(name)?.[0] ?? '';
  const found: RecognisedFile[] = [];
  for (const tail of [name, `*${extension}`, '*']) {
    for (const { product, file, scope, pattern } of places.get(tail) ?? []) {
      if (found.some((known) => known.file === file)) continue;
      const match = pattern.exec(path);
      if (match === null) continue;
      const project = (match[1] ?? '').replace(/\/$/, '');
      found.push({ product, file, project, scope: scope === 'project' && isHome(project) ? 'user' : scope });
    }
    if (extension === '' && tail === `*${extension}`) break;
  }
  return found;
}

/** `.claude/agents/**∕*.md` below any folder. Names are compared without regard to case, as two of three systems do. */
function globPattern(glob: string): RegExp {
  const body = glob
    .split(/(\*\*\/|\*|[^*]+)/)
    .map((part) => {
      if (part === '**/') return '(?:[^/]+/)*';
      if (part === '*') return '[^/]*';
      return part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^((?:[^/]*/)*)${body}$`, 'i');
}

/** The home folder of a person on Linux, macOS or Windows. */
const isHome = (folder: string): boolean => /(?:^|\/)(?:(?:home|Users)\/[^/]+|root|~)$/.test(folder);
