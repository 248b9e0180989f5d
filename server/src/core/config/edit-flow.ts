import type { TextEdit } from '../text/edits.js';
import { range, type TextRange } from '../text/range.js';
import type { ConfigNode } from './config-node.js';
import type { ConfigSource } from './edit.js';
import { indentAt, indentUnit, lineBreakOf, lineEndAt, lineStartAt, nextLineAt } from './layout.js';
import { entriesOf, itemsOf } from './path.js';
import { type ConfigValue, isList, keyText, valueText } from './write.js';

/** The entries or items of a map or list, as spans. */
export const elementsOf = (node: ConfigNode): readonly TextRange[] =>
  node.kind === 'map' ? entriesOf(node).map((entry) => entry.range) : itemsOf(node).map((item) => item.range);

/**
 * Removes elements from between brackets. Each goes with the comma behind it, with its line when it has one of its own, and with a
 * comment on the same line; when the last one goes, so does the comma of the one that is last now.
 */
export function removeElements(
  source: ConfigSource,
  container: ConfigNode,
  targets: ReadonlySet<TextRange>,
): readonly TextEdit[] {
  const { text } = source;
  const elements = elementsOf(container);
  const inner = range(container.range.start + 1, container.range.end - 1);
  const kept = elements.filter((element) => !targets.has(element));
  if (kept.length === 0 && !hasComment(source, inner, elements)) return [{ range: inner, newText: '' }];
  const cuts: TextRange[] = [];
  elements.forEach((element, i) => {
    if (!targets.has(element)) return;
    const comma = commaAfter(source, element.end, container.range.end);
    const before = elements[i - 1];
    const from =
      before === undefined ? inner.start : (commaAfter(source, before.end, element.start) ?? before.end);
    const end = comma ?? element.end;
    cuts.push(
      cutOf(range(element.start, end), from, elements[i + 1]?.start ?? inner.end, comma !== undefined),
    );
  });
  const last = elements.at(-1);
  const lastKept = kept.at(-1);
  if (last !== undefined && lastKept !== undefined && targets.has(last)) {
    const trailing = commaAfter(source, last.end, container.range.end);
    const comma = commaAfter(source, lastKept.end, container.range.end);
    if (trailing === undefined && comma !== undefined) cuts.push(range(comma - 1, comma));
  }
  return merged(cuts).map((cut) => ({ range: cut, newText: '' }));

  /** What to cut for an element (comma included) that stands between `from` and the next element at `next`. */
  function cutOf(span: TextRange, from: number, next: number, separated: boolean): TextRange {
    const lineStart = lineStartAt(text, span.start);
    const firstOnLine = lineStart >= from && text.slice(lineStart, span.start).trim() === '';
    const lineEnd = lineEndAt(text, span.end);
    const lastOnLine = lineEnd <= next && next > lineEnd;
    if (firstOnLine && lastOnLine) return range(lineStart, nextLineAt(text, span.end));
    if (separated && !lastOnLine) return range(span.start, next);
    const gap = text.slice(from, span.start);
    return range(gap.trim() === '' && !gap.includes('\n') ? from : span.start, span.end);
  }
}

/** Appends elements that are already written out. */
export function appendElements(
  source: ConfigSource,
  container: ConfigNode,
  texts: readonly string[],
): readonly TextEdit[] {
  const { text } = source;
  const last = elementsOf(container).at(-1);
  const close = container.range.end - 1;
  if (last === undefined) return [intoEmpty(source, container, texts)];
  const lineStart = lineStartAt(text, last.start);
  const ownLine = lineStart > container.range.start;
  const comma = commaAfter(source, last.end, container.range.end);
  const separator = ownLine ? `,${lineBreakOf(text)}${indentAt(text, last.start)}` : ', ';
  const joined = texts.join(separator);
  if (!ownLine) {
    return comma === undefined
      ? [{ range: range(last.end, last.end), newText: `, ${joined}` }]
      : [{ range: range(comma, comma), newText: ` ${joined},` }];
  }
  const behind = Math.min(lineEndAt(text, comma ?? last.end), close);
  const at = text.slice(comma ?? last.end, behind).trim() === '' ? (comma ?? last.end) : behind;
  const line = `${separator.slice(1)}${joined}${comma === undefined ? '' : ','}`;
  if (comma !== undefined) return [{ range: range(at, at), newText: line }];
  if (at === last.end) return [{ range: range(at, at), newText: `,${line}` }];
  return [
    { range: range(last.end, last.end), newText: ',' },
    { range: range(at, at), newText: line },
  ];
}

