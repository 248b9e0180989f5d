import type { Role } from '../surface/model-use.js';
import { compareRanges, range, type TextRange } from '../text/range.js';
import { isFenced } from './fences.js';
import type { PromptPart } from './format.js';
import type { RoleMark } from './markers/marker.js';
import type { PromptMessage, PromptPlaceholder } from './prompt-document.js';

export interface Conversation {
  readonly messages: readonly PromptMessage[];
  readonly placeholders: readonly PromptPlaceholder[];
  /** Some text says by marks in it who speaks. */
  readonly marked: boolean;
}

/** More messages than this in one file (training data) are left out. */
const maxMessages = 5_000;

/** Cuts parts into messages at their role marks and looks up what is inserted into each. */
export function assemble(text: string, parts: readonly PromptPart[]): Conversation {
  const messages: PromptMessage[] = [];
  const placeholders: PromptPlaceholder[] = [];
  let marked = false;
  for (const part of [...parts].sort((a, b) => compareRanges(a.range, b.range))) {
    const first = messages.length;
    const marks = marksIn(text, part);
    marked ||= marks.length > 0;
    messages.push(...messagesOf(text, part, marks).slice(0, maxMessages - first));
    let at = first;
    for (const insertion of part.dialect.insertions(text, part.range)) {
      while (at < messages.length && (messages[at]?.range.end ?? 0) < insertion.range.end) at++;
      const message = messages[at];
      if (message === undefined || insertion.range.start < message.range.start) continue;
      placeholders.push({
        ...insertion,
        role: message.role,
        message: at,
        ...(isFenced(text, insertion.range) && { fenced: true as const }),
      });
    }
  }
  return { messages, placeholders, marked };
}

const marksIn = (text: string, { range: span, markers = [] }: PromptPart): readonly RoleMark[] =>
  withoutOverlaps(
    markers.flatMap((marker) => marker(text, span)).sort((a, b) => compareRanges(a.range, b.range)),
  );

function messagesOf(text: string, part: PromptPart, marks: readonly RoleMark[]): readonly PromptMessage[] {
  const messages: PromptMessage[] = [];
  let start = part.range.start;
  let role: Role = part.role;
  const endAt = (end: number): void => {
    const span = trimmed(text, start, end);
    if (span !== undefined && !isMarkup(text, span)) messages.push({ role, range: span });
  };
  for (const mark of marks) {
    endAt(mark.range.start);
    start = mark.range.end;
    role = mark.role ?? part.role;
  }
  endAt(part.range.end);
  return messages;
}

function withoutOverlaps(marks: readonly RoleMark[]): readonly RoleMark[] {
  let end = 0;
  return marks.filter((mark) => {
    if (mark.range.start < end) return false;
    end = mark.range.end;
    return true;
  });
}

/** Longer stretches hold text. */
const maxMarkup = 1_000;
const markup =
  /\{%[^%]{0,300}%\}|\{#[^#]{0,1000}#\}|\{\{~?[#/!^>][^{}]{0,1000}\}\}|\{\{-? ?(?:end|else)[^{}]{0,300}\}\}|<!--[^>]{0,1000}-->|<\/?[\w-]{1,60}>/g;

/** Nothing of it is sent: statements of a loop, comments. */
const isMarkup = (text: string, { start, end }: TextRange): boolean =>
  end - start <= maxMarkup &&
  /^[{<]/.test(text.slice(start, start + 1)) &&
  text.slice(start, end).replace(markup, '').trim() === '';

const blank = /\s/;

/** The span without blanks at its ends; `undefined` when there is nothing else. */
function trimmed(text: string, start: number, end: number): TextRange | undefined {
  let from = start;
  let to = end;
  while (from < to && blank.test(text.charAt(from))) from++;
  while (to > from && blank.test(text.charAt(to - 1))) to--;
  return from < to ? range(from, to) : undefined;
}
