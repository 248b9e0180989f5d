import type { ArgumentCondition } from '../models/model.js';
import { type Arguments, type Given, select } from './arguments.js';
import type { Execution } from './execution.js';
import { writtenChain } from './names.js';
import { knownTexts, type Value } from './value.js';
import { writtenPath } from './written-path.js';

/** Whether an argument is certain to be, or to start, as a model wants it. */
export function holds(run: Execution, condition: ArgumentCondition, args: Arguments): boolean {
  const given = select(args, run.unit.owner.index.selector(condition.argument));
  return given.some((one) => matches(run, one, condition));
}

function matches(run: Execution, { value, site }: Given, { is, like, path }: ArgumentCondition): boolean {
  if (is?.some((wanted) => value.constants.includes(wanted)) === true) return true;
  const names = [...value.callables.flatMap(classNames), ...writtenName(run, site)];
  if (is?.some((wanted) => typeof wanted === 'string' && names.includes(wanted)) === true) return true;
  if (path !== undefined) {
    const written = site?.unit === run.unit ? writtenPath(run.unit, site.at) : undefined;
    const paths = written === undefined ? knownTexts(value) : [written];
    return paths.some((one) => path.some((glob) => globMatches(glob, one)));
  }
  if (like === undefined) return false;
  const known = knownTexts(value);
  const address = known.length === 0 ? writtenAddress(run, site) : undefined;
  return (address === undefined ? known : [address]).some((text) =>
    like.some((glob) => globMatches(glob, text)),
  );
}

/** An address whose start comes from elsewhere, for its path: `${base}/chat/completions`. */
function writtenAddress({ unit }: Execution, site: Given['site']): string | undefined {
  if (site === undefined || site.unit !== unit) return undefined;
  const { body } = unit.fn;
  const given = body[site.at];
  const store = given?.op === 'load' ? body[unit.stored.get(given.variable) ?? -1] : undefined;
  const template = store?.op === 'store' ? body[store.value] : given;
  if (template?.op !== 'template') return undefined;
  const parts = template.parts.map((part) => body[part]);
  const [first, second] = parts;
  const path = second?.op === 'const' ? String(second.value) : '';
  if (first === undefined || first.op === 'const' || !path.startsWith('/')) return undefined;
  return `https://${parts.map((part) => (part?.op === 'const' ? String(part.value) : '')).join('')}`;
}

/** The last name of an argument as written: `SafeLoader` of `yaml.SafeLoader`. */
export function writtenName(run: Execution, site: Given['site']): readonly string[] {
  if (site === undefined || site.unit !== run.unit) return [];
  return writtenChain(run.unit, site.at).slice(-1);
}

const classNames = (callable: Value['callables'][number]): string[] =>
  callable.kind === 'class' ? [callable.class.definition.name] : [];

/** `*` stands for any run of characters; case does not matter. Linear in the length of both. */
export function globMatches(glob: string, text: string): boolean {
  if (!glob.includes('*')) return glob.toLowerCase() === text.toLowerCase();
  const parts = glob.toLowerCase().split('*');
  const subject = text.toLowerCase();
  const [first = '', ...others] = parts;
  if (!subject.startsWith(first)) return false;
  let at = first.length;
  const last = others.pop() ?? '';
  for (const part of others) {
    const found = subject.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return subject.length - last.length >= at && subject.endsWith(last);
}
