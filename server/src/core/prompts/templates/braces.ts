import { range, type TextRange } from '../../text/range.js';
import { type Dialect, type Insertion, insertionsOf } from './insertion.js';

interface BracesOptions {
  readonly id: string;
  /** `{{` and `}}` stand for a brace each, as in Python's format strings. */
  readonly doubled: boolean;
}

/**
 * A name between braces. Python's format strings add a path, a conversion and a format (`{user.name!r:>10}`), StringTemplate a path
 * and options (`{docs; separator=", "}`). Prompts are full of JSON samples, so blanks and quotes at the start rule it out.
 */
const placeholder =
  /\{([A-Za-z_]\w{0,100})((?:\.\w{1,100}|\[[\w'"-]{1,100}\]){0,10})(?:![rsa])?(?::[^\s{}"']{1,30}|;[^{}]{1,60})?\}/g;

/** Single braces: `str.format`, f-string prompts, LangChain's default, CrewAI, Spring's StringTemplate. */
function bracesDialect({ id, doubled }: BracesOptions): Dialect {
  return {
    id,
    insertions(text: string, { start, end }: TextRange): readonly Insertion[] {
      const found: Insertion[] = [];
      placeholder.lastIndex = start;
      for (let hit = placeholder.exec(text); hit !== null; hit = placeholder.exec(text)) {
        const stop = hit.index + hit[0].length;
        if (stop > end) break;
        if (text[hit.index - 1] === '\\' || (doubled && isEscaped(text, hit.index, stop))) continue;
        found.push(...insertionsOf([hit[1] ?? ''], range(hit.index, stop), hit[0].slice(1, -1), true));
      }
      return found;
    },
  };
}

/** An odd number of braces before it opens a placeholder; an even one is text, this brace included. */
function isEscaped(text: string, start: number, stop: number): boolean {
  if (text[start - 1] !== '{' || text[stop] !== '}') return false;
  let braces = 1;
  while (braces < 10 && text[start - braces] === '{') braces++;
  return braces % 2 === 0;
}

export const formatString = bracesDialect({ id: 'format', doubled: true });
export const stringTemplate = bracesDialect({ id: 'string-template', doubled: false });
