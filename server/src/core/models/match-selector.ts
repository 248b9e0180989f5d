import type { ArgumentSelector } from './model.js';

/** Where a selector starts: an argument by name or position, all of them, or the receiver of the call. */
export type SelectorHead =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'position'; readonly position: number }
  | { readonly kind: 'all' }
  | { readonly kind: 'receiver' };

/** One alternative of a selector: the head and the way into its value, `[]` standing for every element. */
export interface SelectorPath {
  readonly head: SelectorHead;
  readonly path: readonly string[];
}

/** Takes `messages|0.messages[]` apart. */
export function parseSelector(selector: ArgumentSelector): readonly SelectorPath[] {
  return selector.split('|').map((alternative) => {
    const [first = '', ...path] = alternative.match(/\[\]|[^.[\]]+/g) ?? [];
    return { head: parseHead(first), path };
  });
}

function parseHead(text: string): SelectorHead {
  if (text === '*') return { kind: 'all' };
  if (text === 'this') return { kind: 'receiver' };
  return /^\d+$/.test(text) ? { kind: 'position', position: Number(text) } : { kind: 'name', name: text };
}
