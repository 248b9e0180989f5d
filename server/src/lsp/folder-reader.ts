import { rules } from '../core/rules/index.js';
import type { FileSystem } from '../workspace/file-system.js';
import { loadFile } from '../workspace/load.js';
import { belongs } from '../workspace/membership.js';
import { readWorkspace } from '../workspace/workspace.js';
import type { WorkspaceReader } from './runtime.js';

/** Reads workspace folders by the rules of the command line, from wherever `open` finds them. */
export const folderReader = (open: (root: string) => FileSystem): WorkspaceReader => ({
  async readAll(root) {
    const fs = open(root);
    const [files, repository] = await Promise.all([
      readWorkspace(fs, [''], ruleIds),
      fs.repository().catch(() => undefined),
    ]);
    return { ...files, policiesAbove: repository?.policies ?? [] };
  },
  async read(root, path) {
    const fs = open(root);
    if (!(await belongs(fs, path))) return undefined;
    const loaded = await loadFile(fs, path);
    return 'file' in loaded ? loaded.file : undefined;
  },
});

const ruleIds = rules.map(({ id }) => id);
