import type { TextRange } from '../../text/range.js';
import { type Dialect, type Insertion, insertionsOf } from './insertion.js';
import { TemplateScope } from './scope.js';
import { type Tag, tagsIn } from './tags.js';

/** Go's text/template. Fields of the data are `.Name`; within `range` and `with` they are fields of what is ranged over. */
export const goTemplate: Dialect = {
  id: 'go',
  insertions(text: string, span: TextRange): readonly Insertion[] {
    const reader = new GoReader();
    for (const tag of tagsIn(text, span)) reader.take(tag);
    return reader.found;
  },
};

/** The data that dots refer to, under a name that no variable has. */
const dot = '.';
/** Actions that insert nothing by themselves. */
const silent: ReadonlySet<string> = new Set(['else', 'template', 'break', 'continue']);
const encoding = /\|\s*(?:html|js|urlquery|json|toJson)\b/;

class GoReader {
  readonly found: Insertion[] = [];
  readonly #scope = new TemplateScope();

  constructor() {
    this.#scope.bind(dot, []);
  }

  take({ kind, inner, range }: Tag): void {
    if (kind !== 'output') return;
    const keyword = /^[a-z]+\b/.exec(inner)?.[0] ?? '';
    if (keyword === 'range' || keyword === 'with') this.#context(inner.slice(keyword.length));
    else if (keyword === 'if' || keyword === 'define' || keyword === 'block') this.#scope.open();
    else if (keyword === 'end') this.#scope.close();
    else if (!silent.has(keyword)) this.#pipeline(inner, range);
  }

  #context(inside: string): void {
    const [, variables, pipeline = inside] = /^\s*(\$[\w\s,$]*?)\s*:=([\s\S]*)$/.exec(inside) ?? [];
    const sources = this.#sources(pipeline);
    this.#scope.open();
    this.#scope.bind(dot, sources);
    for (const variable of variables?.match(/\$\w+/g) ?? []) this.#scope.bind(variable, sources);
  }

  #pipeline(inner: string, range: TextRange): void {
    const assignment = /^(\$\w+)\s*:?=([\s\S]*)$/.exec(inner);
    if (assignment?.[1] !== undefined) this.#scope.bind(assignment[1], this.#sources(assignment[2] ?? ''));
    else this.found.push(...insertionsOf(this.#sources(inner), range, inner, !encoding.test(inner)));
  }

  /** Fields of the outermost data that a pipeline reads. */
  #sources(pipeline: string): readonly string[] {
    const names: string[] = [];
    for (const [path] of pipeline
      .replace(/"(?:[^"\\]|\\.)*"|`[^`]*`/g, ' ')
      .matchAll(/\$?\w*(?:\.\w+)+|\$\w+|\.(?![\w.])/g)) {
      const [head = '', first] = path.split('.');
      if (head === '') {
        const here = this.#scope.resolve(dot);
        if (here.length > 0) names.push(...here);
        else if (first !== undefined && first !== '') names.push(first);
      } else if (head === '$') names.push(...(first === undefined ? [] : [first]));
      else if (head.startsWith('$')) names.push(...this.#scope.resolve(head).filter((name) => name !== head));
    }
    return names;
  }
}
