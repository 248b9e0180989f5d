import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { UNKNOWN, type Value } from './value.js';

/** What calling a method of a value gives; `undefined` when the receiver is not what the method is for. */
export type Method = (run: Execution, call: Call, receiver: Value) => Value | undefined;

/** The first argument of a call. */
export const firstValue = (call: Call): Value => call.args.positional[0]?.value ?? UNKNOWN;
