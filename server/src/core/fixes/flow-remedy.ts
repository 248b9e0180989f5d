import type { Node } from '../languages/cursor.js';
import type { Flow } from '../surface/flow.js';
import { type Call, callAt } from './call.js';
import { Draft } from './draft.js';
import type { Fix } from './fix.js';
import { flowsOf, type Remedy } from './remedy.js';
import { Source } from './source.js';

/** Data that reaches a sink, and the code there. */
export interface FlowSite {
  readonly flow: Flow;
  /** It, and the others that enter at the same place. */
  readonly flows: readonly Flow[];
  readonly source: Source;
  /** The argument, element or assigned value through which the data enters. */
  readonly node: Node;
  /** The sink's call, when it is one. */
  readonly call: Call | undefined;
  /** A draft of its own for each fix. */
  draft(): Draft;
}

/** A remedy at the sink of a flow. */
export const flowRemedy = (offer: (site: FlowSite) => readonly Fix[]): Remedy => ({
  offer: (hit, context) => {
    const flows = flowsOf(hit, context);
    const [flow] = flows;
    const source = flow === undefined ? undefined : Source.open(context.project, flow.location.path);
    if (flow === undefined || source === undefined) return [];
    const node = source.expressionAt(flow.location.range);
    const call = flow.call.path === source.path ? callAt(source, flow.call.range) : undefined;
    return offer({ flow, flows, source, node, call, draft: () => new Draft(source) });
  },
});
