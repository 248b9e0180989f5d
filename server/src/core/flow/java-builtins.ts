import { CALL } from '../models/match-path.js';
import type { Builtin } from './builtins.js';
import { placeOfChain } from './settings.js';
import { Shape } from './shape.js';
import { union } from './taint.js';
import { evaluateTemplate } from './text.js';
import { ofApi, onlyConstant, UNKNOWN, type Value } from './value.js';
import { withField } from './value-access.js';

/** `Map.of("a", x, "b", y)`, `new HashMap<>(map)`. */
export const mapOfPairs: Builtin = (_run, call) => {
  const { positional } = call.args;
  const [first] = positional;
  if (positional.length === 1 && first?.value.shape?.kind === 'map') return first.value;
  let value: Value = { ...UNKNOWN, open: false, shape: new Shape({ kind: 'map', exact: true }) };
  for (let i = 0; i + 1 < positional.length; i += 2) {
    const key = positional[i];
    const given = positional[i + 1];
    const name = key === undefined ? undefined : onlyConstant(key.value);
    if (given !== undefined) value = withField(value, typeof name === 'string' ? name : undefined, given);
  }
  return value;
};

/** `new StringBuilder(text)`: a text that grows. */
export const textBuilder: Builtin = (run, call, api) => {
  const node = api.child(CALL);
  if (node === undefined) return undefined;
  const [first] = call.args.positional;
  const isText = first !== undefined && typeof onlyConstant(first.value) !== 'number';
  return { ...evaluateTemplate(run, call.at, isText ? [first.value] : []), apis: ofApi(node).apis };
};

/** `builder.append(text)`: the builder grows where it is kept, and is given back. */
export const appendsText: Builtin = (run, call) => {
  const { receiver, positional } = call.args;
  const added = positional.at(-1)?.value ?? UNKNOWN;
  if (receiver === undefined) return undefined;
  const { apis } = receiver.value;
  const grown = (text: Value): Value => ({ ...evaluateTemplate(run, call.at, [text, added]), apis });
  const place = placeOfChain(run, call);
  const isChained = place !== undefined && run.unit.place(receiver.site?.at ?? -1) === undefined;
  // In a chain the builder has grown with every link before.
  if (place !== undefined)
    run.change(place, (held) => (isChained ? withAdded(held, grown(receiver.value)) : grown(held)));
  return grown(receiver.value);
};

const withAdded = (held: Value, whole: Value): Value => ({ ...whole, taint: union(held.taint, whole.taint) });

/** `URI.create(text)`: the text in another dress, still known as far as it was. */
export const dressed: Builtin = (_run, call, api) => {
  const node = api.child(CALL);
  const [first] = call.args.positional;
  if (node === undefined || first === undefined || call.args.positional.length > 1) return undefined;
  return { ...first.value, shape: undefined, apis: ofApi(node).apis };
};
