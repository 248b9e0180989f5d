import { holes } from '../fixes/expressions.js';
import type { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';

/** A command that only needs a shell to go to a folder first. */
export interface ChangeOfFolder {
  /** Code of the folder. */
  readonly folder: string;
  /** What runs there. */
  readonly line: Node;
}

/** Reads `cd ${folder} && ${line}`, also with a constant folder; `undefined` for any other command. */
export function changeOfFolder(source: Source, command: Node): ChangeOfFolder | undefined {
  const [first, second, ...more] = holes(source, command);
  const line = second ?? first;
  if (first === undefined || line === undefined || more.length > 0) return undefined;
  const written = /^[fF]?(["'`])cd\s+(\S.{0,300}?)\s*&&\s*(\S.*)\1$/s.exec(source.text(command));
  if (written?.[3] !== source.text(source.parent(line))) return undefined;
  const place = (written[2] ?? '').replace(/^["']|["']$/g, '');
  if (line !== first)
    return place === source.text(source.parent(first)) ? { folder: source.text(first), line } : undefined;
  const { quote } = source.style;
  return /^[\w./-]+$/.test(place) ? { folder: quote + place + quote, line } : undefined;
}
