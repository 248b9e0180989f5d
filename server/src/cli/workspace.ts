import type { Analysis, Note } from '../core/analysis.js';
import { type Persona, personas } from '../core/finding.js';
import { rules } from '../core/rules/index.js';
import { nodeFileSystem } from '../workspace/node-file-system.js';
import { readWorkspace, type WorkspaceFiles } from '../workspace/workspace.js';
import { type Analyser, openAnalyser } from './analyser.js';
import { type Arguments, choice, text } from './command.js';
import type { Io } from './io.js';
import { type Progress, progressBar } from './progress.js';
import { type Scope, scopeOf } from './roots.js';

/** Options of every command that looks at a workspace. */
export const workspaceOptions = {
  root: { value: 'DIR', help: 'folder that paths in the report are relative to' },
  persona: { value: 'NAME', help: `${personas.join(', ')}; overrides the policy file` },
  'no-cache': { help: 'do not use the cache of earlier runs' },
} as const;

/** A workspace that has been read, with its engine. */
export interface Workspace extends WorkspaceFiles {
  readonly scope: Scope;
  readonly analyser: Analyser;
  readonly analysis: Analysis;
  readonly progress: Progress;
}

/** Reads and analyses what the positional arguments name. Says on standard error what does not exist. */
export async function openWorkspace(args: Arguments, io: Io): Promise<Workspace> {
  const persona: Persona | undefined =
    args.values.persona === undefined ? undefined : choice(args, 'persona', personas, 'regular');
  const scope = await scopeOf(io.cwd, args.positionals, text(args, 'root'));
  const progress = progressBar(io);
  const files = await readWorkspace(
    nodeFileSystem(scope.root),
    scope.paths,
    rules.map(({ id }) => id),
    (done, total) => progress.show('reading', done, total),
  );
  progress.show('analyzing');
  const analyser = openAnalyser({
    grammars: new URL('grammars/', io.home),
    policies: files.policies,
    persona,
    onProgress: (done, total) => progress.show('analyzing', done, total),
  });
  await analyser.update([...files.files, ...files.context]);
  const analysis = analyser.analyse();
  progress.clear();
  for (const path of files.missing)
    io.err(`sallyport: ${scope.asWritten.get(path) ?? path}: no such file or folder\n`);
  return { ...files, scope, analyser, analysis, progress };
}

/** Notes about files that were asked for, from reading and from analysis. */
export const notesOf = ({ notes }: WorkspaceFiles, analysis: Analysis): readonly Note[] => [
  ...notes,
  ...analysis.notes,
];
