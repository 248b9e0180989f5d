import { callAt } from '../fixes/call.js';
import { Draft } from '../fixes/draft.js';
import { removeItem, setOption } from '../fixes/options.js';
import { fixOf, type Remedy, samePlace } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';

/** Rules whose options only ever make a program safer: nothing that worked stops working. */
const harmless: ReadonlySet<string> = new Set(['guardrail-not-blocking', 'provider-safety-disabled']);

/** What the model of the library says about a dangerous option: take it out, or set its safe value. */
export const dangerousOption: Remedy = {
  offer: (hit, { surface, project }) => {
    const option = surface.options.find(
      ({ location, variant }) => samePlace(location, hit.location) && variant === hit.variant,
    );
    const source = option === undefined ? undefined : Source.open(project, option.location.path);
    if (option?.remedy === undefined || source === undefined) return [];
    const draft = new Draft(source);
    const item = itemAt(source, source.covering(option.location.range));
    const { remedy } = option;
    if (remedy.kind === 'delete') {
      if (item === undefined) return [];
      removeItem(draft, source.parent(item), item);
    } else if (item === undefined) {
      const call = callAt(source, option.call.range);
      const name = option.option;
      if (call === undefined || name === undefined) return [];
      if (!setOption(draft, call, source.family === 'python' ? name : `0.${name}`, remedy.value)) return [];
    } else {
      const value = source.child(item, 'value');
      if (value === undefined) return [];
      draft.replace(source.range(value), remedy.value);
    }
    const name = option.option ?? 'the option';
    return fixOf(draft, {
      id: 'safe-option',
      title: remedy.kind === 'delete' ? `Remove ${name}` : `Set ${name} to ${remedy.value}`.slice(0, 70),
      safety: harmless.has(option.ruleId) ? 'safe' : 'unsafe',
      preferred: true,
    });
  },
};

/** The keyword argument or property that the span stands for. */
function itemAt(source: Source, node: Node): Node | undefined {
  for (const candidate of [node, source.parent(node)]) {
    const kind = source.kind(candidate);
    if (
      kind === 'keyword_argument' ||
      (kind === 'pair' && /^(?:object|dictionary)$/.test(source.kind(source.parent(candidate))))
    ) {
      return candidate;
    }
  }
  return undefined;
}
