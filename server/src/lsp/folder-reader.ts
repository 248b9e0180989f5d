import type { Note } from '../core/analysis.js';
import type { SourceFile } from '../core/project.js';
import type { FileSystem } from '../workspace/file-system.js';
import { discoverFiles } from '../workspace/files.js';
import { loadFile, loadFiles } from '../workspace/load.js';
import { belongs } from '../workspace/membership.js';
import type { WorkspaceReader } from './runtime.js';

/** Reads workspace folders by the rules of the command line, from wherever `open` finds them. */
export const folderReader = (open: (root: string) => FileSystem): WorkspaceReader => ({
  async readAll(root) {
    const fs = open(root);
    const { paths, notes } = await discoverFiles(fs, ['']);
    const files: SourceFile[] = [];
    const skipped: Note[] = [...notes];
    for (const loaded of await loadFiles(fs, paths)) {
      if ('file' in loaded) files.push(loaded.file);
      else skipped.push(loaded.note);
    }
    return { files, notes: skipped };
  },
  async read(root, path) {
    const fs = open(root);
    if (!(await belongs(fs, path))) return undefined;
    const loaded = await loadFile(fs, path);
    return 'file' in loaded ? loaded.file : undefined;
  },
});
