/**
 * Finds all occurrences of many keywords in one pass (Aho and Corasick, 1975), ignoring case. The automaton is dense: characters are mapped to
 * classes, and a table of states times classes gives the next state, so a step costs two array reads whatever the number of keywords.
 */
export class KeywordAutomaton {
  /** Class of each UTF-16 code unit; 0 for characters in no keyword. */
  readonly #classes = new Uint8Array(0x10000);
  /** Row length of the table as a power of two. */
  readonly #shift: number;
  /** Next state by state and class; the bitwise complement of a state in which a keyword ends. */
  readonly #next: Int32Array;
  /** Keywords that end in a state, longest first. */
  readonly #ending: readonly (readonly number[])[];
  readonly #lengths: readonly number[];

  /** Keywords are in lower case and not empty; at most 255 different characters occur in them. */
  constructor(keywords: readonly string[]) {
    this.#lengths = keywords.map((keyword) => keyword.length);
    const classCount = this.#assignClasses(keywords);
    this.#shift = Math.max(1, Math.ceil(Math.log2(classCount)));
    const trie = this.#buildTrie(keywords);
    this.#ending = trie.ending;
    this.#next = this.#buildTable(trie);
  }

  /** Calls `report` with the index of each keyword and the offset where an occurrence starts, ordered by the occurrences' ends. */
  search(text: string, report: (keyword: number, start: number) => void): void {
    const classes = this.#classes;
    const next = this.#next;
    const shift = this.#shift;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = next[(state << shift) | (classes[text.charCodeAt(i)] as number)] as number;
      if (state < 0) {
        state = ~state;
        for (const keyword of this.#ending[state] ?? []) {
          report(keyword, i + 1 - (this.#lengths[keyword] ?? 0));
        }
      }
    }
  }

  #assignClasses(keywords: readonly string[]): number {
    let count = 1;
    for (const keyword of keywords) {
      for (const character of keyword) {
        const code = character.charCodeAt(0);
        if (this.#classes[code] !== 0) continue;
        this.#classes[code] = count;
        const capital = character.toUpperCase();
        // The capital of "ı" is "I", which belongs to "i".
        if (capital.length === 1 && capital.toLowerCase() === character)
          this.#classes[capital.charCodeAt(0)] = count;
        count++;
      }
    }
    return count;
  }

  #buildTrie(keywords: readonly string[]): Trie {
    const children: Map<number, number>[] = [new Map()];
    const ending: number[][] = [[]];
    keywords.forEach((keyword, index) => {
      let state = 0;
      for (let i = 0; i < keyword.length; i++) {
        const symbol = this.#classes[keyword.charCodeAt(i)] ?? 0;
        let child = children[state]?.get(symbol);
        if (child === undefined) {
          child = children.length;
          children[state]?.set(symbol, child);
          children.push(new Map());
          ending.push([]);
        }
        state = child;
      }
      ending[state]?.push(index);
    });
    return { children, ending };
  }

  /** Breadth first: the row of a state starts as a copy of the row of its longest proper suffix. */
  #buildTable({ children, ending }: Trie): Int32Array {
    const width = 1 << this.#shift;
    const next = new Int32Array(children.length << this.#shift);
    const suffix = new Int32Array(children.length);
    const queue: number[] = [0];
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head] ?? 0;
      const inherited = (suffix[state] ?? 0) << this.#shift;
      if (state !== 0) next.copyWithin(state << this.#shift, inherited, inherited + width);
      for (const [symbol, child] of children[state] ?? []) {
        const cell = (state << this.#shift) | symbol;
        suffix[child] = state === 0 ? 0 : (next[cell] ?? 0);
        next[cell] = child;
        ending[child]?.push(...(ending[suffix[child] ?? 0] ?? []));
        queue.push(child);
      }
    }
    return next.map((state) => (ending[state]?.length ? ~state : state));
  }
}

interface Trie {
  readonly children: readonly ReadonlyMap<number, number>[];
  readonly ending: readonly number[][];
}
