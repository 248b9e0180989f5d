import { type Api, type FactOf, factsOfKind } from '../models/model-index.js';
import type { OptionModel } from '../models/option-model.js';
import { type Given, presence, select } from './arguments.js';
import type { ClassRef } from './callable.js';
import type { Call } from './calls.js';
import { globMatches } from './conditions.js';
import type { Execution } from './execution.js';
import { answersOnly, fetchesAnew } from './option-tests.js';
import { type Site, siteKey } from './site.js';
import type { Constant, Value } from './value.js';

/** Arguments that switch a protection off. */
export function useOptions(run: Execution, call: Call, api: Api): void {
  for (const fact of factsOfKind(api, 'option')) {
    const { model } = fact;
    if (!isImported(run, model) || !isGiven(run, call, model) || isExcused(run, call, model)) continue;
    const site = dangerousAt(run, call, fact);
    if (site !== undefined) record(run, fact, site, run.site(call.at));
  }
}

/** What a class of the program is made with goes to the library class that it is derived from. */
export function inheritedOptions(run: Execution, call: Call, ref: ClassRef): void {
  for (const api of run.program.classes.libraryBases(ref)) useOptions(run, call, api);
}

/** `super().__init__(...)`, `super(...)`. */
export function superOptions(run: Execution, call: Call): void {
  const { fn, module, owner } = run.unit;
  const callee = fn.body[call.instruction.callee];
  const object = callee?.op === 'get' && callee.key === '__init__' ? fn.body[callee.object] : callee;
  const root = object?.op === 'call' ? fn.body[object.callee] : object;
  const isBase = root?.op === 'super';
  const definition = !isBase || fn.class === undefined ? undefined : module.classes[fn.class];
  if (definition === undefined || run.parent === undefined) return;
  inheritedOptions(run, call, { module: owner, definition, frame: run.parent });
}

/** `options.permission_mode = "bypassPermissions"`. */
export function assignedOption(run: Execution, at: number, { apis }: Value, key: string, value: Value): void {
  for (const fact of apis.flatMap((api) => factsOfKind(api, 'assigned'))) {
    const { model } = fact;
    if (model.option?.argument !== key || !isImported(run, model)) continue;
    if (isDangerous(run, { value, site: undefined }, fact)) record(run, fact, run.site(at), run.site(at));
  }
}

type OptionFact = FactOf<'option'> | FactOf<'assigned'>;

const record = (run: Execution, { sdk, model }: OptionFact, site: Site, call: Site): void =>
  run.record.use({ kind: 'option', sdk: sdk.id, model, site, call }, `${model.variant}|${siteKey(site)}`);

const isImported = (run: Execution, { importing }: OptionModel): boolean =>
  importing === undefined ||
  run.unit.module.imports.some((specifier) => importing.some((name) => globMatches(name, specifier)));

const isGiven = (run: Execution, { args }: Call, { given }: OptionModel): boolean =>
  given === undefined ||
  given.some((argument) => presence(args, run.unit.owner.index.selector(argument)) === 'set');

function isExcused(run: Execution, call: Call, model: OptionModel): boolean {
  const { index } = run.unit.owner;
  return (model.unless ?? []).some(({ argument, values }) => {
    const selector = index.selector(argument);
    if (values === undefined) return presence(call.args, selector) !== 'missing';
    return select(call.args, selector).some((one) =>
      one.value.constants.some((known) => known !== null && values.includes(known)),
    );
  });
}

function dangerousAt(run: Execution, call: Call, fact: OptionFact): Site | undefined {
  const { option } = fact.model;
  if (option === undefined) return run.site(call.at);
  const { index } = run.unit.owner;
  const selector = index.selector(option.argument);
  const given = select(call.args, selector);
  const fetched = option.fetches && select(call.args, index.selector(option.fetches.arguments));
  const dangerous = given.find(
    (one) => isDangerous(run, one, fact) || (fetched !== undefined && fetchesAnew(one.value, fetched)),
  );
  if (dangerous !== undefined) return dangerous.site ?? run.site(call.at);
  const isMissing = option.missing === true && presence(call.args, selector) === 'missing';
  return isMissing ? run.site(call.at) : undefined;
}

function isDangerous(run: Execution, given: Given, { sdk, model }: OptionFact): boolean {
  const { value } = given;
  const { values = [], results = [], answers } = model.option ?? {};
  const known = value.open ? fallbacks(run, given) : value.constants;
  if (known.some((one) => values.includes(one))) return true;
  if (results.some((path) => value.apis.some((api) => api === run.unit.owner.index.at(path, sdk))))
    return true;
  return answers !== undefined && answersOnly(value, answers);
}

/** What a setting is when nobody says otherwise: `os.getenv("MODE", "bypass")`, `process.env.MODE ?? 'bypass'`, in place or in a variable. */
function fallbacks(run: Execution, { value, site }: Given): readonly Constant[] {
  if (site === undefined || site.unit !== run.unit) return [];
  const { body } = run.unit.fn;
  const given = body[site.at];
  const made =
    given?.op === 'load'
      ? body
          .flatMap((one) => (one.op === 'store' && one.variable === given.variable ? [body[one.value]] : []))
          .at(-1)
      : given;
  if (made?.op === 'choose') return value.constants;
  const usual = made?.op === 'call' ? body[made.args[1]?.value ?? -1] : undefined;
  return usual?.op === 'const' ? [usual.value] : [];
}
