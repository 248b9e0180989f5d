import type { Location } from '../finding.js';
import type { Hit, RuleContext } from '../rules/rule.js';
import type { Flow } from '../surface/flow.js';
import type { ModelCall } from '../surface/model-use.js';
import type { Draft } from './draft.js';
import type { Fix } from './fix.js';

/** One way to put things right. A rule lists those that fit it, best first. */
export interface Remedy {
  /** The fixes for one hit of a rule; none where the code gives no hold for a correct edit. */
  offer(hit: Hit, context: RuleContext): readonly Fix[];
}

/** Remedies of a rule, as its `fixes` function: in order, and at most one preferred. */
export const remedies =
  (...all: readonly Remedy[]) =>
  (hit: Hit, context: RuleContext): readonly Fix[] =>
    onePreferred(all.flatMap((remedy) => remedy.offer(hit, context)));

function onePreferred(fixes: readonly Fix[]): readonly Fix[] {
  const first = fixes.findIndex(({ preferred }) => preferred);
  return fixes.map((fix, i) => (fix.preferred && i !== first ? { ...fix, preferred: false } : fix));
}

/** The fix that a draft has become; none when it came to nothing. */
export function fixOf(draft: Draft, about: Omit<Fix, 'changes'>): readonly Fix[] {
  const changes = draft.changes();
  return changes === undefined ? [] : [{ ...about, changes }];
}

export const samePlace = (a: Location, b: Location): boolean =>
  a.path === b.path && a.range.start === b.range.start && a.range.end === b.range.end;

/** The flows that a hit stands for, the one that it tells first: all data of one kind that reaches one place. */
export function flowsOf(hit: Hit, { surface }: RuleContext): readonly Flow[] {
  const here = surface.flows.filter(
    (flow) =>
      samePlace(flow.location, hit.location) &&
      flow.label === (hit.properties?.label ?? flow.label) &&
      flow.sink === (hit.properties?.sink ?? flow.sink),
  );
  return [...here].sort((a, b) => Number(b.steps === hit.path) - Number(a.steps === hit.path));
}

/** The model call whose name a hit underlines, or whose prompt or answer a reported flow is. */
export function modelCallOf(hit: Hit, context: RuleContext): ModelCall | undefined {
  const { modelCalls } = context.surface;
  const here = modelCalls.find(({ callee }) => samePlace(callee, hit.location));
  const [flow] = here === undefined ? flowsOf(hit, context) : [];
  return here ?? (flow?.modelCall === undefined ? undefined : modelCalls[flow.modelCall]);
}
