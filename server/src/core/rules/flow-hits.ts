import type { Location } from '../finding.js';
import type { Flow, Label, SinkKind } from '../surface/flow.js';
import type { Surface } from '../surface/surface.js';
import type { Hit } from './rule.js';

/** A rule of the kind "label L reaches sink S": which flows count, and what to say about one. */
export interface FlowQuery {
  readonly labels: readonly Label[];
  readonly sinks: readonly SinkKind[];
  /** Whether a flow with fitting label and sink counts; all do when absent. */
  readonly where?: (flow: Flow) => boolean;
  readonly message: (flow: Flow) => string;
  /** Overrides of the rule's own severity and persona, and the row of the inventory that it is a case of. */
  readonly adjust?: (flow: Flow) => Pick<Hit, 'severity' | 'confidence' | 'persona' | 'variant'>;
}

export const placeKey = ({ path, range }: Location): string => `${path}:${range.start}:${range.end}`;

const certainty = { high: 2, medium: 1, low: 0 } as const;

/** The better witness of two flows into one sink: the surer, then the shorter, then the first in the file. */
function better(a: Flow, b: Flow): boolean {
  const byConfidence = certainty[a.confidence] - certainty[b.confidence];
  if (byConfidence !== 0) return byConfidence > 0;
  if (a.steps.length !== b.steps.length) return a.steps.length < b.steps.length;
  return placeKey(a.source) < placeKey(b.source);
}

/** One hit per sink and label, with the best path that leads there. */
export function flowHits({ flows }: Surface, query: FlowQuery): Hit[] {
  const best = new Map<string, Flow>();
  for (const flow of flows) {
    if (!query.labels.includes(flow.label) || !query.sinks.includes(flow.sink)) continue;
    if (query.where !== undefined && !query.where(flow)) continue;
    const key = `${placeKey(flow.location)} ${flow.label}`;
    const known = best.get(key);
    if (known === undefined || better(flow, known)) best.set(key, flow);
  }
  return [...best.values()].map((flow) => ({
    location: flow.location,
    message: query.message(flow),
    path: flow.steps,
    confidence: flow.confidence,
    key: flow.label,
    properties: { label: flow.label, sink: flow.sink, source: flow.sourceName, call: flow.sinkName },
    ...query.adjust?.(flow),
  }));
}
