import type { OptionModel } from '../models/model.js';
import { type Api, factsOfKind } from '../models/model-index.js';
import { presence, select } from './arguments.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { type Site, siteKey } from './site.js';

/** Arguments that switch a protection off. */
export function useOptions(run: Execution, call: Call, api: Api): void {
  for (const { model, sdk } of factsOfKind(api, 'option')) {
    if (isExcused(run, call, model)) continue;
    const site = dangerousAt(run, call, model);
    if (site === undefined) continue;
    run.record.use(
      { kind: 'option', sdk: sdk.id, model, site, call: run.site(call.at) },
      `${model.variant}|${siteKey(site)}`,
    );
  }
}

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

function dangerousAt(run: Execution, call: Call, { option }: OptionModel): Site | undefined {
  if (option === undefined) return run.site(call.at);
  const selector = run.unit.owner.index.selector(option.argument);
  const given = select(call.args, selector);
  const dangerous = given.find(
    (one) => !one.value.open && one.value.constants.some((known) => option.values.includes(known)),
  );
  if (dangerous !== undefined) return dangerous.site ?? run.site(call.at);
  const isMissing = option.missing === true && presence(call.args, selector) === 'missing';
  return isMissing ? run.site(call.at) : undefined;
}
