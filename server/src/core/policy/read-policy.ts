import type { ConfigNode, ConfigProblem } from '../config/config-node.js';
import { at, entriesOf, itemsOf, stringOf } from '../config/path.js';
import { readConfig } from '../config/read.js';
import { type Persona, personas, type Severity, severities } from '../finding.js';
import { reasonPlaceholder } from '../suppress/directive.js';
import { closest } from '../text/closest.js';
import { defaultPolicy, type Policy, type PolicyException } from './policy.js';
import { policyShape, type Shape } from './schema.js';

/** Reads a policy file. What is wrong in it is said with its place, and the rest holds. */
export function readPolicy(
  text: string,
  ruleIds: readonly string[],
): { readonly policy: Policy; readonly problems: readonly ConfigProblem[] } {
  const { root, problems } = readConfig('yaml', text);
  const empty = root === undefined || root.kind === 'null';
  return {
    policy: empty ? defaultPolicy : toPolicy(root),
    problems: [...problems, ...(empty ? [] : check(root, policyShape, 'the policy', ruleIds))],
  };
}

function toPolicy(root: ConfigNode): Policy {
  const persona = stringOf(at(root, 'persona'));
  const rules = new Map<string, Severity | 'off'>();
  for (const { key, value } of entriesOf(at(root, 'rules'))) {
    const level = levelOf(value);
    if (level !== undefined) rules.set(key, level);
  }
  return {
    persona: personas.find((p): p is Persona => p === persona) ?? defaultPolicy.persona,
    rules,
    exclude: itemsOf(at(root, 'exclude')).flatMap((item) => stringOf(item) ?? []),
    exceptions: itemsOf(at(root, 'exceptions')).flatMap(toException),
  };
}

/** Some YAML readers make `off` a boolean; both spellings count. */
function levelOf(node: ConfigNode): Severity | 'off' | undefined {
  if (node.kind === 'boolean' && !node.value) return 'off';
  const text = stringOf(node);
  return text === 'off' ? 'off' : severities.find((severity) => severity === text);
}

/** An exception without a reason does not hold. */
function toException(node: ConfigNode): readonly PolicyException[] {
  const rule = stringOf(at(node, 'rule'));
  const path = stringOf(at(node, 'path'));
  const given = stringOf(at(node, 'reason'))?.trim();
  const reason = given === reasonPlaceholder ? '' : given;
  const fingerprint = stringOf(at(node, 'fingerprint'));
  if (rule === undefined || path === undefined || reason === undefined || reason === '') return [];
  return [{ rule, path, reason, ...(fingerprint === undefined ? {} : { fingerprint }), range: node.range }];
}

/** Compares a value with its shape. The shapes nest a fixed number of levels, so this does too. */
function check(node: ConfigNode, shape: Shape, name: string, ruleIds: readonly string[]): ConfigProblem[] {
  const problem = (message: string): ConfigProblem[] => [{ range: node.range, message }];
  switch (shape.kind) {
    case 'choice': {
      const text = node.kind === 'boolean' && !node.value ? 'off' : stringOf(node);
      return text !== undefined && shape.values.includes(text)
        ? []
        : problem(`${name} must be one of ${shape.values.join(', ')}`);
    }
    case 'text':
      return (stringOf(node) ?? '').trim() === '' ? problem(`${name} must be a text`) : [];
    case 'rule': {
      const id = stringOf(node);
      return id !== undefined && ruleIds.includes(id)
        ? []
        : problem(unknown(`rule "${id ?? ''}"`, id, ruleIds));
    }
    case 'list':
      return node.kind === 'list'
        ? node.items.flatMap((item, i) => check(item, shape.item, `${name}[${i}]`, ruleIds))
        : problem(`${name} must be a list`);
    case 'rule-map':
      if (node.kind !== 'map') return problem(`${name} must map rule ids to severities`);
      return node.entries.flatMap(({ key, keyRange, value }) =>
        ruleIds.includes(key)
          ? check(value, shape.value, `${name}.${key}`, ruleIds)
          : [{ range: keyRange, message: unknown(`rule "${key}"`, key, ruleIds) }],
      );
    case 'object':
      return checkObject(node, shape, name, ruleIds);
  }
}

function checkObject(
  node: ConfigNode,
  shape: Shape & { kind: 'object' },
  name: string,
  ruleIds: readonly string[],
): ConfigProblem[] {
  if (node.kind !== 'map') return [{ range: node.range, message: `${name} must be a map of settings` }];
  const known = Object.keys(shape.properties);
  const missing = known.filter(
    (key) => shape.properties[key]?.required === true && !node.entries.some((entry) => entry.key === key),
  );
  return [
    ...node.entries.flatMap(({ key, keyRange, value }) => {
      const property = known.includes(key) ? shape.properties[key] : undefined;
      return property === undefined
        ? [{ range: keyRange, message: unknown(`setting "${key}"`, key, known) }]
        : check(value, property.shape, key, ruleIds);
    }),
    ...missing.map((key) => ({ range: node.range, message: `${name} needs a ${key}` })),
  ];
}

function unknown(what: string, given: string | undefined, known: readonly string[]): string {
  const near = closest(given ?? '', known);
  return `unknown ${what}${near === undefined ? '' : `; did you mean "${near}"?`}`;
}
