import type { Role } from '../../surface/model-use.js';
import { range, type TextRange } from '../../text/range.js';

/** A place of a text from where on another role speaks. */
export interface RoleMark {
  /** The mark itself, which is not part of the message. */
  readonly range: TextRange;
  /** Absent: what follows has the role of text without a mark. */
  readonly role?: Role;
}

/** Finds the role marks of one notation within a span, in order. */
export type RoleMarker = (text: string, span: TextRange) => readonly RoleMark[];

/** A marker made of one pattern, which must be linear and bounded; `roleOf` reads the role from a match. */
export const patternMarker =
  (pattern: RegExp, roleOf: (match: RegExpExecArray) => Role | undefined): RoleMarker =>
  (text, { start, end }) => {
    const marks: RoleMark[] = [];
    const search = new RegExp(pattern.source, `g${pattern.flags.replace('g', '')}`);
    // In the span alone: files of training data have thousands, and a search in the text goes on to its end.
    const inside = text.slice(start, end);
    for (let hit = search.exec(inside); hit !== null; hit = search.exec(inside)) {
      if (hit[0] === '') search.lastIndex++;
      const role = roleOf(hit);
      const at = start + hit.index;
      marks.push({ range: range(at, at + hit[0].length), ...(role && { role }) });
    }
    return marks;
  };
