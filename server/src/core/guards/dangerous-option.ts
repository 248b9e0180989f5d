import { type Call, callAt } from '../fixes/call.js';
import { Draft } from '../fixes/draft.js';
import type { Fix } from '../fixes/fix.js';
import { removeItem, setOption } from '../fixes/options.js';
import { fixOf, type Remedy, samePlace } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';
import type { DangerousOption } from '../surface/model-use.js';
import type { TextRange } from '../text/range.js';

/** Rules whose options only ever make a program safer: nothing that worked stops working. */
const harmless: ReadonlySet<string> = new Set(['guardrail-not-blocking', 'provider-safety-disabled']);

/** What the model of the library says about a dangerous option: take it out, set a safe value, use another class. */
export const dangerousOption: Remedy = {
  offer: (hit, { surface, project }) => {
    const option = surface.options.find(
      ({ location, variant }) => samePlace(location, hit.location) && variant === hit.variant,
    );
    const source = option === undefined ? undefined : Source.open(project, option.location.path);
    return option === undefined || source === undefined ? [] : repair(option, new Draft(source));
  },
};

function repair(option: DangerousOption, draft: Draft): readonly Fix[] {
  const { remedy, option: name = 'the option' } = option;
  const { source } = draft;
  const call = callAt(source, option.call.range);
  const about = (title: string): readonly Fix[] =>
    fixOf(draft, {
      id: 'safe-option',
      title: title.slice(0, 70),
      safety: harmless.has(option.ruleId) ? 'safe' : 'unsafe',
      preferred: true,
    });
  switch (remedy?.kind) {
    case undefined:
      return [];
    case 'delete': {
      const item = itemAt(source, source.covering(option.location.range));
      if (item === undefined) return [];
      removeItem(draft, source.parent(item), item);
      return about(`Remove ${name}`);
    }
    case 'replace': {
      const item = itemAt(source, source.covering(option.location.range));
      const value =
        option.assigned === true
          ? assignedAt(source, option.location.range)
          : item && source.child(item, 'value');
      if (value !== undefined) draft.replace(source.range(value), remedy.value);
      else if (!add(draft, call, option.selector ?? name, remedy.value)) return [];
      return about(`Set ${name} to ${remedy.value}`);
    }
    case 'set':
      return add(draft, call, remedy.option, remedy.value)
        ? about(`Set ${remedy.option} to ${remedy.value}`)
        : [];
    case 'use': {
      if (call === undefined || !source.is(call.callee, 'identifier')) return [];
      draft.release(call.callee);
      draft.replace(source.range(call.callee), draft.import({ module: remedy.module, name: remedy.name }));
      return about(`Use ${remedy.name}`);
    }
  }
}

function add(draft: Draft, call: Call | undefined, name: string, value: string): boolean {
  const selector = draft.source.family === 'python' || /^\d/.test(name) ? name : `0.${name}`;
  return call !== undefined && setOption(draft, call, selector, value);
}

/** What is assigned, where the span is an assignment. */
function assignedAt(source: Source, at: TextRange): Node | undefined {
  const node = source.covering(at);
  const around = [node, ...source.ancestors(node)].slice(0, 4);
  const found = around.find((one) => /^assignment(?:_expression)?$/.test(source.kind(one)));
  return found === undefined ? undefined : source.child(found, 'right');
}

/** The keyword argument, property or element of a list that the span stands for. */
function itemAt(source: Source, node: Node): Node | undefined {
  for (const candidate of [node, source.parent(node)]) {
    const list = source.kind(source.parent(candidate));
    if (source.is(candidate, 'keyword_argument')) return candidate;
    if (source.is(candidate, 'pair') && /^(?:object|dictionary)$/.test(list)) return candidate;
    if (/^(?:list|array)$/.test(list) && source.is(candidate, 'string')) return candidate;
  }
  return undefined;
}
