import type { SourceFile } from '../../project.js';
import { overlaps, type TextRange } from '../../text/range.js';
import { mask } from '../mask.js';
import type { SecretContext } from '../secret.js';
import type { SensitiveData } from '../sensitive-data.js';
import { americasAndOceania } from './americas-oceania.js';
import { asia } from './asia.js';
import { documents } from './documents.js';
import { europe } from './europe.js';
import { commonInternalHost, internalHost } from './internal-hosts.js';
import { international } from './international.js';
import type { PersonalDataType } from './personal-data.js';
import { russia } from './russia.js';

export const personalDataTypes: readonly PersonalDataType[] = [
  ...international,
  ...americasAndOceania,
  ...europe,
  ...asia,
  ...russia,
  ...documents,
];

/** A type with its expressions, which hold no state: `matchAll` works on a copy. */
const searches = personalDataTypes.map((type) => ({
  type,
  shown: new RegExp(type.pattern),
  all: new RegExp(type.pattern, 'dg'),
  near: type.near === undefined ? undefined : new RegExp(type.near, 'i'),
}));

export interface SensitiveDataSearch {
  readonly context: SecretContext;
  /** Where to look: the prompt texts of a file. The whole file when absent. */
  readonly ranges?: readonly TextRange[];
}

interface Found {
  readonly type: string;
  readonly kind: SensitiveData['kind'];
  readonly name: string;
  readonly severity: SensitiveData['severity'];
  readonly range: TextRange;
}

/** How far before and after a value the words are looked for that tell what it is, in UTF-16 units. */
const before = 80;
const after = 32;
/** No file is told more often than this that it holds one type of data. */
const mostPerType = 200;

/** Personal data and internal host names in prompt texts, in order; no two overlap. */
export function findSensitiveData(file: SourceFile, search: SensitiveDataSearch): readonly SensitiveData[] {
  const ranges = search.ranges ?? [{ start: 0, end: file.text.length }];
  const found = ranges.flatMap((range) => findIn(file.text.slice(range.start, range.end), range.start));
  return withoutOverlaps(found).map(({ range, ...what }) => {
    const value = file.text.slice(range.start, range.end);
    return {
      ...what,
      location: { path: file.path, range },
      masked: mask(value),
      context: search.context,
    };
  });
}

function findIn(text: string, offset: number): readonly Found[] {
  const found: Found[] = [];
  for (const { type, shown, all, near } of searches) {
    // Most types need a word that most texts do not have.
    if ((near !== undefined && !near.test(text)) || !shown.test(text)) continue;
    let count = 0;
    for (const match of text.matchAll(all)) {
      const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
      const written = text.slice(start, end);
      if (!type.valid(written.replace(/[\s./-]/g, ''), written)) continue;
      if (
        near !== undefined &&
        !near.test(text.slice(Math.max(0, start - before), start) + text.slice(end, end + after))
      )
        continue;
      found.push({ ...describe(type), range: { start: start + offset, end: end + offset } });
      if (++count === mostPerType) break;
    }
  }
  for (const match of text.matchAll(internalHost)) {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    if (commonInternalHost.test(match[1] ?? '')) continue;
    found.push({
      type: 'internal-host',
      kind: 'internal-host',
      name: 'internal host name',
      severity: 'info',
      range: { start: start + offset, end: end + offset },
    });
  }
  return found;
}

const describe = ({ id, name, severity }: PersonalDataType): Omit<Found, 'range'> => ({
  type: id.replace(/-plain$/, ''),
  kind: 'personal',
  name,
  severity,
});

/** Graver data first, then longer, then in the order of the tables. */
function withoutOverlaps(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const item of [...found].sort((a, b) => a.range.start - b.range.start)) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last.range, item.range)) kept.push(item);
    else if (outranks(item, last)) kept[kept.length - 1] = item;
  }
  return kept;
}

const outranks = (a: Found, b: Found): boolean =>
  a.severity === b.severity
    ? a.range.end - a.range.start > b.range.end - b.range.start
    : a.severity === 'warning';
