import type { SelectorPath } from '../models/match-selector.js';
import type { Presence } from '../surface/model-use.js';
import type { Field } from './shape.js';
import type { Site } from './site.js';
import type { Value } from './value.js';
import { elementsOf, fieldOf } from './value-access.js';

/** One argument as it was given: its value, and where it stands. */
export interface Given {
  readonly value: Value;
  readonly site: Site | undefined;
}

/** The arguments of a call, spreads taken apart as far as they are known. */
export interface Arguments {
  readonly receiver: Given | undefined;
  readonly positional: readonly Given[];
  readonly named: ReadonlyMap<string, Given>;
  /** What a spread list holds whose length is not known. */
  readonly restList: Given | undefined;
  /** What a spread map holds whose keys are not known. */
  readonly restMap: Given | undefined;
}

export const NO_ARGUMENTS: Arguments = {
  receiver: undefined,
  positional: [],
  named: new Map(),
  restList: undefined,
  restMap: undefined,
};

/** Every argument, the receiver not counted. */
export function allOf(args: Arguments): Given[] {
  const all = [...args.positional, ...args.named.values()];
  if (args.restList !== undefined) all.push(args.restList);
  if (args.restMap !== undefined) all.push(args.restMap);
  return all;
}

/** The values that a selector names, all its alternatives together. */
export function select(args: Arguments, selector: readonly SelectorPath[]): Given[] {
  return selector.flatMap((alternative) => {
    let found = headOf(args, alternative);
    for (const key of alternative.path) {
      found = found.flatMap((one) =>
        key === '[]'
          ? elementsOf(one.value).map((field) => placed(field, one))
          : present(fieldOf(one.value, key)).map((field) => placed(field, one)),
      );
    }
    return found;
  });
}

const present = <T>(value: T | undefined): T[] => (value === undefined ? [] : [value]);

const placed = (field: Field, container: Given): Given => ({
  value: field.value,
  site: field.site ?? container.site,
});

function headOf(args: Arguments, { head }: SelectorPath): Given[] {
  switch (head.kind) {
    case 'receiver':
      return present(args.receiver);
    case 'all':
      return allOf(args);
    case 'name':
      return present(args.named.get(head.name));
    case 'position':
      return present(args.positional[head.position]);
  }
}

/** Whether an argument is given: a spread may hold it or not. */
export function presence(args: Arguments, selector: readonly SelectorPath[]): Presence {
  let unsure = false;
  for (const alternative of selector) {
    const found = select(args, [alternative]);
    if (found.some((one) => !isAbsent(one.value))) return 'set';
    unsure ||= mayHold(args, alternative);
  }
  return unsure ? 'unknown' : 'missing';
}

/** `None` and `undefined` mean that the library's default holds. */
const isAbsent = (value: Value): boolean =>
  !value.open && value.constants.length > 0 && value.constants.every((one) => one === null);

/** The part of the arguments that would hold the selected one is not known in full. */
function mayHold(args: Arguments, { head, path }: SelectorPath): boolean {
  if (head.kind === 'name' && args.restMap !== undefined) return true;
  if (head.kind === 'position' && args.restList !== undefined) return true;
  let values = headOf(args, { head, path });
  for (const key of path) {
    if (values.some(({ value }) => (value.shape === undefined ? value.open : !value.shape.exact)))
      return true;
    values = values.flatMap((one) => present(fieldOf(one.value, key)).map((field) => placed(field, one)));
  }
  return false;
}