function intoEmpty(source: ConfigSource, container: ConfigNode, texts: readonly string[]): TextEdit {
  const { text } = source;
  const inner = range(container.range.start + 1, container.range.end - 1);
  const eol = lineBreakOf(text);
  const spread =
    source.document.format === 'json' &&
    (container.kind === 'map' || text.slice(inner.start, inner.end).includes('\n'));
  if (!spread) {
    const padded = container.kind === 'map' ? ` ${texts.join(', ')} ` : texts.join(', ');
    return { range: inner, newText: padded };
  }
  const outer = indentAt(text, container.range.start);
  const indent = outer + indentUnit(text);
  const lines = texts.map((line) => `${eol}${indent}${line}`).join(',');
  const comments = text.slice(inner.start, inner.end).trimEnd();
  return { range: inner, newText: `${comments}${lines}${eol}${outer}` };
}

/** `"key": value` for a map between brackets; in JSON, nested maps get a line per entry. */
export function entryText(source: ConfigSource, map: ConfigNode, key: string, value: ConfigValue): string {
  const { format } = source.document;
  const name = keyText(format, key, neighbour(source, map));
  if (format === 'toml') return `${name} = ${valueText(source, value)}`;
  if (format !== 'json' || typeof value !== 'object' || value === null || isList(value)) {
    return `${name}: ${valueText(source, value)}`;
  }
  const unit = indentUnit(source.text);
  const outer = indentAt(source.text, elementsOf(map).at(-1)?.start ?? map.range.start);
  const base = elementsOf(map).length > 0 ? outer : outer + unit;
  const written = JSON.stringify(value, null, unit).replace(/\n/g, `${lineBreakOf(source.text)}${base}`);
  return `${name}: ${written}`;
}

const neighbour = (source: ConfigSource, map: ConfigNode): string | undefined =>
  source.text[entriesOf(map).at(-1)?.keyRange.start ?? -1];

/** Offset behind the comma that follows `from`, blanks and comments skipped; absent when none does before `limit`. */
function commaAfter(source: ConfigSource, from: number, limit: number): number | undefined {
  const at = skipTrivia(source, from, limit);
  return source.text[at] === ',' && at < limit ? at + 1 : undefined;
}

function skipTrivia({ text, document }: ConfigSource, from: number, limit: number): number {
  const comment = document.format === 'json' ? /\/\/[^\n\r]*|\/\*[\s\S]*?\*\//y : /#[^\n\r]*/y;
  let at = from;
  while (at < limit) {
    comment.lastIndex = at;
    const found = comment.exec(text);
    if (found !== null) at += found[0].length;
    else if (/\s/.test(text.charAt(at))) at++;
    else break;
  }
  return at;
}

/** True when text between the elements holds more than blanks and commas. */
function hasComment({ text }: ConfigSource, inner: TextRange, elements: readonly TextRange[]): boolean {
  let at = inner.start;
  let gaps = '';
  for (const element of elements) {
    gaps += text.slice(at, element.start);
    at = element.end;
  }
  return /[^\s,]/.test(gaps + text.slice(at, inner.end));
}

function merged(cuts: readonly TextRange[]): readonly TextRange[] {
  const out: TextRange[] = [];
  for (const cut of [...cuts].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = out.at(-1);
    if (last !== undefined && cut.start <= last.end)
      out[out.length - 1] = range(last.start, Math.max(last.end, cut.end));
    else out.push(cut);
  }
  return out;
}
