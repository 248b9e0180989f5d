import type { Callable } from './value.js';

export function sameCallable(a: Callable, b: Callable): boolean {
  if (a === b) return true;
  if (a.kind === 'function' && b.kind === 'function') {
    return a.unit === b.unit && a.frame === b.frame && a.receiver === b.receiver;
  }
  if (a.kind === 'class' && b.kind === 'class') return a.class.definition === b.class.definition;
  return a.kind === 'module' && b.kind === 'module' && a.path === b.path;
}
