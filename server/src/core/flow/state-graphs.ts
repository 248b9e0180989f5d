import { CALL } from '../models/match-path.js';
import type { Api } from '../models/model-index.js';
import { allOf } from './arguments.js';
import { callFunction } from './callbacks.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { placeOfGiven } from './invoke.js';
import { deepTaint, type Field } from './shape.js';
import { CLEAN, union } from './taint.js';
import { listOf, ofApi, UNKNOWN, type Value, withTaint } from './value.js';
import { concatenated, elementsOf, withField } from './value-access.js';
import { joinFields } from './value-join.js';

/** Where a graph keeps the functions that are its nodes. */
const NODES = '()nodes';
/** What a node writes is seen by those before it, too: graphs have circles. */
const ROUNDS = 2;

/** `builder.add_node("write", write)`, and whatever else builds the graph: functions among the arguments work on its state. */
export function addNodes(run: Execution, call: Call): Value | undefined {
  const { receiver } = call.args;
  if (receiver === undefined) return undefined;
  const added = allOf(call.args).filter(({ value }) => value.callables.length > 0);
  const withNodes = (graph: Value): Value => {
    const nodes = [...nodesOf(graph), ...added.map(({ value, site }): Field => ({ value, site }))];
    return nodes.length === 0 ? graph : withField(graph, NODES, { value: listOf(nodes), site: undefined });
  };
  const place = placeOfGiven(run, receiver);
  if (place !== undefined && added.length > 0) run.change(place, withNodes);
  return withNodes(receiver.value);
}

/** `builder.compile()`: somebody else may run the graph, with a state of which nothing is known. */
export function compileNodes(run: Execution, call: Call, api: Api): Value | undefined {
  const graph = call.args.receiver?.value ?? UNKNOWN;
  const nodes = nodesOf(graph);
  const made = api.child(CALL);
  if (nodes.length === 0 || made === undefined) return undefined;
  runThrough(run, call, nodes, UNKNOWN);
  return withField(ofApi(made), NODES, { value: listOf(nodes), site: undefined });
}

/** `graph.invoke(state)`: gives the state as the nodes leave it. */
export function runNodes(run: Execution, call: Call): Value | undefined {
  const nodes = nodesOf(call.args.receiver?.value ?? UNKNOWN);
  if (nodes.length === 0) return undefined;
  return runThrough(run, call, nodes, call.args.positional[0]?.value ?? UNKNOWN);
}

const nodesOf = (graph: Value): readonly Field[] => {
  const kept = graph.shape?.fields.get(NODES);
  return kept === undefined ? [] : elementsOf(kept.value);
};

function runThrough(run: Execution, call: Call, nodes: readonly Field[], initial: Value): Value {
  let state = initial;
  for (let round = 0; round < ROUNDS; round++) {
    for (const { value } of nodes) {
      const given = callFunction(run, call, value, [state]);
      if (given !== undefined) state = merged(state, given, round === 0);
    }
  }
  return state;
}

/** The state after a node: what it gives is written over, lists (messages) grow. `Command(update={...})` writes what it is told to. */
function merged(state: Value, given: Value, grows: boolean): Value {
  const update = given.shape?.fields.get('update')?.value ?? given;
  if (update.shape === undefined) return withTaint(state, union(state.taint, update.taint));
  let next = state;
  for (const [key, field] of update.shape.fields) {
    const known = state.shape?.fields.get(key);
    const longer = known?.value.shape?.kind === 'list' ? concatenated([known.value, field.value]) : undefined;
    if (longer !== undefined && known !== undefined) {
      if (grows) next = withField(next, key, { ...known, value: { ...known.value, shape: longer } });
    } else next = withField(next, key, joinFields(known, field) ?? field);
  }
  const others = update.shape.others.reduce((taint, one) => union(taint, deepTaint(one.value)), CLEAN);
  return withTaint(next, union(next.taint, others));
}
