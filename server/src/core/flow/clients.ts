import { type Api, factsOfKind } from '../models/model-index.js';
import { type Arguments, presence, select } from './arguments.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { type Field, Shape } from './shape.js';
import { siteKey } from './site.js';
import type { TextSource } from './taint.js';
import type { ClientUse } from './use.js';
import { UNKNOWN } from './value.js';

/** The construction of a client or model object. */
export function useClient(run: Execution, call: Call, api: Api): void {
  for (const { model, sdk, name } of factsOfKind(api, 'client')) {
    const site = run.site(call.at);
    const use: ClientUse = {
      kind: 'client',
      sdk: sdk.id,
      name,
      site,
      apiKey: model.apiKey === undefined ? undefined : constantKey(run, call.args, model.apiKey.argument),
      apiKeyOption: model.apiKey?.option,
      apiKeyVariable: model.apiKey?.variable,
    };
    run.record.use(use, `${sdk.id}|${siteKey(site)}`);
  }
}

function constantKey(run: Execution, args: Arguments, selector: string): ClientUse['apiKey'] {
  for (const { value, site } of select(args, run.unit.owner.index.selector(selector))) {
    const isConstant = value.constants.some((one) => typeof one === 'string' && one !== '');
    const text = value.taint.texts.find((one): one is TextSource => typeof one !== 'number');
    if (isConstant && text !== undefined && site !== undefined) return { site, constant: text.site };
  }
  return undefined;
}

/** Field of a client for whose calls a timeout is set. */
export const CLIENT_TIMEOUT = '()timeout';

/**
 * The options that a library object was made with, as its fields; under `()` the call that made it. So a limit that is set on a client is
 * seen where the client is used.
 */
export function constructedShape(run: Execution, call: Call, api: Api): Shape {
  const fields = new Map<string, Field>();
  fields.set('()', { value: UNKNOWN, site: run.site(call.at) });
  for (const [name, given] of call.args.named) fields.set(name, given);
  let exact = call.args.restMap === undefined && call.args.restList === undefined;
  for (const { value } of call.args.positional) {
    if (value.shape?.kind !== 'map') continue;
    for (const [name, field] of value.shape.fields) fields.set(name, field);
    exact &&= value.shape.exact;
  }
  const limitsTime = factsOfKind(api, 'client').some(({ model }) =>
    (model.timeout ?? []).some((one) => presence(call.args, run.unit.owner.index.selector(one)) === 'set'),
  );
  if (limitsTime) fields.set(CLIENT_TIMEOUT, { value: UNKNOWN, site: undefined });
  return new Shape({ kind: 'instance', fields, exact });
}
