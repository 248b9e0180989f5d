import type { TemplateModel } from '../models/model.js';
import { type Api, factsOfKind } from '../models/model-index.js';
import type { Role } from '../surface/model-use.js';
import { type Given, select } from './arguments.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { filledFrom, promptFilesOf, templateTexts } from './file-templates.js';
import { type PromptPart, promptParts, TEMPLATE_TEXT } from './messages.js';
import { deepTaint, type Field } from './shape.js';
import { siteKey } from './site.js';
import { CLEAN, isClean, type Taint, union, withoutTexts } from './taint.js';
import { constant, listOf, mapOf, UNKNOWN, unknown, type Value } from './value.js';
import { withField } from './value-access.js';

/** The text of a prompt template is kept with it, so that it is known which role a value ends up in. */
export function withTemplate(run: Execution, call: Call, api: Api, made: Value): Value {
  for (const { model } of factsOfKind(api, 'template')) {
    const role = model.template.role ?? 'user';
    const given = select(call.args, run.unit.owner.index.selector(model.template.argument));
    const text = given.flatMap((one) => knownText(run, one, model) ?? [])[0];
    if (text !== undefined) return withText(run, call, model, made, text);
    if (model.file !== undefined) return made;
    const messages = given.flatMap((one) => promptParts(one.value, one.site, role)).map(messageOf);
    for (const { value, site } of given) {
      const taint = withoutTexts(deepTaint(value));
      if (isClean(taint)) continue;
      const place = site ?? run.site(call.at);
      run.record.hit(
        {
          kind: 'prompt-template',
          site: place,
          call: run.site(call.at),
          name: 'prompt template',
          modelCall: undefined,
          role,
        },
        taint,
      );
    }
    const template: Field = { value: listOf(messages), site: run.site(call.at) };
    const filled = withText(run, call, model, made, template);
    return filled === made ? withField(made, TEMPLATE_TEXT, template) : filled;
  }
  return made;
}

/** The text of a template that stands in a file, or that any engine may be given. */
function knownText(run: Execution, given: Given, model: TemplateModel): Field | undefined {
  if (model.file !== undefined) {
    return templateTexts(promptFilesOf(run, given, model.file), model.template.role);
  }
  return model.general === true ? { value: unknown(deepTaint(given.value)), site: given.site } : undefined;
}

function withText(run: Execution, call: Call, model: TemplateModel, made: Value, text: Field): Value {
  if (model.values === undefined) return withField(made, TEMPLATE_TEXT, text);
  const [values] = select(call.args, run.unit.owner.index.selector(model.values));
  return values === undefined ? made : filledText(run, text, values);
}

const messageOf = ({ role, site, taint }: PromptPart): Field => ({
  value: mapOf(
    new Map([
      ['role', { value: constant(role), site: undefined }],
      ['content', { value: unknown(taint), site }],
    ]),
  ),
  site,
});

/** The template that a value is, or that a chain starts with. */
export const templateOf = (value: Value): Field | undefined => value.shape?.fields.get(TEMPLATE_TEXT);

/** What filling in a template adds to its parts: each value speaks in the role in whose text its placeholder stands. */
export function filledParts(
  run: Execution,
  template: Field,
  given: Given,
  role: Role,
): readonly PromptPart[] {
  const own = promptParts(template.value, template.site, role);
  const parts: PromptPart[] = [...own];
  for (const [name, field] of given.value.shape?.fields ?? []) {
    const homes = own.filter((part) => takesIn(run, part.taint, name));
    // Not named in any text: a list of messages, or a template whose text is not known.
    const values = promptParts(field.value, field.site ?? given.site, homes[0]?.role ?? 'user');
    if (homes.length === 0) parts.push(...values);
    for (const { role: of, taint: text } of homes)
      parts.push(
        ...values.map((part) => ({ ...part, role: of, taint: filledFrom(run, text, name, part.taint) })),
      );
  }
  const { taint } = given.value;
  if (taint.atoms.length > 0) parts.push({ kind: 'text', role, site: given.site, taint });
  return parts;
}

const takesIn = (run: Execution, template: Taint, name: string): boolean =>
  template.texts.some(
    (text) =>
      typeof text !== 'number' &&
      (run.program.promptFiles.holding(text)?.takesIn(text.site.at, name) ?? mentions(text.text, name)),
  );

/** `{name}`, `{{name}}`, `{{ name }}`, `{name!r}`, `{name.x}`. */
function mentions(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    if (
      /\{\s*$/.test(text.slice(Math.max(0, at - 4), at)) &&
      /^\s*[}!:.[|]/.test(text.slice(at + name.length, at + name.length + 4))
    ) {
      return true;
    }
  }
  return false;
}

const FILLS =
  /^(?:a?format(?:_messages|_prompt|Messages|PromptValue)?|a?invoke|compile|render(?:_async)?|partial|(?:safe_)?substitute|create_messages|create|createMessage|apply)$/;

/** `template.format(...)`, `template.invoke({...})`: messages with the values filled in. */
export function callTemplate(run: Execution, call: Call): Value | undefined {
  const callee = run.value(call.instruction.callee);
  if (callee.apis.some((api) => factsOfKind(api, 'call').length > 0)) return undefined;
  // A compiled template is a function.
  const receiver = call.method === undefined ? callee : call.args.receiver?.value;
  const template = receiver === undefined ? undefined : templateOf(receiver);
  const isFilled = template !== undefined && (call.method === undefined || FILLS.test(call.method));
  if (!isFilled || receiver?.apis.some((api) => factsOfKind(api, 'link').length > 0) === true)
    return undefined;
  const [values] = call.args.positional;
  const given: Given = values ?? { value: mapOf(new Map(call.args.named)), site: run.site(call.at) };
  return filledText(run, template, given);
}

/** Messages with the values filled in; one text where the template is one. */
function filledText(run: Execution, template: Field, given: Given): Value {
  const parts = filledParts(run, template, given, 'user').filter((part) => part.kind === 'text');
  if (template.value.shape === undefined)
    return unknown(parts.reduce((taint, part) => union(taint, part.taint), CLEAN));
  const merged = new Map<string, Field>();
  for (const part of parts)
    merged.set(`${part.role}|${part.site === undefined ? '' : siteKey(part.site)}`, messageOf(part));
  return { ...UNKNOWN, open: false, shape: listOf([...merged.values()]).shape };
}
