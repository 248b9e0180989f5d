import type { ValueId } from '../ir/instruction.js';
import type { Role } from '../surface/model-use.js';
import type { Given } from './arguments.js';
import type { Execution } from './execution.js';
import type { FileMessage, PromptFile } from './prompt-files.js';
import type { Field } from './shape.js';
import { CLEAN, isClean, type Taint, union } from './taint.js';
import type { Unit } from './unit.js';
import { constant, listOf, mapOf, onlyConstant, unknown } from './value.js';
import { writtenPath, writtenPattern } from './written-path.js';

/**
 * The prompt files that an argument names: by its path, or by the name under which a framework keeps it. Several when a part of the path is not
 * known.
 */
export function promptFilesOf(
  run: Execution,
  { value, site }: Given,
  by: 'path' | 'name',
): readonly PromptFile[] {
  const { promptFiles } = run.program;
  const from = run.unit.owner.path;
  const known = onlyConstant(value);
  if (typeof known !== 'string') return site === undefined ? [] : filesAt(run, site.unit, site.at, by);
  const file = by === 'name' ? promptFiles.named(from, known) : promptFiles.find(from, known);
  return file === undefined ? [] : [file];
}

function filesAt(run: Execution, unit: Unit, at: ValueId, by: 'path' | 'name'): readonly PromptFile[] {
  const { promptFiles } = run.program;
  const from = run.unit.owner.path;
  const pattern = writtenPattern(unit, at);
  const matching = pattern === undefined ? [] : promptFiles.matching(from, pattern);
  if (matching.length > 0) return matching;
  const written = writtenPath(unit, at);
  if (written === undefined) return [];
  const file = by === 'name' ? promptFiles.named(from, written) : promptFiles.find(from, written);
  return file === undefined ? [] : [file];
}

/** The text of the prompt files that a call reads; the path stands in its arguments, or where what it reads from was opened. */
export function promptFileText(run: Execution, at: ValueId): Taint | undefined {
  const files = filesAt(run, run.unit, at, 'path');
  return files.length === 0 ? undefined : files.map(textOfFile).reduce(union);
}

/** All texts of a prompt file. */
export const textOfFile = (file: PromptFile): Taint =>
  file.messages.reduce<Taint>((taint, { text }) => union(taint, text.taint), CLEAN);

/** The text of a file as a template keeps it: its messages, or where the file leaves roles to the program, one text (of the given role). */
function templateText(file: PromptFile, role?: Role): Field {
  const [first] = file.messages;
  if (file.document.bare === true && first !== undefined) {
    const text = { value: unknown(first.text.taint), site: first.site };
    return role === undefined
      ? text
      : { value: listOf([messageField({ ...first, role })]), site: first.site };
  }
  return { value: listOf(file.messages.map(messageField)), site: first?.site };
}

/** The text of the files that one place stands for; `undefined` for none. */
export function templateTexts(files: readonly PromptFile[], role?: Role): Field | undefined {
  const [first] = files;
  if (first === undefined) return undefined;
  return files.length === 1 ? templateText(first, role) : templateOfFiles(files);
}

/** The messages of several files, as one template. */
export const templateOfFiles = (files: readonly PromptFile[]): Field => ({
  value: listOf(files.flatMap(({ messages }) => messages.map(messageField))),
  site: files[0]?.messages[0]?.site,
});

const messageField = ({ role, text, site }: FileMessage): Field => ({
  value: mapOf(
    new Map<string, Field>([
      ['role', { value: constant(role), site: undefined }],
      ['content', { value: unknown(text.taint), site }],
    ]),
  ),
  site,
});

/** What data becomes that a template takes in under a name, where the template's text is known and comes from a file. */
export function filledFrom(run: Execution, template: Taint, name: string, given: Taint): Taint {
  if (isClean(given) || given.atoms.length === 0) return given;
  const homes = template.texts.flatMap((text) => {
    const file = typeof text === 'number' ? undefined : run.program.promptFiles.holding(text);
    return file === undefined || typeof text === 'number' || !file.takesIn(text.site.at, name)
      ? []
      : [{ file, message: text.site.at }];
  });
  // It may be any of several files: what one of them puts between marks, another may not.
  const bare = homes.filter(({ file, message }) => !file.fences(message, name));
  return (bare.length > 0 ? bare : homes).reduce(
    (taint, { file, message }) => file.fill(message, name, taint) ?? taint,
    given,
  );
}
