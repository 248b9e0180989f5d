import { range, type TextRange } from '../../text/range.js';

/** A tag of the double-brace family: `{{ output }}`, `{{{ output }}}`, `{% statement %}`, `{# comment #}`. */
export interface Tag {
  readonly kind: 'output' | 'triple' | 'statement';
  readonly range: TextRange;
  /** Without delimiters and marks of whitespace control, trimmed. */
  readonly inner: string;
}

/** A tag that is longer is none: its opening is taken as text. Comments may be of any length. */
const maxTag = 2_000;

/** Finds where the next occurrence of a text starts; remembers it, so that asking from rising offsets takes linear time in all. */
class Next {
  readonly #text: string;
  readonly #wanted: string;
  readonly #end: number;
  #at = -2;

  constructor(text: string, wanted: string, end: number) {
    this.#text = text;
    this.#wanted = wanted;
    this.#end = end;
  }

  from(offset: number): number {
    if (this.#at !== -1 && this.#at < offset) {
      const found = this.#text.indexOf(this.#wanted, offset);
      this.#at = found === -1 || found + this.#wanted.length > this.#end ? -1 : found;
    }
    return this.#at;
  }
}

/** The tags of a span in order; comments (`{# #}`, `{{! }}`, `{{!-- --}}`, `{{/* *\/}}`) and tags escaped with a backslash are left out. */
export function tagsIn(text: string, { start, end }: TextRange): readonly Tag[] {
  const tags: Tag[] = [];
  const open = new Next(text, '{', end);
  const closers = new Map<string, Next>();
  const closing = (closer: string, from: number): number => {
    const next = closers.get(closer) ?? new Next(text, closer, end);
    closers.set(closer, next);
    return next.from(from);
  };
  for (let at = open.from(start); at !== -1; ) {
    const { tag, resume } = tagAt(text, at, closing);
    if (tag !== undefined && text[at - 1] !== '\\') tags.push(tag);
    at = open.from(resume);
  }
  return tags;
}

/** The tag that opens at a brace, and where to look for the next one. */
function tagAt(
  text: string,
  at: number,
  closing: (closer: string, from: number) => number,
): { readonly tag?: Tag; readonly resume: number } {
  const second = text[at + 1];
  if (second === '#') return pastComment(closing('#}', at + 2), 2, at);
  if (second === '%') return enclosed(text, 'statement', at, 2, closing('%}', at + 2), 2);
  if (second !== '{') return { resume: at + 1 };
  const inside = text.slice(at + 2, at + 6);
  const comment = /^~?(?:!--|!|-? ?\/\*)/.exec(inside)?.[0];
  if (comment?.endsWith('--')) return pastComment(closing('--', at + 6), 0, at, closing);
  if (comment?.endsWith('!')) return pastComment(closing('}}', at + 2), 2, at);
  if (comment?.endsWith('*')) return pastComment(closing('*/', at + 4), 2, at);
  if (text[at + 2] === '{') {
    const close = closing('}}}', at + 3);
    if (close !== -1 && close - at < maxTag) return enclosed(text, 'triple', at, 3, close, 3);
    return { resume: at + 1 };
  }
  const close = closing('}}', at + 2);
  const nested = text.slice(at + 2, close === -1 ? at + 2 : Math.min(close, at + maxTag)).lastIndexOf('{{');
  if (nested !== -1) return { resume: at + 2 + nested };
  return enclosed(text, 'output', at, 2, close, 2);
}

function pastComment(
  close: number,
  width: number,
  at: number,
  closing?: (closer: string, from: number) => number,
): { readonly resume: number } {
  if (close === -1) return { resume: at + 2 };
  // `{{!-- a -- b --}}` ends with the braces after the last dashes, not with the first dashes.
  const end = closing === undefined ? close : closing('}}', close);
  return { resume: end === -1 ? at + 2 : end + width };
}

function enclosed(
  text: string,
  kind: Tag['kind'],
  at: number,
  opener: number,
  close: number,
  closer: number,
): { readonly tag?: Tag; readonly resume: number } {
  if (close === -1 || close - at > maxTag) return { resume: at + opener };
  const inner = text.slice(at + opener, close).replace(/^[~-]|[~-]$/g, '');
  return {
    tag: { kind, range: range(at, close + closer), inner: inner.trim() },
    resume: close + closer,
  };
}
