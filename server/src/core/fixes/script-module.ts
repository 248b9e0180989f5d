import { parse } from 'jsonc-parser';
import type { Project } from '../project.js';
import type { Source } from './source.js';

/** The nearest `package.json` at or above a path: its folder, and what it says. */
export interface Package {
  /** "" for the root. */
  readonly folder: string;
  readonly isModule: boolean;
}

export function packageOf(project: Project, path: string): Package | undefined {
  const parts = path.split('/');
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const folder = parts.slice(0, depth).join('/');
    const manifest = project.file(folder === '' ? 'package.json' : `${folder}/package.json`);
    if (manifest === undefined) continue;
    const content: unknown = parse(manifest.text);
    const type =
      typeof content === 'object' && content !== null && 'type' in content ? content.type : undefined;
    return { folder, isModule: type === 'module' };
  }
  return undefined;
}

/** The file uses `require`: by its own words, else by its extension, else by its package. */
export function isCommonJs(source: Source): boolean {
  const statements = source.named(source.root);
  if (statements.some((node) => /^(?:import|export)_statement$/.test(source.kind(node)))) return false;
  const extension = /\.([cm]?)([jt])sx?$/.exec(source.path);
  if (extension?.[1] === 'c') return true;
  if (extension?.[1] === 'm') return false;
  if (/\brequire\s*\(|\bmodule\.exports\b|^exports\./m.test(source.source)) return true;
  if (extension?.[2] === 't') return false;
  return packageOf(source.project, source.path)?.isModule !== true;
}
