import type { Client, DangerousOption, Loop, ModelCall, Presence, PromptText } from '../surface/model-use.js';
import { guardBits } from './bits.js';
import { bySite, type Findings } from './findings.js';
import { locate, type Site, siteKey } from './site.js';
import { comparePlaces, compareText } from './surface-flows.js';
import type { TextSource } from './taint.js';
import type { LoopUse, ModelCallUse, UseRecord } from './use.js';

export const ofKind = <K extends UseRecord['kind']>(
  uses: readonly UseRecord[],
  kind: K,
): Extract<UseRecord, { kind: K }>[] =>
  uses.filter((use): use is Extract<UseRecord, { kind: K }> => use.kind === kind);

/** Things at their places, in the order of the places. */
export interface Placed<T> {
  readonly list: readonly T[];
  /** Index by site. */
  readonly at: ReadonlyMap<string, number>;
}

export function placed<T extends { readonly location: ModelCall['location'] }>(
  made: readonly (readonly [string, T])[],
): Placed<T> {
  const sorted = [...made].sort(([, a], [, b]) => comparePlaces(a.location, b.location));
  return { list: sorted.map(([, one]) => one), at: new Map(sorted.map(([key], i) => [key, i])) };
}

/** Seen with several sets of arguments: it lacks something if it does in one of them, and what is unknown does not count. */
export function merged(all: readonly Presence[]): Presence {
  if (all.includes('missing')) return 'missing';
  return all.includes('set') ? 'set' : 'unknown';
}

export function loopsOf({ uses }: Findings): Placed<Loop> {
  const groups = bySite(ofKind(uses, 'loop'), (use) => use.site);
  return placed(
    [...groups].flatMap(([key, [first]]) => {
      if (first === undefined) return [];
      const location = locate(first.site);
      const { forever, bounded, interactive } = first;
      const { language } = first.site.unit.module;
      return [[key, { location, head: location, language, forever, bounded, interactive }] as const];
    }),
  );
}

export function modelCallsOf(findings: Findings, loops: Placed<Loop>): Placed<ModelCall> {
  const groups = bySite(ofKind(findings.uses, 'model-call'), (use) => use.site);
  const texts = textsByCall(findings);
  const guards = guardsByCall(findings);
  const around = bySite(ofKind(findings.uses, 'loop'), (use) => use.call);
  return placed(
    [...groups].flatMap(([key, all]) => {
      const resolved = all.filter((use) => use.resolved);
      const [first, ...others] = resolved.length > 0 ? resolved : all;
      if (first === undefined) return [];
      const call = modelCallOf(first, [first, ...others]);
      const loop = loopAround(around.get(key) ?? [], first.site, loops);
      return [
        [
          key,
          {
            ...call,
            texts: texts.get(key) ?? [],
            inputGuards: guardBits.list(guards.input.get(key) ?? 0),
            outputGuards: guardBits.list(guards.output.get(key) ?? 0),
            ...(loop !== undefined && { loop }),
          },
        ] as const,
      ];
    }),
  );
}

function modelCallOf(use: ModelCallUse, all: readonly ModelCallUse[]): ModelCall {
  const { site } = use;
  const { unit } = site;
  const instruction = unit.fn.body[site.at];
  const callee = instruction?.op === 'call' ? instruction.callee : site.at;
  const streams = new Set(all.map((one) => one.streaming));
  return {
    sdk: use.sdk,
    name: use.name,
    language: unit.module.language,
    location: locate(site),
    callee: locate({ ...site, at: callee }),
    args: locate({ ...site, part: 'arguments' }),
    functionName: unit.fn.qualifiedName,
    awaited: unit.fn.body.some((one) => one.op === 'await' && one.value === site.at),
    streaming: streams.size === 1 ? use.streaming : 'unknown',
    texts: [],
    tokenLimit: merged(all.map((one) => one.tokenLimit)),
    ...(use.tokenLimitOption !== undefined && { tokenLimitOption: use.tokenLimitOption }),
    limitLocation: locate(use.limitSite ?? site),
    timeout: merged(all.map((one) => one.timeout)),
    tools: merged(all.map((one) => one.tools)),
    inputGuards: [],
    outputGuards: [],
    resolved: use.resolved,
  };
}

/** The loop in the function of the call, or one around a call of that function. */
function loopAround(loops: readonly LoopUse[], call: Site, placedLoops: Placed<Loop>): number | undefined {
  const own = loops.find((loop) => loop.site.unit === call.unit) ?? loops[0];
  return own === undefined ? undefined : placedLoops.at.get(siteKey(own.site));
}

