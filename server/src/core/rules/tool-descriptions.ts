import type { Instruction } from '../ir/instruction.js';
import type { Module } from '../ir/module.js';
import { directivesIn } from '../permissions/directives.js';
import { hiddenRuns } from '../permissions/hidden-text.js';
import { contains, type TextRange } from '../text/range.js';
import type { Hit, RuleContext } from './rule.js';

/** Descriptions of tools in code that give the model orders or hide text: what the model reads, written where people do not look. */
export function toolDescriptionHits({ surface, project }: RuleContext): readonly Hit[] {
  const byPath = new Map<string, TextRange[]>();
  for (const { location, body } of surface.tools) {
    const ranges = byPath.get(location.path) ?? [];
    ranges.push(location.range, ...(body === undefined ? [] : [body.range]));
    byPath.set(location.path, ranges);
  }
  return [...byPath].flatMap(([path, ranges]) => {
    const module = project.module(path);
    if (module === undefined) return [];
    const source = project.file(path)?.text ?? '';
    return [...descriptions(module, ranges), ...annotated(module, ranges, source)].flatMap(
      ({ text, range }) => {
        const what = complaint(text);
        return what === undefined
          ? []
          : [
              {
                location: { path, range },
                message: `This tool's description ${what}`,
                variant: 'MCP-SRV-POISON',
              },
            ];
      },
    );
  });
}

function complaint(text: string): string | undefined {
  const [directive] = directivesIn(text);
  if (directive !== undefined) return directive.does.replace(/^tell /, 'tells ');
  const hidden = hiddenRuns(text).find(({ severity }) => severity === 'error');
  return hidden === undefined ? undefined : `holds ${hidden.what} that nobody sees`;
}

interface Text {
  readonly text: string;
  readonly range: TextRange;
}

/** Docstrings of tools, and what is given as `description` anywhere in a file that has tools. */
function descriptions(module: Module, tools: readonly TextRange[]): readonly Text[] {
  return module.functions.flatMap(({ body, documentation, nameRange }) => [
    ...(documentation !== undefined && tools.some((tool) => contains(tool, nameRange))
      ? [documentation]
      : []),
    ...body.flatMap(describedBy).flatMap((value) => constant(body[value]) ?? []),
  ]);
}

/** `Annotated[str, Field(description="…")]`, `Annotated[str, "…"]`: what the type of a tool's parameter says about it. */
const annotated = (module: Module, tools: readonly TextRange[], source: string): readonly Text[] =>
  module.functions
    .filter(({ nameRange }) => tools.some((tool) => contains(tool, nameRange)))
    .flatMap(({ parameters }) => parameters.filter(({ type }) => type?.name.endsWith('Annotated') === true))
    .flatMap(({ range }) =>
      [...source.slice(range.start, range.end).matchAll(STRING)].map(({ 0: text, index }) => ({
        text: text.slice(1, -1),
        range: { start: range.start + index, end: range.start + index + text.length },
      })),
    );

/** A string on one line, escapes left as they are. */
const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g;

function describedBy(instruction: Instruction): readonly number[] {
  if (instruction.op === 'object') {
    return instruction.entries.filter(({ key }) => key === 'description').map(({ value }) => value);
  }
  if (instruction.op === 'call') {
    return instruction.args.filter(({ name }) => name === 'description').map(({ value }) => value);
  }
  return [];
}

const constant = (instruction: Instruction | undefined): Text | undefined =>
  instruction?.op === 'const' && typeof instruction.value === 'string'
    ? { text: instruction.value, range: instruction.range }
    : undefined;
