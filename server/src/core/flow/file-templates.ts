import type { ValueId } from '../ir/instruction.js';
import type { Role } from '../surface/model-use.js';
import type { Given } from './arguments.js';
import type { Execution } from './execution.js';
import type { FileMessage, PromptFile } from './prompt-files.js';
import type { Field } from './shape.js';
import { CLEAN, isClean, type Taint, union } from './taint.js';
import { constant, listOf, mapOf, onlyConstant, unknown } from './value.js';
import { writtenPath } from './written-path.js';

/** The prompt file that an argument names: by its path, or by the name under which a framework keeps it. */
export function promptFileOf(
  run: Execution,
  { value, site }: Given,
  by: 'path' | 'name',
): PromptFile | undefined {
  const { promptFiles } = run.program;
  const from = run.unit.owner.path;
  const known = onlyConstant(value);
  const written =
    typeof known === 'string' ? known : site === undefined ? undefined : writtenPath(site.unit, site.at);
  if (written === undefined) return undefined;
  return by === 'name' ? promptFiles.named(from, written) : promptFiles.find(from, written);
}

/** The text of a prompt file that a call reads; the path stands in its arguments, or where what it reads from was opened. */
export function promptFileText(run: Execution, at: ValueId): Taint | undefined {
  const written = writtenPath(run.unit, at);
  const file = written === undefined ? undefined : run.program.promptFiles.find(run.unit.owner.path, written);
  return file === undefined ? undefined : textOfFile(file);
}

/** All texts of a prompt file. */
export const textOfFile = (file: PromptFile): Taint =>
  file.messages.reduce<Taint>((taint, { text }) => union(taint, text.taint), CLEAN);

/** The text of a file as a template keeps it: its messages, or where the file leaves roles to the program, one text (of the given role). */
export function templateText(file: PromptFile, role?: Role): Field {
  const [first] = file.messages;
  if (file.document.bare === true && first !== undefined) {
    const text = { value: unknown(first.text.taint), site: first.site };
    return role === undefined
      ? text
      : { value: listOf([messageField({ ...first, role })]), site: first.site };
  }
  return { value: listOf(file.messages.map(messageField)), site: first?.site };
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
  for (const text of template.texts) {
    if (typeof text === 'number') continue;
    const filled = run.program.promptFiles.holding(text)?.fill(text.site.at, name, given);
    if (filled !== undefined) return filled;
  }
  return given;
}
