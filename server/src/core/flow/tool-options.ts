import type { Presence } from '../surface/model-use.js';
import { type Given, presence, select } from './arguments.js';
import type { PendingEntry } from './entries.js';
import type { Execution } from './execution.js';
import type { Site } from './site.js';
import type { HintsUse, HintUse } from './use.js';
import { onlyConstant } from './value.js';

interface Approval {
  readonly given: Presence;
  /** The option that says that nobody is asked. */
  readonly off: Site | undefined;
}

/** Whether a person is asked before the tool runs: by an option, or by the handler itself. */
export function approvalOf(run: Execution, { fact, args }: PendingEntry, asks: boolean): Approval {
  const all = (fact.model.tool?.approval ?? []).map((one): Approval => {
    const paths = run.unit.owner.index.selector(one);
    const given = select(args, paths);
    // `needs_approval=False` and `approval_mode="never_require"` say that nobody is asked.
    const isOff =
      given.length > 0 &&
      given.every(({ value }) => {
        const known = onlyConstant(value);
        return known === false || /^never/.test(String(known));
      });
    return isOff
      ? { given: 'missing', off: given[0]?.site }
      : { given: presence(args, paths), off: undefined };
  });
  const isSet = asks || all.some(({ given }) => given === 'set');
  return {
    given: isSet ? 'set' : all.some(({ given }) => given === 'unknown') ? 'unknown' : 'missing',
    off: isSet ? undefined : all.find(({ off }) => off !== undefined)?.off,
  };
}

/** Everything that is in them can be seen. */
const isKnown = (given: readonly Given[]): boolean =>
  given.every(({ value }) => (value.shape === undefined ? !value.open : value.shape.exact));

/** What the annotations of a tool say. */
export function hintsOf(run: Execution, { fact, args }: PendingEntry): HintsUse | undefined {
  const hints = fact.model.tool?.hints;
  if (hints === undefined) return undefined;
  const { index } = run.unit.owner;
  const hint = (selector: string): HintUse | undefined => {
    const [only, ...others] = select(args, index.selector(selector));
    const value = only === undefined || others.length > 0 ? undefined : onlyConstant(only.value);
    return typeof value === 'boolean' && only?.site !== undefined ? { value, site: only.site } : undefined;
  };
  return {
    given: isKnown(select(args, index.selector(hints.all)))
      ? presence(args, index.selector(hints.all))
      : 'unknown',
    readOnly: hint(hints.readOnly),
    destructive: hint(hints.destructive),
  };
}
