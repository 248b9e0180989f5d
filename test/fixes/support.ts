import { isCall, readCall } from '../../server/src/core/fixes/call.js';
import type { FileChange, Fix } from '../../server/src/core/fixes/fix.js';
import { Source } from '../../server/src/core/fixes/source.js';
import type { Project } from '../../server/src/core/project.js';
import type { ModelCall } from '../../server/src/core/surface/model-use.js';
import { applyEdits } from '../../server/src/core/text/edits.js';

/** The first call whose name ends in `name`, as the analysis would describe it: enough to hang guards on without an engine. */
export function modelCallIn(
  project: Project,
  path: string,
  name: string,
  more: Partial<ModelCall> = {},
): ModelCall {
  const source = Source.open(project, path);
  if (source === undefined) throw new Error(`${path} cannot be parsed`);
  for (const node of source.within(source.root)) {
    const call = isCall(source.kind(node)) ? readCall(source, node) : undefined;
    if (call === undefined || !source.text(call.callee).replace(/\s/g, '').endsWith(name)) continue;
    const text = source.text(node);
    const at = (inner: number) => ({ path, range: source.range(inner) });
    return {
      sdk: 'openai',
      name,
      language: source.family === 'python' ? 'python' : 'typescript',
      location: at(node),
      callee: at(call.callee),
      args: at(call.args),
      functionName: '',
      awaited: source.kind(source.parent(node)).startsWith('await'),
      streaming: /stream\s*[=:]\s*[Tt]rue|\.stream\(/.test(text) ? 'yes' : 'no',
      texts: [],
      tokenLimit: 'missing',
      limitLocation: at(node),
      timeout: 'missing',
      tools: 'missing',
      inputGuards: [],
      outputGuards: [],
      resolved: true,
      ...more,
    };
  }
  throw new Error(`${path} does not call ${name}`);
}

/** The files of a project after a fix. */
export function applyFix(
  files: Readonly<Record<string, string>>,
  fix: Pick<Fix, 'changes'>,
): Record<string, string> {
  const after = { ...files };
  for (const change of fix.changes) after[change.path] = changed(files, change);
  return after;
}

function changed(files: Readonly<Record<string, string>>, change: FileChange): string {
  if ('create' in change) {
    if (files[change.path] !== undefined) throw new Error(`${change.path} would be overwritten`);
    return change.create;
  }
  const before = files[change.path];
  if (before === undefined) throw new Error(`${change.path} does not exist`);
  return applyEdits(before, change.edits);
}
