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

/** One of the patterns that a path stands for. */
export interface Pattern {
  readonly steps: readonly PatternStep[];
  /** The pattern as a developer would name what it matches: "subprocess.run", "OpenAI().chat.completions.create". */
  readonly name: string;
}

type Owner = Pick<SdkModel, 'language' | 'packages'>;

/** First steps of the packages that a path may lead into; they may hold `*`. */
export function rootsOf(path: AccessPath, model: Owner): readonly Step[] {
  const colon = path.indexOf(':');
  const open = path.slice(0, colon).split('{').length - path.slice(0, colon).split('}').length;
  // A package within braces stands for its own alternative only.
  const named =
    open > 0 ? expand(path).map((one) => one.slice(0, one.indexOf(':'))) : expand(path.slice(0, colon));
  const packages = colon === -1 ? model.packages : named;
  return [...new Set(packages.map((specifier) => packageSteps(specifier, model.language)[0] ?? ''))];
}

/** Every pattern that `path` stands for in the packages of `model` whose first step is `root`, package included. */
export function compilePath(path: AccessPath, model: Owner, root?: Step): Pattern[] {
  return expand(path).flatMap((alternative) => {
    const colon = alternative.indexOf(':');
    const packages = colon === -1 ? model.packages : [alternative.slice(0, colon)];
    const steps = splitSteps(alternative.slice(colon + 1));
    return packages.flatMap((specifier) => {
      const [first = '', ...inner] = packageSteps(specifier, model.language);
      if (root !== undefined && !matchesStep(first, root)) return [];
      const start = [root ?? first, ...inner];
      const name = nameOf(model.language === 'java' ? [] : start, steps);
      const compile = (rest: readonly Step[]): Pattern => ({
        steps: [...start.map(patternStep), ...modulesBefore(rest, model.language), ...rest.map(patternStep)],
        name,
      });
      // Calling a module calls its default export.
      const isDefault = model.language === 'javascript' && steps[0] === 'default';
      return isDefault ? [compile(steps), compile(steps.slice(1))] : [compile(steps)];
    });
  });
}

function nameOf(root: readonly Step[], steps: readonly Step[]): string {
  const isGlobal = root[0] === 'builtins' || root[0] === 'global';
  let text = '';
  for (const step of isGlobal ? steps : [...root, ...steps]) {
    if (step === CALL || step === INDEX) text += step;
    else if (step !== 'default' && step !== '**' && !step.startsWith('/'))
      text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** The one value that a path without wildcards names; of several alternatives or packages the first. */
export function concretePath(path: AccessPath, model: Owner): Step[] {
  const alternative = expand(path)[0] ?? path;
  const colon = alternative.indexOf(':');
  const name = colon === -1 ? (model.packages[0] ?? '') : alternative.slice(0, colon);
  return [...packageSteps(name, model.language), ...splitSteps(alternative.slice(colon + 1))];
}

/** Steps that lead to what a specifier imports: `google.genai`, `@langchain/core/messages`, `node:fs`. */
export function packageSteps(specifier: string, language: SdkModel['language']): Step[] {
  if (language !== 'javascript') return specifier.split('.').filter((name) => name !== '');
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
  const inModules =
    language === 'javascript' ? /^\w/.test(first) && first !== 'default' : /^\*?[A-Z]/.test(first);
  return inModules ? [{ kind: 'run', of: 'modules' }] : [];
}

function patternStep(step: Step): PatternStep {
  if (step === '**') return { kind: 'run', of: 'anything' };
  return step.includes('*') ? { kind: 'name', name: wildcard(step) } : { kind: 'step', step };
}

/** A name in which `*` stands for any run of characters. */
export const wildcard = (step: Step): RegExp =>
  new RegExp(`^${step.replace(/[.+^${}()|[\]\\/]/g, '\\$&').replace(/\*+/g, '.*')}$`);

const matchesStep = (pattern: Step, step: Step): boolean =>
  pattern === step || (pattern.includes('*') && wildcard(pattern).test(step));

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
