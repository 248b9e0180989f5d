import type { TextRange } from '../../text/range.js';
import { type Dialect, type Insertion, insertionsOf } from './insertion.js';
import { tagsIn } from './tags.js';

/**
 * Semantic Kernel's own syntax: `{{$name}}` is a variable, `{{Plugin.Function $name}}` inserts what a function gives, quoted text stands for
 * itself. Values are encoded so that they cannot open a message, unless the prompt says `allow_dangerously_set_content`.
 */
export const semanticKernel: Dialect = {
  id: 'semantic-kernel',
  insertions: (text: string, span: TextRange): readonly Insertion[] =>
    tagsIn(text, span).flatMap(({ kind, inner, range }) => {
      if (kind === 'statement') return [];
      const bare = inner.replace(/"[^"]*"|'[^']*'/g, '');
      const variables = [...bare.matchAll(/\$(\w+)/g)].flatMap(([, name]) => name ?? []);
      const called = /^[A-Za-z_][\w.]*/.exec(bare)?.[0];
      const names = variables.length > 0 || called === undefined ? variables : [called];
      return insertionsOf(names, range, inner, false);
    }),
};
