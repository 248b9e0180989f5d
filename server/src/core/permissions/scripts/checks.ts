import type { ConfigNode } from '../../config/config-node.js';
import { itemsOf, scalarText } from '../../config/path.js';
import type { TextRange } from '../../text/range.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, check } from '../check.js';
import type { ConfigFile } from '../product.js';
import type { Risk } from '../risk.js';
import { type CommandText, placeOf } from './command-texts.js';
import { findSwitches } from './environment.js';
import { type FoundFlag, findFlags } from './find-flags.js';
import { flagRisk, flagVariants, switchRisk } from './flag-risks.js';
import { withoutHereDocuments } from './here-documents.js';

/** Whether what a file starts runs in a container of its own. */
export type Containment = (file: ConfigFile) => boolean;

export const onHost: Containment = () => false;
export const inContainer: Containment = () => true;

/** Flags in a file that is shell text throughout. `prepare` blanks what is no shell, offsets kept. */
export const flagsInText = (
  contained: Containment = onHost,
  prepare: (text: string) => string = (text) => text,
): Check =>
  check(flagVariants, function* (file) {
    for (const found of findFlags(withoutHereDocuments(prepare(file.text))))
      yield flagRisk(found, found.range, found.range, contained(file), file.text);
  });

/** Flags in the commands that a document holds. */
export const flagsInCommands = (
  commandsOf: (file: ConfigFile) => readonly CommandText[],
  contained: Containment = onHost,
): Check =>
  check(flagVariants, function* (file) {
    for (const { line, node } of commandsOf(file)) {
      let from = node.range.start;
      for (const found of findFlags(withoutHereDocuments(line))) {
        const risk = commandRisk(file, node, found, from, contained(file));
        from = Math.max(from, risk.range.start);
        yield risk;
      }
    }
  });

function commandRisk(
  file: ConfigFile,
  node: ConfigNode,
  found: FoundFlag,
  from: number,
  contained: boolean,
): Risk {
  if (node.kind !== 'list') {
    const head = found.text.split(' ')[0] ?? '';
    const exact = placeOf(file, node, found.text, from);
    const at = exact ?? placeOf(file, node, head, from);
    const risk = flagRisk(found, at, node.range, contained, file.text);
    return exact === undefined ? { ...risk, remedies: [] } : risk;
  }
  const words = itemsOf(node);
  const [head = '', value] = found.text.split(' ');
  const index = words.findIndex((word) => scalarText(word) === head);
  const items = words.slice(index, index + 1);
  const following = words[index + 1];
  if (value !== undefined && following !== undefined && scalarText(following) === value)
    items.push(following);
  const place: TextRange | undefined = items[0]?.range;
  const risk = flagRisk(found, place, node.range, contained, file.text);
  return {
    ...risk,
    remedies:
      index < 0
        ? []
        : [
            {
              id: 'drop-flag',
              title: `Remove ${found.text}`,
              safety: 'unsafe',
              steps: [{ do: 'remove', at: items.map(({ range }) => range) }],
            },
          ],
  };
}

/** Variables that do what flags do, wherever they stand in a file. */
export const switchesInText = (contained: Containment = onHost): Check =>
  check(flagVariants, function* (file) {
    for (const found of findSwitches(file.text)) yield switchRisk(found, contained(file));
  });

/** A flag that takes the questions away is a grant of everything. */
export function flagGrants(checks: readonly Check[], file: ConfigFile): readonly ToolGrant[] {
  return checks.flatMap((one) =>
    [...one.run(file)].map(
      ({ range, variant }): ToolGrant => ({
        tool: variant.rule === 'agent-permission-bypass' ? '*' : 'shell',
        decision: 'allow',
        capabilities:
          variant.rule === 'agent-permission-bypass' ? ['shell', 'read', 'write', 'network'] : ['shell'],
        effective: true,
        range,
      }),
    ),
  );
}
