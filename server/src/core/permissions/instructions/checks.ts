import { descendants } from '../../config/path.js';
import { atLeast, type Severity } from '../../finding.js';
import { type Check, check } from '../check.js';
import { directivesIn } from '../directives.js';
import { type HiddenRun, hiddenRuns } from '../hidden-text.js';
import type { ConfigFile } from '../product.js';
import type { PermissionRuleId, Risk, Variant } from '../risk.js';

const hidden: Variant = { id: 'HIDDEN-UNICODE', rule: 'rules-file-hidden-unicode' };

/** Invisible characters anywhere in a file, also those that JSON writes as `\u200b`. One hit per kind. */
export const hiddenUnicode: Check = check([hidden], function* (file) {
  const groups = new Map<string, HiddenRun[]>();
  for (const run of hiddenRuns(file.text)) {
    const alike = groups.get(run.what);
    if (alike === undefined) groups.set(run.what, [run]);
    else alike.push(run);
  }
  for (const all of groups.values()) yield* hiddenRisk(all, true);
  if (/\\u(?:20[0-6]|fe[0f]|db40|fff|061c|180e)/i.test(file.text) && file.root !== undefined) {
    for (const { node } of descendants({ node: file.root, keys: [] })) {
      if (node.kind !== 'string') continue;
      const [run] = hiddenRuns(node.value).filter(({ severity }) => severity !== 'info');
      const raw = hiddenRuns(file.text.slice(node.range.start, node.range.end)).length > 0;
      if (run !== undefined && !raw) yield* hiddenRisk([{ ...run, range: node.range }], false);
    }
  }
});

function* hiddenRisk(runs: readonly HiddenRun[], inText: boolean): Iterable<Risk> {
  const [first] = runs;
  if (first === undefined) return;
  const count = runs.reduce((sum, run) => sum + run.count, 0);
  const severity = runs.reduce<Severity>(
    (worst, run) => (atLeast(run.severity, worst) ? run.severity : worst),
    'info',
  );
  const remove = runs.map((run) => ({ range: run.range, newText: '' }));
  yield {
    variant: hidden,
    severity,
    range: first.range,
    message: `${count === 1 ? 'An' : count} ${first.what}${count === 1 ? '' : ''} that people do not see and the model reads`,
    remedies: inText
      ? [
          {
            id: 'remove-hidden',
            title: 'Remove the invisible characters',
            safety: 'safe',
            steps: [{ do: 'edit', edits: remove }],
          },
        ]
      : [],
  };
}

/** Hostile sentences in the text of instructions. */
export const hostileDirectives = (rule: PermissionRuleId, id: string): Check => {
  const variant: Variant = { id, rule, confidence: 'medium' };
  return check([variant], function* (file: ConfigFile) {
    const { body } = file.document;
    for (const directive of directivesIn(file.text, body?.start, body?.end)) {
      yield {
        variant: { ...variant, confidence: directive.confidence },
        severity: directive.kind === 'unattended' ? 'warning' : 'error',
        range: directive.range,
        message: `These instructions ${directive.does}`,
        remedies: [],
      };
    }
  });
};

/** What every file of instructions is checked for. */
export const instructionChecks: readonly Check[] = [
  hiddenUnicode,
  hostileDirectives('rules-file-backdoor', 'RULES-DIRECTIVE'),
];
