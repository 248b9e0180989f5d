import type { Instruction } from '../ir/instruction.js';

const opens = new Set<Instruction['op']>(['if', 'loop', 'try']);
const continues = new Set<Instruction['op']>(['else', 'catch', 'finally']);

/**
 * For each opening or middle marker of a control statement, the index of the next marker of the same statement: from `if` to
 * `else` or `end`, from `try` to `catch`, and so on. Other instructions have 0.
 */
export function nextMarkers(body: readonly Instruction[]): Int32Array {
  const next = new Int32Array(body.length);
  const open: number[] = [];
  body.forEach((instruction, at) => {
    if (opens.has(instruction.op)) open.push(at);
    else if (continues.has(instruction.op) || instruction.op === 'end') {
      const last = open.pop();
      if (last !== undefined) next[last] = at;
      if (instruction.op !== 'end') open.push(at);
    }
  });
  // Malformed input: what is never closed runs to the end.
  for (const at of open) next[at] = body.length;
  return next;
}
