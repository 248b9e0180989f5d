import type { SchemaModel } from '../models/model.js';
import { type Api, factsOfKind } from '../models/model-index.js';
import { select } from './arguments.js';
import { EVERYWHERE, guardBits } from './bits.js';
import type { Call } from './calls.js';
import type { Execution } from './execution.js';
import { isNarrow } from './regex-checks.js';
import { deepTaint, type Field, NO_FIELDS } from './shape.js';
import { guarded, type Taint, withoutTexts } from './taint.js';
import { instanceOf } from './types.js';
import { constant, listOf, mapOf, onlyConstant, UNKNOWN, unknown, type Value } from './value.js';
import { anyElement, withField } from './value-access.js';
import { joinAll } from './value-join.js';

/**
 * Field of a schema under which a sample is kept, a value such as it lets through: constants where nothing else passes, maps and
 * lists of samples, classes of the program; what is open is any text.
 */
const SAMPLE = '<sample>';
/** Schemas and data nested deeper than this are not looked into. */
const MAX_DEPTH = 6;
const field = (value: Value): Field => ({ value, site: undefined });

/** What a library made, with the schema that it is or that was hung on it. */
export function withSchema(run: Execution, call: Call, api: Api, made: Value): Value {
  let value = made;
  for (const { model } of factsOfKind(api, 'schema')) {
    const sample = sampleBy(run, call, model);
    if (sample !== undefined) value = withField(value, SAMPLE, field(sample));
  }
  return value;
}

function sampleBy(run: Execution, call: Call, { lets, schemas = [] }: SchemaModel): Value | undefined {
  if (lets === 'constants') return constant(0);
  const given = schemas.flatMap((selector) => select(call.args, run.unit.owner.index.selector(selector)));
  if (lets === 'pattern') return given.some(({ value }) => isNarrowPattern(value)) ? constant(0) : UNKNOWN;
  const samples = given
    .map(({ value }) => sampleOf(value) ?? (lets === 'either' ? UNKNOWN : undefined))
    .filter((sample) => sample !== undefined);
  const [first, ...others] = samples;
  if (first === undefined) return undefined;
  switch (lets) {
    case 'value':
    case 'either':
      return joinAll(samples);
    case 'list':
      return listOf([], 'list', [field(joinAll(samples))]);
    case 'map':
      return mapOf(NO_FIELDS, false, [field(joinAll(samples))]);
    case 'merged':
      return others.reduce((all, other) => mergedInto(all, other), first);
  }
}

/** It covers the whole text and lets no free text through. */
function isNarrowPattern(value: Value): boolean {
  const pattern = onlyConstant(value);
  return typeof pattern === 'string' && isNarrow(pattern, false, false);
}

function mergedInto(value: Value, other: Value): Value {
  let merged = value;
  for (const [key, one] of other.shape?.fields ?? []) merged = withField(merged, key, one);
  return merged;
}

/** What a schema lets through: it is one, a class of the program, a map of schemas, or a list of alternatives. */
function sampleOf(schema: Value, depth = 0): Value | undefined {
  const kept = schema.shape?.fields.get(SAMPLE);
  if (kept !== undefined) return kept.value;
  if (schema.callables.some((callable) => callable.kind === 'class')) return schema;
  const { shape } = schema;
  if (shape === undefined || schema.apis.length > 0 || depth >= MAX_DEPTH) return undefined;
  const inner = (one: Field): Value => sampleOf(one.value, depth + 1) ?? UNKNOWN;
  if (shape.kind === 'map')
    return mapOf(new Map([...shape.fields].map(([key, one]) => [key, field(inner(one))])), shape.exact);
  const alternatives = [...shape.items, ...shape.others].map(inner);
  return alternatives.length === 0 ? undefined : joinAll(alternatives);
}

/** The result of a call that gives data in the form of a schema. */
export function typedResult(run: Execution, call: Call, api: Api, result: Value): Value {
  for (const { model } of factsOfKind(api, 'typed')) {
    const [given] = select(call.args, run.unit.owner.index.selector(model.schema));
    const sample = given === undefined ? undefined : sampleOf(given.value);
    if (sample === undefined) continue;
    const taint = deepTaint(result);
    const data = formed(run, sample, taint);
    if (model.at === undefined) return { ...data, predicate: result.predicate };
    const metadata = factsOfKind(api, 'call').flatMap((fact) => fact.model.metadata ?? []);
    const fields = new Map(metadata.map((name) => [name, field(UNKNOWN)]));
    for (const path of model.at) {
      const [key = '', ...rest] = path.replaceAll(/(?!^)\[\]/g, '.[]').split('.');
      if (key === '[]') return placed(data, [key, ...rest], taint);
      fields.set(key, field(placed(data, rest, taint)));
    }
    return { ...mapOf(fields, false, [field(unknown(taint))]), predicate: result.predicate };
  }
  return result;
}

/** What a framework fills in that it has checked against a schema. */
export function typedArgument(
  run: Execution,
  schema: Value,
  at: string | undefined,
  taint: Taint,
): Value | undefined {
  const sample = sampleOf(schema);
  if (sample === undefined) return undefined;
  const data = formed(run, sample, taint);
  return at === undefined ? data : placed(data, [at], taint);
}

/** A field whose class gives it a schema in the place of a value: `lang: str = Field(pattern="^[a-z]{2}$")`. */
export function typedField(run: Execution, schema: Value, taint: Taint): Value | undefined {
  const sample = schema.shape?.fields.get(SAMPLE)?.value;
  return sample === undefined ? undefined : formed(run, sample, taint);
}

/** The data within what is around it. */
const placed = (data: Value, path: readonly string[], taint: Taint): Value =>
  path.reduceRight(
    (inner, key) =>
      key === '[]'
        ? listOf([], 'list', [field(inner)])
        : mapOf(new Map([[key, field(inner)]]), false, [field(unknown(taint))]),
    data,
  );

/** Data with this taint that has passed a schema with this sample. */
function formed(run: Execution, sample: Value, taint: Taint, depth = 0): Value {
  if (sample.callables.length > 0) return instanceOf(run, sample, taint) ?? unknown(taint);
  const { shape } = sample;
  if (shape === undefined || sample.open || depth >= MAX_DEPTH) {
    const isText = sample.open || sample.constants.length === 0;
    return unknown(isText ? taint : withoutTexts(guarded(taint, EVERYWHERE, guardBits.bit('validation'))));
  }
  const inner = (one: Field): Field => field(formed(run, one.value, taint, depth + 1));
  if (shape.kind !== 'map')
    return listOf([], 'list', [field(formed(run, anyElement(sample), taint, depth + 1))]);
  const fields = new Map([...shape.fields].map(([key, one]) => [key, inner(one)]));
  // Keys that the schema does not name may be left in the data.
  const others = shape.others.length > 0 ? shape.others.map(inner) : [field(unknown(taint))];
  return mapOf(fields, false, others);
}