function textsByCall({ hits }: Findings): ReadonlyMap<string, readonly PromptText[]> {
  const found = new Map<string, Map<string, PromptText>>();
  for (const { use, taint } of hits) {
    if (use.modelCall === undefined || use.role === undefined || use.carrier === true) continue;
    const key = siteKey(use.modelCall);
    const texts = found.get(key) ?? new Map<string, PromptText>();
    for (const text of taint.texts) {
      if (typeof text !== 'number')
        texts.set(`${use.role}|${siteKey(text.site)}`, promptText(text, use.role));
    }
    found.set(key, texts);
  }
  return new Map(
    [...found].map(([key, texts]) => [
      key,
      [...texts.values()].sort(
        (a, b) => comparePlaces(a.location, b.location) || compareText(a.role, b.role),
      ),
    ]),
  );
}

function promptText({ site, text }: TextSource, role: PromptText['role']): PromptText {
  const instruction = site.unit.fn.body[site.at];
  const content = instruction?.op === 'const' ? instruction.content : undefined;
  const location = locate(site);
  return { role, text, location: content === undefined ? location : { path: location.path, range: content } };
}

/** Guards that data passed before it reached a call's prompt, and those that the call's answer went through. */
function guardsByCall({ hits, guardHits, uses }: Findings): {
  readonly input: ReadonlyMap<string, number>;
  readonly output: ReadonlyMap<string, number>;
} {
  const input = new Map<string, number>();
  const output = new Map<string, number>();
  for (const use of ofKind(uses, 'model-call')) {
    add(input, siteKey(use.site), use.guards.input);
    add(output, siteKey(use.site), use.guards.output);
  }
  for (const { use, taint } of hits) {
    if (use.modelCall === undefined) continue;
    const key = siteKey(use.modelCall);
    for (const { origin, guards } of taint.atoms) {
      if (use.carrier !== true) add(input, key, guards);
      else if (typeof origin !== 'number') {
        add(input, key, origin.guards.input);
        add(output, key, origin.guards.output);
      }
    }
  }
  for (const { guards, taint } of guardHits) {
    for (const { origin } of taint.atoms) {
      if (typeof origin !== 'number' && origin.modelCall !== undefined) {
        add(output, siteKey(origin.modelCall), guards);
      }
    }
  }
  return { input, output };
}

const add = (map: Map<string, number>, key: string, bits: number): void => {
  map.set(key, (map.get(key) ?? 0) | bits);
};

export function clientsOf({ uses }: Findings): readonly Client[] {
  const made = [...bySite(ofKind(uses, 'client'), (use) => use.site)].flatMap(([key, all]) => {
    const use = all.find((one) => one.apiKey !== undefined) ?? all[0];
    if (use === undefined) return [];
    const client: Client = {
      sdk: use.sdk,
      name: use.name,
      language: use.site.unit.module.language,
      location: locate(use.site),
      args: locate({ ...use.site, part: 'arguments' }),
      ...(use.apiKey && {
        apiKey: { location: locate(use.apiKey.site), constant: locate(use.apiKey.constant) },
      }),
      ...(use.apiKeyOption !== undefined && { apiKeyOption: use.apiKeyOption }),
      ...(use.apiKeyVariable !== undefined && { apiKeyVariable: use.apiKeyVariable }),
    };
    return [[key, client] as const];
  });
  return placed(made).list;
}

export function optionsOf({ uses }: Findings): readonly DangerousOption[] {
  const found = new Map<string, DangerousOption>();
  for (const { sdk, model, site, call } of ofKind(uses, 'option')) {
    const selector = model.option?.argument.split('|')[0];
    const option = selector?.split('.').at(-1);
    found.set(`${model.variant}|${siteKey(site)}`, {
      variant: model.variant,
      ruleId: model.ruleId,
      sdk,
      language: site.unit.module.language,
      location: locate(site),
      call: locate(call),
      ...(option !== undefined && { option, selector }),
      ...(model.assigned && { assigned: model.assigned }),
      ...(model.severity !== undefined && { severity: model.severity }),
      ...(model.remedy !== undefined && { remedy: model.remedy }),
      what: model.what,
    });
  }
  return [...found.values()].sort(
    (a, b) => comparePlaces(a.location, b.location) || compareText(a.variant, b.variant),
  );
}
