import { descendants } from '../../config/path.js';
import { lower } from '../../finding.js';
import type { TextRange } from '../../text/range.js';
import { type Check, check } from '../check.js';
import { type ConfigFile, inProject, type Product } from '../product.js';
import type { Remedy } from '../remedy.js';
import type { Risk, Variant } from '../risk.js';
import { type FoundFlag, findFlags } from './find-flags.js';
import { agentPrograms } from './flags.js';

const variants: readonly Variant[] = agentPrograms.flatMap(({ flags }) =>
  flags.map(({ variant: id, rule }) => ({ id, rule })),
);

/** In a container the danger is smaller: what is lost is the container. */
function riskOf(
  { flag, text, contained }: FoundFlag,
  range: TextRange,
  inContainer: boolean,
  remedies: readonly Remedy[],
): Risk {
  return {
    variant: { id: flag.variant, rule: flag.rule },
    severity: contained || inContainer ? lower(flag.severity) : flag.severity,
    range,
    message: `${text} lets the agent run ${flag.says}`,
    remedies,
  };
}

/** Shell text: scripts, make files, container files. */
const inText: Check = check(variants, function* (file) {
  const inContainer = file.kind === 'container';
  for (const found of findFlags(commandText(file))) yield riskOf(found, found.range, inContainer, []);
});

/** Strings of a document that are commands: scripts of package.json, set-up steps. */
const inStrings: Check = check(variants, function* (file) {
  if (file.root === undefined) return;
  for (const { node } of descendants({ node: file.root, keys: [] })) {
    if (node.kind !== 'string') continue;
    for (const found of findFlags(node.value))
      yield riskOf(found, placeIn(file, node.range, found), file.kind === 'container', []);
  }
});

/** The option within the string, or the whole string where escapes stand between. */
function placeIn({ text }: ConfigFile, string: TextRange, { text: option }: FoundFlag): TextRange {
  const word = option.split(' ')[0] ?? '';
  const at = text.slice(string.start, string.end).indexOf(word);
  return at < 0 ? string : { start: string.start + at, end: string.start + at + word.length };
}

/** Make and container files: recipe marks and instructions are blanked, so that offsets stay. */
const commandText = ({ text, kind }: ConfigFile): string =>
  kind === 'script'
    ? text
    : text.replace(/^[ \t]*(?:[@+-]+|RUN|CMD|ENTRYPOINT|SHELL)(?=\s|\w|\[)/gm, (mark) =>
        ' '.repeat(mark.length),
      );

/** Command lines that start agents, wherever a project keeps them. */
const scripts: Product = {
  id: 'scripts',
  name: 'Scripts',
  files: [
    {
      kind: 'package',
      format: 'json',
      places: [inProject('package.json', 'composer.json', 'deno.json', 'deno.jsonc')],
      holds: (_, text) => mentionsAgent.test(text),
      checks: [inStrings],
    },
    {
      kind: 'script',
      format: 'front-matter',
      places: [inProject('*.sh', '*.bash', '*.zsh', '*.fish', '*.ps1', '*.bat', '*.cmd')],
      holds: (_, text) => mentionsAgent.test(text),
      checks: [inText],
    },
    {
      kind: 'recipe',
      format: 'front-matter',
      places: [
        inProject(
          'Makefile',
          'makefile',
          'GNUmakefile',
          '*.mk',
          'justfile',
          'Justfile',
          '.justfile',
          'Procfile',
        ),
      ],
      holds: (_, text) => mentionsAgent.test(text),
      checks: [inText],
    },
    {
      kind: 'tasks',
      format: 'yaml',
      places: [inProject('Taskfile.yml', 'Taskfile.yaml', '.pre-commit-config.yaml', 'lefthook.yml')],
      holds: (_, text) => mentionsAgent.test(text),
      checks: [inStrings],
    },
  ],
};

/** A flag that only agents have, or an agent by name: everything else is none of our business. */
const mentionsAgent =
  /--dangerously|--yolo|--allow-all|--full-auto|--permission-mode|--allowed-?tools|danger-full-access|\b(?:claude|codex|copilot|cursor-agent)\b/i;

export default scripts;
