import type { Function as IrFunction } from '../ir/module.js';
import type { Api } from '../models/model-index.js';

/** The names that lead to a value as written: `client.chat.completions.create` is all four. Empty when it does not start with a name. */
export function writtenChain(
  fn: IrFunction,
  variableName: (id: number) => string,
  value: number,
): readonly string[] {
  const names: string[] = [];
  for (let at = value; names.length < 12; ) {
    const instruction = fn.body[at];
    switch (instruction?.op) {
      case 'get':
        names.push(instruction.key ?? '[]');
        at = instruction.object;
        break;
      case 'load':
        return [...names, variableName(instruction.variable)].reverse();
      case 'global':
        return [...names, instruction.name].reverse();
      case 'this':
        return [...names, 'this'].reverse();
      case 'call':
        names.push('()');
        at = instruction.callee;
        break;
      case 'await':
        at = instruction.value;
        break;
      default:
        return names.reverse();
    }
  }
  return names.reverse();
}

/** A library value as a developer would name it: without the package of what is always there, without calls of constructors. */
export function displayName(api: Api): string {
  const steps = [...api.steps];
  const first = steps[0];
  if (first === 'builtins' || first === 'global') steps.shift();
  let text = '';
  for (const step of steps) {
    if (step === 'default' || step.startsWith('/')) continue;
    if (step === '()' || step === '[]') text += step;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}
