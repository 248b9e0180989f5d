import type { ConfigNode } from '../config/config-node.js';
import { itemsOf } from '../config/path.js';
import type { TextRange } from '../text/range.js';

/** A tool named in a list of front matter: `tools: Read, Bash(git *)`, or one item per line. */
export interface ListedTool {
  readonly text: string;
  /** Its own span in a list; that of the whole string where all stand in one. */
  readonly range: TextRange;
  /** Its string holds other tools too. */
  readonly shared: boolean;
}

/** Splits at commas and blanks outside brackets, as products read such lists. */
export function listedTools(node: ConfigNode | undefined): readonly ListedTool[] {
  if (node?.kind === 'string') {
    const parts = splitTools(node.value);
    return parts.map((text) => ({ text, range: node.range, shared: parts.length > 1 }));
  }
  return itemsOf(node).flatMap((item) =>
    item.kind === 'string' ? [{ text: item.value.trim(), range: item.range, shared: false }] : [],
  );
}

export function splitTools(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const c of text) {
    if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    if (depth === 0 && /[,\s]/.test(c)) {
      if (part !== '') parts.push(part);
      part = '';
    } else part += c;
  }
  if (part !== '') parts.push(part);
  return parts;
}
