import { isAgentFile } from '../core/workspace/agent-files.js';
import { hasBinaryExtension } from '../core/workspace/binary-extensions.js';
import { isExcludedFolder } from '../core/workspace/excluded-folders.js';
import type { FileSystem } from './file-system.js';
import { join } from './files.js';
import { IgnoreRules } from './ignore-rules.js';

/**
 * Whether a scan of the whole root would read this one file: for files that come and go while an editor is open. The same
 * rules as `discoverFiles`, without the walk.
 */
export async function belongs(fs: FileSystem, path: string): Promise<boolean> {
  if (hasBinaryExtension(path)) return false;
  const parts = path.split('/');
  const above = IgnoreRules.outside(await fs.repository().catch(() => undefined));
  let rules = above.ignoresRoot ? above.forgotten() : above;
  for (let i = 0; i < parts.length; i++) {
    const folder = parts.slice(0, i).join('/');
    const bytes = await fs.readFile(join(folder, '.gitignore')).catch(() => undefined);
    if (bytes !== undefined) rules = rules.within(folder, new TextDecoder().decode(bytes));
    const here = join(folder, parts[i] ?? '');
    const isFolder = i < parts.length - 1;
    if (isFolder && isExcludedFolder(parts[i] ?? '')) return false;
    if (rules.ignores(here, isFolder)) return isAgentFile(path) && !(parts.at(-1) ?? '').startsWith('.env');
  }
  return true;
}
