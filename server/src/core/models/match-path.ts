import type { AccessPath, SdkModel } from './model.js';

/** One step of an access path: a name, `()` for a call, `[]` for an index read, `/name` for the subpath of an npm specifier. */
export type Step = string;

export const CALL = '()';
export const INDEX = '[]';

/** A step of a pattern: the step itself, a name with `*` in it, or a run of steps. */
export type PatternStep =
  | { readonly kind: 'step'; readonly step: Step }
  | { readonly kind: 'name'; readonly name: RegExp }
  | { readonly kind: 'run'; readonly of: 'anything' | 'modules' };

/** Alternatives of one path may multiply; a model that needs more than this is a mistake. */
const MAX_ALTERNATIVES = 2000;

/** Every pattern that `path` stands for in the packages of `model`, package included. */
export function compilePath(
  path: AccessPath,
  model: Pick<SdkModel, 'language' | 'packages'>,
): PatternStep[][] {
  return expand(path).flatMap((alternative) => {
    const colon = alternative.indexOf(':');
    const packages = colon === -1 ? model.packages : [alternative.slice(0, colon)];
    const steps = splitSteps(alternative.slice(colon + 1));
    return packages.map((name) => [
      ...packageSteps(name, model.language).map(patternStep),
      ...modulesBefore(steps, model.language),
      ...steps.map(patternStep),
    ]);
  });
}

/** The one value that a path without wildcards names; of several alternatives or packages the first. */
export function concretePath(path: AccessPath, model: Pick<SdkModel, 'language' | 'packages'>): Step[] {
  const alternative = expand(path)[0] ?? path;
  const colon = alternative.indexOf(':');
  const name = colon === -1 ? (model.packages[0] ?? '') : alternative.slice(0, colon);
  return [...packageSteps(name, model.language), ...splitSteps(alternative.slice(colon + 1))];
}

/** Steps that lead to what a specifier imports: `google.genai`, `@langchain/core/messages`, `node:fs`. */
export function packageSteps(specifier: string, language: SdkModel['language']): Step[] {
  if (language === 'python') return specifier.split('.').filter((name) => name !== '');
  const plain = specifier.replace(/^node:/, '');
  const [first = '', second, ...rest] = plain.split('/');
  if (!plain.startsWith('@')) return [first, ...[second, ...rest].filter(isText).map((part) => `/${part}`)];
  return [second === undefined ? first : `${first}/${second}`, ...rest.map((part) => `/${part}`)];
}

const isText = (part: string | undefined): part is string => part !== undefined && part !== '';

/**
 * Libraries re-export their classes: `langchain_openai.chat_models.base.ChatOpenAI` is `langchain_openai.ChatOpenAI`, and in
 * JavaScript whatever a subpath or the default export leads to is what the package itself exports.
 */
function modulesBefore(steps: readonly Step[], language: SdkModel['language']): PatternStep[] {
  const first = steps[0] ?? '';
  const inModules = language === 'javascript' ? first !== 'default' : /^[A-Z]/.test(first);
  return inModules ? [{ kind: 'run', of: 'modules' }] : [];
}

function patternStep(step: Step): PatternStep {
  if (step === '**') return { kind: 'run', of: 'anything' };
  if (!step.includes('*')) return { kind: 'step', step };
  const source = step.replace(/[.+^${}()|[\]\\/]/g, '\\$&').replace(/\*+/g, '.*');
  return { kind: 'name', name: new RegExp(`^${source}$`) };
}

/** `OpenAI().chat["x"][]` without its dots: names, `()` and `[]` in order. */
export function splitSteps(path: string): Step[] {
  return path.match(/\(\)|\[\]|[^.()[\]]+/g) ?? [];
}

/** Writes out the alternatives in braces, nested ones too. */
export function expand(path: string): string[] {
  let open = [path];
  const done: string[] = [];
  while (open.length > 0 && done.length + open.length <= MAX_ALTERNATIVES) {
    const next: string[] = [];
    for (const one of open) {
      // The last opening brace has no brace inside.
      const start = one.lastIndexOf('{');
      const end = start === -1 ? -1 : one.indexOf('}', start);
      if (end === -1) done.push(one);
      else {
        for (const option of one.slice(start + 1, end).split(',')) {
          next.push(one.slice(0, start) + option + one.slice(end + 1));
        }
      }
    }
    open = next;
  }
  return done;
}
