import { lower } from '../../finding.js';
import type { TextRange } from '../../text/range.js';
import type { Remedy } from '../remedy.js';
import type { Risk, Variant } from '../risk.js';
import type { FoundSwitch } from './environment.js';
import type { FoundFlag } from './find-flags.js';
import { agentPrograms, environmentSwitches } from './flags.js';

/** Every variant that flags and variables are reported as. */
export const flagVariants: readonly Variant[] = distinct([
  ...agentPrograms.flatMap(({ flags }) => flags.map(({ variant: id, rule }) => ({ id, rule }))),
  ...environmentSwitches.map(({ variant: id, rule }) => ({ id, rule })),
]);

function distinct(variants: readonly Variant[]): readonly Variant[] {
  const byKey = new Map(variants.map((variant) => [`${variant.id} ${variant.rule}`, variant]));
  return [...byKey.values()];
}

/**
 * In a container the danger is smaller: what is lost is the container. `at`: the option in the file's text, absent where escapes keep it from
 * being found there; `around`: what is reported then.
 */
export function flagRisk(
  { flag, text, contained }: FoundFlag,
  at: TextRange | undefined,
  around: TextRange,
  inContainer: boolean,
  source: string,
): Risk {
  return {
    variant: { id: flag.variant, rule: flag.rule },
    severity: contained || inContainer ? lower(flag.severity) : flag.severity,
    range: at ?? around,
    message: `${text.length > 60 ? (text.split(' ')[0] ?? '') : text} lets the agent run ${flag.says}`,
    remedies: at === undefined ? [] : [dropOption(text, at, source)],
  };
}

export const switchRisk = ({ found, range }: FoundSwitch, inContainer: boolean): Risk => ({
  variant: { id: found.variant, rule: found.rule },
  severity: inContainer ? lower(found.severity) : found.severity,
  range,
  message: `${found.name} lets the agent run ${found.says}`,
  remedies: [],
});

/** Takes the option out together with the blanks in front of it. */
function dropOption(text: string, at: TextRange, source: string): Remedy {
  let start = at.start;
  while (start > 0 && /[ \t]/.test(source.charAt(start - 1))) start--;
  const firstOnLine = start === 0 || /[\r\n]/.test(source.charAt(start - 1));
  let end = at.end;
  if (firstOnLine) {
    start = at.start;
    while (/[ \t]/.test(source.charAt(end))) end++;
  }
  return {
    id: 'drop-flag',
    title: `Remove ${text.length > 50 ? (text.split(' ')[0] ?? 'the option') : text}`,
    safety: 'unsafe',
    steps: [{ do: 'edit', edits: [{ range: { start, end }, newText: '' }] }],
  };
}
