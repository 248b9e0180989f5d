import { areCompatible, type TextEdit } from '../text/edits.js';
import { combineLines } from './combine-lines.js';
import type { FileChange, Fix } from './fix.js';

/** Fixes that can be applied together, and what they do to each file, sorted by path. */
export interface Combined {
  readonly applied: readonly Fix[];
  readonly changes: readonly FileChange[];
}

/**
 * Takes fixes in order as long as their edits do not touch the same text; a fix is taken whole or not at all. Equal lines and equal
 * replacements count once, imports at one place become one block, and a file that two fixes create must be the same file. Other insertions at
 * one place do not go together: of two fixes that each put brackets around something, the brackets would no longer pair.
 */
export function combineFixes(fixes: readonly Fix[]): Combined {
  const edits = new Map<string, readonly TextEdit[]>();
  const created = new Map<string, string>();
  const applied: Fix[] = [];
  for (const fix of fixes) {
    const planned = plan(fix, edits, created);
    if (planned === undefined) continue;
    for (const [path, list] of planned) edits.set(path, list);
    for (const change of fix.changes) if ('create' in change) created.set(change.path, change.create);
    applied.push(fix);
  }
  const changes: FileChange[] = [
    ...[...created].map(([path, create]) => ({ path, create })),
    ...[...edits].map(([path, list]) => ({ path, edits: list })),
  ];
  return { applied, changes: changes.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0)) };
}

/** The edits per file once `fix` is taken too; `undefined` when it does not fit. */
function plan(
  fix: Fix,
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  created: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly TextEdit[]> | undefined {
  const planned = new Map<string, readonly TextEdit[]>();
  for (const change of fix.changes) {
    if ('create' in change) {
      if ((created.get(change.path) ?? change.create) !== change.create) return undefined;
      continue;
    }
    if (created.has(change.path)) return undefined;
    const taken = planned.get(change.path) ?? edits.get(change.path) ?? [];
    const list = withEdits(taken, change.edits);
    if (list === undefined || !areCompatible(list)) return undefined;
    planned.set(change.path, list);
  }
  return planned;
}

/** All edits of one file; `undefined` when they get in each other's way. */
function withEdits(taken: readonly TextEdit[], edits: readonly TextEdit[]): readonly TextEdit[] | undefined {
  const list = [...taken];
  for (const edit of edits) {
    if ((!isInsertion(edit) || isLine(edit)) && taken.some((other) => equal(other, edit))) continue;
    const beside = taken.findIndex((other) => areInOnePlace(edit, other));
    const other = list[beside];
    if (other === undefined) {
      list.push(edit);
      continue;
    }
    const newText = isLine(edit) && isLine(other) ? combineLines(other.newText, edit.newText) : undefined;
    if (newText === undefined) return undefined;
    list[beside] = { range: other.range, newText };
  }
  return list;
}

const equal = (a: TextEdit, b: TextEdit): boolean =>
  a.range.start === b.range.start && a.range.end === b.range.end && a.newText === b.newText;

/** Both insert, and at one place. */
const areInOnePlace = (a: TextEdit, b: TextEdit): boolean =>
  isInsertion(a) && isInsertion(b) && a.range.start === b.range.start;

const isInsertion = ({ range }: TextEdit): boolean => range.start === range.end;

const isLine = ({ newText }: TextEdit): boolean => /[\r\n]$/.test(newText);
