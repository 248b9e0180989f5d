import type { ConfigNode } from '../../config/config-node.js';
import { itemsOf, type KeyPattern, scalarText, select } from '../../config/path.js';
import type { TextRange } from '../../text/range.js';
import type { ConfigFile } from '../product.js';

/** A command line that a document holds: a string, or a list of words. */
export interface CommandText {
  readonly line: string;
  readonly node: ConfigNode;
}

const quoted = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replace(/'/g, `'\\''`)}'`;

/** Commands at some places; a list of words (`["claude", "-p"]`) is joined, a list of lines is taken one by one. */
export function commandTexts(
  root: ConfigNode | undefined,
  patterns: readonly KeyPattern[],
  listsAre: 'words' | 'lines',
): readonly CommandText[] {
  return patterns.flatMap((pattern) =>
    select(root, pattern).flatMap(({ node }): readonly CommandText[] => {
      if (node.kind === 'string') return [{ line: node.value, node }];
      if (node.kind !== 'list') return [];
      if (listsAre === 'lines')
        return itemsOf(node).flatMap((item) =>
          item.kind === 'string' ? [{ line: item.value, node: item }] : [],
        );
      const words = itemsOf(node).flatMap((item) => scalarText(item) ?? []);
      return words.length === 0 ? [] : [{ line: words.map(quoted).join(' '), node }];
    }),
  );
}

/** Where a word of a command stands in the file: the `n`th time that it occurs in the command's node, if it is written plainly. */
export function placeOf(
  file: ConfigFile,
  node: ConfigNode,
  text: string,
  from = node.range.start,
): TextRange | undefined {
  const at = file.text.indexOf(text, from);
  return at < 0 || at + text.length > node.range.end ? undefined : { start: at, end: at + text.length };
}
