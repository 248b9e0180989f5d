import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { baselineOf, compareWithBaseline, writeBaseline } from '../../core/baseline/baseline.js';
import { plural } from '../../core/report/report.js';
import { type Command, isSet, text } from '../command.js';
import { exit, UsageError } from '../io.js';
import { loadBaseline } from '../select.js';
import { openWorkspace, workspaceOptions } from '../workspace.js';

const defaultFile = 'sallyport-baseline.json';

export const baseline: Command = {
  name: 'baseline',
  usage: 'baseline [PATH...]',
  summary: 'Writes down what is found now, so that scans with --baseline report only what is new.',
  options: {
    output: { value: 'FILE', help: `file to write (default: ${defaultFile})` },
    prune: { help: 'only drop what is no longer found; accept nothing new' },
    ...workspaceOptions,
  },
  async run(args, io) {
    const name = text(args, 'output') ?? defaultFile;
    const file = resolve(io.cwd, name);
    const old = isSet(args, 'prune') ? await loadBaseline(file, name) : undefined;
    const workspace = await openWorkspace(args, io);
    const analysed = new Set(workspace.files.map(({ path }) => path));
    const found = workspace.analysis.findings.filter(({ location }) => analysed.has(location.path));
    const accepted = old === undefined ? found : compareWithBaseline(found, old).known;
    await writeFile(file, writeBaseline(baselineOf(accepted))).catch(() => {
      throw new UsageError(`--output ${name}: cannot be written`);
    });
    io.err(`sallyport: ${plural(accepted.length, 'finding')} written to ${name}\n`);
    return workspace.missing.length > 0 ? exit.trouble : exit.clean;
  },
};
