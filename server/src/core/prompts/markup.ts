import { range, type TextRange } from '../text/range.js';

/** A tag of an XML-like text. */
export interface MarkupTag {
  /** In lower case, without namespace. */
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
  readonly range: TextRange;
  readonly attributes: ReadonlyMap<string, { readonly value: string; readonly range: TextRange }>;
}

/** Tags that are longer are text. */
const maxTag = 5_000;
const tag =
  /<!--|<!\[CDATA\[|<(\/?)([A-Za-z][\w:.-]{0,80})((?:\s+[\w:.-]{1,80}(?:\s*=\s*(?:"[^"]*"|'[^']*'))?){0,60})\s*(\/?)>/g;
const attribute = /([\w:.-]{1,80})\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const noAttributes: MarkupTag['attributes'] = new Map();

/** The tags of a text in order. Comments and CDATA count as empty tags that are called by their opening; what is not well formed is text. */
export function markupTags(text: string): readonly MarkupTag[] {
  const tags: MarkupTag[] = [];
  const search = new RegExp(tag.source, 'g');
  for (let hit = search.exec(text); hit !== null; hit = search.exec(text)) {
    const start = hit.index;
    if (hit[2] === undefined) {
      const close = text.indexOf(hit[0] === '<!--' ? '-->' : ']]>', start + 4);
      if (close === -1) break;
      tags.push({ name: hit[0], kind: 'empty', range: range(start, close + 3), attributes: noAttributes });
      search.lastIndex = close + 3;
      continue;
    }
    if (hit[0].length > maxTag) continue;
    const kind = hit[1] === '/' ? 'close' : hit[4] === '/' ? 'empty' : 'open';
    const name = hit[2].slice(hit[2].indexOf(':') + 1).toLowerCase();
    const inside = start + 1 + (hit[1]?.length ?? 0) + hit[2].length;
    tags.push({
      name,
      kind,
      range: range(start, start + hit[0].length),
      attributes: attributesOf(hit[3] ?? '', inside),
    });
  }
  return tags;
}

function attributesOf(text: string, base: number): MarkupTag['attributes'] {
  const attributes = new Map<string, { value: string; range: TextRange }>();
  for (const hit of text.matchAll(attribute)) {
    const value = hit[2] ?? hit[3] ?? '';
    const end = base + hit.index + hit[0].length - 1;
    attributes.set((hit[1] ?? '').toLowerCase(), { value, range: range(end - value.length, end) });
  }
  return attributes;
}

/** A stretch of text in an element, outside of tags. */
export interface ElementText {
  readonly range: TextRange;
  /** The elements around it, outermost first. */
  readonly around: readonly MarkupTag[];
}

/** Deeper nested elements count as text of the one around them. */
const maxDepth = 200;

/** The text between tags, with the elements around it. A closing tag closes the nearest element of its name. */
export function elementTexts(text: string, tags: readonly MarkupTag[]): readonly ElementText[] {
  const texts: ElementText[] = [];
  let around: readonly MarkupTag[] = [];
  let start = 0;
  for (const one of tags) {
    if (one.range.start > start) texts.push({ range: range(start, one.range.start), around });
    start = one.range.end;
    if (one.kind === 'open' && around.length < maxDepth) around = [...around, one];
    else if (one.kind === 'close') {
      const opened = around.map(({ name }) => name).lastIndexOf(one.name);
      if (opened !== -1) around = around.slice(0, opened);
    }
  }
  if (start < text.length) texts.push({ range: range(start, text.length), around });
  return texts;
}
