import { guarded } from './taint.js';
import { type Value, withTaint } from './value.js';
import { withField } from './value-access.js';

/** What tests have shown of the members of a value that are not known one by one: `if (ok(req.body.name))`. */
export interface Checks {
  readonly cleared: number;
  readonly guards: number;
  readonly members: ReadonlyMap<string, Checks>;
}

const NONE: Checks = { cleared: 0, guards: 0, members: new Map() };

/** The value after what is at `path` in it has passed a test. */
export function checkedAt(value: Value, path: readonly string[], cleared: number, guards: number): Value {
  const [key, ...rest] = path;
  if (key === undefined) return withTaint(value, guarded(value.taint, cleared, guards));
  const field = value.shape?.fields.get(key);
  if (field !== undefined) {
    return withField(value, key, { value: checkedAt(field.value, rest, cleared, guards), site: field.site });
  }
  return { ...value, checks: added(value.checks ?? NONE, path, cleared, guards) };
}

function added(checks: Checks, path: readonly string[], cleared: number, guards: number): Checks {
  const [key, ...rest] = path;
  if (key === undefined)
    return { ...checks, cleared: checks.cleared | cleared, guards: checks.guards | guards };
  const member = added(checks.members.get(key) ?? NONE, rest, cleared, guards);
  return { ...checks, members: new Map(checks.members).set(key, member) };
}

/** A member as it was read, with what tests have shown of it. */
export function withChecks(member: Value, object: Value, key: string): Value {
  const checks = object.checks?.members.get(key);
  if (checks === undefined) return member;
  const { cleared, guards, members } = checks;
  const tested =
    cleared === 0 && guards === 0 ? member : withTaint(member, guarded(member.taint, cleared, guards));
  return members.size === 0 ? tested : { ...tested, checks: { ...NONE, members } };
}
