import { CALL } from '../models/match-path.js';
import type { AgentModel } from '../models/model.js';
import { type Api, factsOfKind } from '../models/model-index.js';
import type { Presence } from '../surface/model-use.js';
import { presence, select } from './arguments.js';
import type { Call } from './calls.js';
import { globMatches } from './conditions.js';
import type { Execution } from './execution.js';
import { lastName, writtenChain } from './names.js';
import { type Site, siteKey, siteOf } from './site.js';
import type { Value } from './value.js';
import { elementsOf } from './value-access.js';

/** The construction of an agent, or of a tool that a library brings. */
export function useAgent(run: Execution, call: Call, api: Api): void {
  const site = run.site(call.at);
  for (const { model, sdk, name } of factsOfKind(api, 'agent')) {
    const { index } = run.unit.owner;
    const given = model.tools === undefined ? [] : select(call.args, index.selector(model.tools));
    const tools = given.flatMap((one) => toolSites(one.value));
    const approval = anyPresence((model.approval ?? []).map((one) => approvalBy(run, call, model, one)));
    const steps = anyPresence(
      (model.stepLimit?.options ?? []).map((one) => presence(call.args, index.selector(one))),
    );
    const stepLimit: Presence =
      steps === 'missing' && model.stepLimit?.defaultIsBounded !== false ? 'set' : steps;
    run.record.use({ kind: 'agent', sdk: sdk.id, name, site, tools, approval, stepLimit }, siteKey(site));
  }
  for (const { model, sdk, name } of factsOfKind(api, 'tool')) {
    run.record.use(
      {
        kind: 'tool',
        sdk: sdk.id,
        name,
        site,
        handler: undefined,
        approval: 'missing',
        approvalOff: undefined,
        approvalOption: undefined,
        registration: undefined,
        hints: undefined,
        library: model,
        capabilities: 0,
      },
      siteKey(site),
    );
  }
}

/** A list of middleware asks somebody if one of its members does; members that are no library's may. */
function approvalBy(run: Execution, call: Call, { approvers }: AgentModel, selector: string): Presence {
  const paths = run.unit.owner.index.selector(selector);
  const given = presence(call.args, paths);
  if (approvers === undefined || given !== 'set') return given;
  const members = select(call.args, paths).map(({ value, site }) => ({
    isLibrary: value.apis.length > 0,
    name: site?.unit === run.unit ? lastName(writtenChain(run.unit, site.at)) : undefined,
  }));
  if (members.some(({ name }) => name !== undefined && approvers.some((glob) => globMatches(glob, name))))
    return 'set';
  return members.every(({ isLibrary, name }) => isLibrary && name !== undefined) ? 'missing' : 'unknown';
}

const anyPresence = (all: readonly Presence[]): Presence =>
  all.includes('set') ? 'set' : all.includes('unknown') ? 'unknown' : 'missing';

/** Where the tools in a list are defined or made. */
function toolSites(value: Value): readonly Site[] {
  const sites: Site[] = [];
  for (const field of elementsOf(value)) {
    for (const callable of field.value.callables) {
      if (callable.kind === 'function') sites.push(siteOf(callable.unit, 0, 'function'));
    }
    const made = field.value.shape?.fields.get(CALL)?.site;
    if (made !== undefined) sites.push(made);
    else if (field.site !== undefined && field.value.apis.length > 0) sites.push(field.site);
  }
  return sites;
}
