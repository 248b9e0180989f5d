import { expect, test } from 'vitest';
import { models } from '../../server/src/core/models/index.js';
import { expand } from '../../server/src/core/models/match-path.js';
import type { SdkModel } from '../../server/src/core/models/model.js';
import { ModelIndex } from '../../server/src/core/models/model-index.js';
import { rules } from '../../server/src/core/rules/index.js';

const name = (model: SdkModel): string => `${model.language}/${model.id}`;

/** Every string of a model, with the keys that lead to it. */
function* strings(value: unknown, path: readonly string[] = []): Generator<readonly [string, string]> {
  if (typeof value === 'string') yield [path.join('.'), value];
  else if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) yield* strings(part, [...path, key]);
}

const accessPaths = (model: SdkModel): string[] =>
  [...strings(model)]
    .filter(([key]) => /(^|\.)(path|as|decorator|callback|base|class|type)$|^links\./.test(key))
    .map(([, path]) => path);

test('ids are unique within a language', () => {
  const names = models.map(name);
  expect(names.filter((one, at) => names.indexOf(one) !== at)).toEqual([]);
});

test('every model names the source of its facts', () => {
  expect(models.filter(({ origin }) => origin.length < 10).map(name)).toEqual([]);
});

test('braces of access paths are balanced, and no path stands for more alternatives than the matcher takes', () => {
  const broken = models.flatMap((model) =>
    accessPaths(model)
      .filter((path) => {
        const alternatives = expand(path);
        return alternatives.length >= 2000 || alternatives.some((one) => /[{}\s,]|\.\.|^\.|\.$/.test(one));
      })
      .map((path) => `${name(model)}: ${path}`),
  );
  expect(broken).toEqual([]);
});

test('a package in front of a path is one of the model or of another one of its language', () => {
  const strange = models.flatMap((model) => {
    const known = models
      .filter(({ language }) => language === model.language)
      .flatMap(({ packages }) => packages)
      .map((pattern) => new RegExp(`^${pattern.replace(/[.+^$()|[\]\\/]/g, '\\$&').replace(/\*/g, '.*')}$`));
    return accessPaths(model)
      .flatMap(expand)
      .filter((path) => path.includes(':'))
      .map((path) => path.slice(0, path.indexOf(':')))
      .filter((pkg) => !known.some((pattern) => pattern.test(pkg) || pattern.test(pkg.replace(/\*/g, 'x'))))
      .filter((pkg) => !known.some((pattern) => pattern.source.startsWith(`^${pkg}`)))
      .map((pkg) => `${name(model)}: ${pkg}`);
  });
  expect([...new Set(strange)]).toEqual([]);
});

test('options are reported by rules that exist', () => {
  const ids = new Set(rules.map(({ id }) => id));
  const orphans = models.flatMap((model) =>
    (model.options ?? []).filter(({ ruleId }) => !ids.has(ruleId)).map(({ ruleId }) => ruleId),
  );
  expect([...new Set(orphans)]).toEqual([]);
});

test('what an option does is said in one short sentence without a full stop', () => {
  const long = models.flatMap((model) =>
    (model.options ?? []).map(({ what }) => what).filter((what) => what.length > 90 || what.endsWith('.')),
  );
  expect(long).toEqual([]);
});

test.each(['python', 'javascript'] as const)('the models of %s load into one index', (language) => {
  const index = new ModelIndex(language, models);
  expect(index.models.length).toBeGreaterThan(20);
});
