import { type Api, factsOfKind } from '../models/model-index.js';
import type { Role } from '../surface/model-use.js';
import { select } from './arguments.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { deepTaint, type Field } from './shape.js';
import type { Site } from './site.js';
import type { Taint } from './taint.js';
import { constant, mapOf, UNKNOWN, type Value } from './value.js';
import { joinFields } from './value-join.js';

/** A piece of a prompt: what travels with its text, and in which role it speaks; or what decides the role. */
export interface PromptPart {
  readonly kind: 'text' | 'role';
  readonly role: Role;
  readonly site: Site | undefined;
  readonly taint: Taint;
}

/** Message classes of libraries become the plain form `{ role, content }`. */
export function makeMessage(run: Execution, call: Call, api: Api): Value | undefined {
  const [fact] = factsOfKind(api, 'message');
  if (fact === undefined) return undefined;
  const given = select(call.args, run.unit.owner.index.selector(fact.model.content));
  const content = given.reduce<Field | undefined>((all, one) => joinFields(all, one), undefined);
  const [named] =
    fact.model.roleArgument === undefined
      ? []
      : select(call.args, run.unit.owner.index.selector(fact.model.roleArgument));
  const role: Field = named ?? { value: constant(fact.model.role), site: undefined };
  return mapOf(
    new Map([
      ['role', role],
      ['content', content ?? { value: UNKNOWN, site: undefined }],
    ]),
  );
}

const roles: Readonly<Record<string, Role>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  human: 'user',
  assistant: 'assistant',
  ai: 'assistant',
  model: 'assistant',
  tool: 'tool',
  function: 'tool',
};

/** The role that a value names; nothing when it is no role. */
function roleOf(value: Value): Role | undefined {
  const named = value.constants.map((one) =>
    typeof one === 'string' ? roles[one.toLowerCase()] : undefined,
  );
  const [first] = named;
  if (first === undefined) return undefined;
  // One of several: the one that gives the text the most weight.
  return named.includes('system') ? 'system' : first;
}

const MAX_DEPTH = 6;

/** Field of a template (and of a chain that starts with one) that holds its text, as messages or as one text. */
export const TEMPLATE_TEXT = '{}';

/** Takes a prompt apart: a text, a message, a list of either. */
export function promptParts(
  value: Value,
  site: Site | undefined,
  role: Role,
  depth = 0,
): readonly PromptPart[] {
  const { shape } = value;
  if (shape === undefined || depth > MAX_DEPTH) {
    return [{ kind: 'text', role, site, taint: deepTaint(value) }];
  }
  const parts: PromptPart[] = [];
  const add = (field: Field, of: Role): void => {
    parts.push(...promptParts(field.value, field.site ?? site, of, depth + 1));
  };
  const template = shape.fields.get(TEMPLATE_TEXT);
  if (template !== undefined) add(template, role);
  else if (shape.kind === 'map' || shape.kind === 'instance') {
    parts.push(...messageParts(value, site, role, depth));
  } else {
    const [first, second] = shape.items;
    const named = shape.items.length === 2 && first !== undefined ? roleOf(first.value) : undefined;
    if (named !== undefined && second !== undefined) add(second, named);
    else for (const item of shape.items) add(item, isAnswer(item.value) ? 'assistant' : role);
    for (const other of shape.others) add(other, isAnswer(other.value) ? 'assistant' : role);
  }
  if (value.taint.atoms.length > 0) {
    // The whole list comes from outside, roles included.
    parts.push(
      { kind: 'text', role: 'unknown', site, taint: value.taint },
      { kind: 'role', role: 'unknown', site, taint: value.taint },
    );
  }
  return parts;
}

/** The answer of a model, put back as it came: a message of its own. */
const isAnswer = (value: Value): boolean =>
  value.shape === undefined && value.apis.some((api) => factsOfKind(api, 'part').length > 0);

/** Fields that hold the text of a message or of a part of one. */
const TEXT_FIELDS = ['content', 'text', 'parts', 'input', 'output', 'thinking'] as const;
/** Fields of messages that are no text. */
const OTHER_FIELDS = new Set([
  'role',
  'type',
  'id',
  'name',
  'image_url',
  'source',
  'tool_call_id',
  'tool_use_id',
  'cache_control',
  'tool_calls',
  'inlineData',
  'inline_data',
  'file',
  'input_audio',
  'status',
  'call_id',
  'mimeType',
  'mime_type',
]);

function messageParts(
  value: Value,
  site: Site | undefined,
  role: Role,
  depth: number,
): readonly PromptPart[] {
  const fields = value.shape?.fields ?? new Map<string, Field>();
  const parts: PromptPart[] = [];
  const roleField = fields.get('role') ?? fields.get('author');
  const type = fields.get('type')?.value.constants[0];
  const isToolResult = type === 'tool_result' || type === 'function_call_output' || type === 'tool-result';
  const own = isToolResult ? 'tool' : roleField === undefined ? role : (roleOf(roleField.value) ?? 'unknown');
  if (roleField !== undefined && roleField.value.taint.atoms.length > 0) {
    parts.push({ kind: 'role', role: 'unknown', site: roleField.site ?? site, taint: roleField.value.taint });
  }
  const texts = TEXT_FIELDS.filter((key) => fields.has(key));
  for (const key of texts) {
    const field = fields.get(key);
    if (field !== undefined) parts.push(...promptParts(field.value, field.site ?? site, own, depth + 1));
  }
  if (texts.length === 0) {
    for (const [key, field] of fields) {
      if (OTHER_FIELDS.has(key)) continue;
      parts.push({ kind: 'text', role: own, site: field.site ?? site, taint: deepTaint(field.value) });
    }
  }
  for (const other of value.shape?.others ?? []) {
    parts.push({ kind: 'text', role: own, site: other.site ?? site, taint: deepTaint(other.value) });
  }
  return parts;
}
