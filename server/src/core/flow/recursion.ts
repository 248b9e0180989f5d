import type { Module } from '../ir/module.js';

/**
 * Which functions of a file may call each other in a circle: functions with the same number do, those with -1 are in no circle. Goes by
 * names alone, so a few too many are taken together.
 */
export function recursionGroups(module: Module): Int32Array {
  const calls = callsByName(module);
  return stronglyConnected(calls);
}

function callsByName(module: Module): readonly (readonly number[])[] {
  const byName = new Map<string, number[]>();
  for (const { id, name } of module.functions) {
    const same = byName.get(name);
    if (same === undefined) byName.set(name, [id]);
    else same.push(id);
  }
  return module.functions.map(({ body }) => {
    const callees = new Set<number>();
    for (const instruction of body) {
      // What is defined here is called from here, directly or by what it is passed to.
      if (instruction.op === 'function') callees.add(instruction.function);
      if (instruction.op !== 'call') continue;
      const callee = body[instruction.callee];
      const name =
        callee?.op === 'get'
          ? callee.key
          : callee?.op === 'load'
            ? module.variables[callee.variable]?.name
            : undefined;
      if (name === undefined || name === '') continue;
      for (const id of byName.get(name) ?? []) callees.add(id);
    }
    return [...callees];
  });
}

/** Tarjan's algorithm, with a stack of its own in place of recursion. */
function stronglyConnected(edges: readonly (readonly number[])[]): Int32Array {
  const size = edges.length;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const group = new Int32Array(size).fill(-1);
  const isOpen = new Uint8Array(size);
  const open: number[] = [];
  let next = 0;
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    const work: { readonly at: number; edge: number }[] = [{ at: root, edge: 0 }];
    for (let top = work.at(-1); top !== undefined; top = work.at(-1)) {
      const { at } = top;
      if (top.edge === 0) {
        order[at] = next;
        low[at] = next++;
        open.push(at);
        isOpen[at] = 1;
      }
      const target = edges[at]?.[top.edge++];
      if (target !== undefined) {
        if (order[target] === -1) work.push({ at: target, edge: 0 });
        else if (isOpen[target] === 1) low[at] = Math.min(low[at] ?? 0, order[target] ?? 0);
        continue;
      }
      work.pop();
      const caller = work.at(-1);
      if (caller !== undefined) low[caller.at] = Math.min(low[caller.at] ?? 0, low[at] ?? 0);
      if (low[at] !== order[at]) continue;
      const members = open.splice(open.lastIndexOf(at));
      const isCircle = members.length > 1 || edges[at]?.includes(at) === true;
      for (const member of members) {
        isOpen[member] = 0;
        if (isCircle) group[member] = at;
      }
    }
  }
  return group;
}
