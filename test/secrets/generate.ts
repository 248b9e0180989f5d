/**
 * Makes strings that a regular expression matches, for the subset of the syntax that the format tables use: literals, classes, groups, alternatives,
 * bounded quantifiers. Look-arounds are skipped, so a result must be checked against the expression itself.
 */
export class Generator {
  #state: number;

  constructor(seed: number) {
    this.#state = seed * 2654435761 + 12345;
  }

  /** From 0 up to `limit`, without `limit` (mulberry32). */
  below(limit: number): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * limit);
  }

  pick<T>(items: ArrayLike<T>): T {
    return items[this.below(items.length)]!;
  }

  /** A random string of `length` characters out of `alphabet`. */
  text(length: number, alphabet = alnum): string {
    return Array.from({ length }, () => this.pick(alphabet)).join('');
  }

  matching(source: string): string {
    const reader = { source, at: 0 };
    return this.#alternatives(reader);
  }

  #alternatives(reader: Reader): string {
    const options = [this.#sequence(reader)];
    while (reader.source[reader.at] === '|') {
      reader.at++;
      options.push(this.#sequence(reader));
    }
    return this.pick(options);
  }

  #sequence(reader: Reader): string {
    let out = '';
    while (reader.at < reader.source.length && !'|)'.includes(reader.source[reader.at]!)) {
      const start = reader.at;
      const first = this.#atom(reader);
      const { min, max } = quantifier(reader);
      const end = reader.at;
      const count = min + this.below(Math.min(max - min, 40) + 1);
      if (count === 0) continue;
      out += first;
      for (let i = 1; i < count; i++) {
        reader.at = start;
        out += this.#atom(reader);
      }
      reader.at = end;
    }
    return out;
  }

  #atom(reader: Reader): string {
    const character = reader.source[reader.at++]!;
    if (character === '[') return this.pick(readClass(reader));
    if (character === '\\') return this.pick(escapeClass(reader.source[reader.at++]!));
    if (character !== '(') return character;
    const head = /^\?(?:[:=!]|<[=!]|<\w+>)/.exec(reader.source.slice(reader.at))?.[0] ?? '';
    reader.at += head.length;
    const inside = this.#alternatives(reader);
    reader.at++;
    return /^\?(?:[=!]|<[=!])/.test(head) ? '' : inside;
  }
}

interface Reader {
  readonly source: string;
  at: number;
}

const span = (from: string, to: string): string =>
  Array.from({ length: to.charCodeAt(0) - from.charCodeAt(0) + 1 }, (_, i) =>
    String.fromCharCode(from.charCodeAt(0) + i),
  ).join('');

export const alnum = span('0', '9') + span('A', 'Z') + span('a', 'z');
export const hexDigits = '0123456789abcdef';

function escapeClass(letter: string): string {
  if (letter === 'd') return span('0', '9');
  if (letter === 'w') return `${alnum}_`;
  if (letter === 's') return ' ';
  if (letter === 'S') return alnum;
  return letter;
}

function readClass(reader: Reader): string {
  const negated = reader.source[reader.at] === '^';
  if (negated) reader.at++;
  let characters = '';
  while (reader.source[reader.at] !== ']') {
    let from = reader.source[reader.at++]!;
    if (from === '\\') from = escapeClass(reader.source[reader.at++]!);
    if (reader.source[reader.at] === '-' && reader.source[reader.at + 1] !== ']') {
      characters += span(from, reader.source[reader.at + 1]!);
      reader.at += 2;
    } else characters += from;
  }
  reader.at++;
  return negated ? [...alnum].filter((c) => !characters.includes(c)).join('') : characters;
}

function quantifier(reader: Reader): { min: number; max: number } {
  const rest = reader.source.slice(reader.at);
  const braces = /^\{(\d+)(?:,(\d+))?\}/.exec(rest);
  if (braces) {
    reader.at += braces[0].length;
    return { min: Number(braces[1]), max: Number(braces[2] ?? braces[1]) };
  }
  if (rest.startsWith('?')) {
    reader.at++;
    return { min: 0, max: 1 };
  }
  return { min: 1, max: 1 };
}
