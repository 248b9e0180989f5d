import { Cursor, type Node } from '../../languages/cursor.js';
import { languageOf } from '../../languages/language.js';
import type { Project } from '../../project.js';
import type { TextEdit } from '../../text/edits.js';
import { contains, type TextRange } from '../../text/range.js';
import type { Fix } from '../fix.js';

/** A Java file under repair. Repairs of Java are edits of single expressions; there is no guard module for it. */
export class JavaSource extends Cursor {
  readonly path: string;

  private constructor(path: string, text: string, tree: Cursor['tree']) {
    super(tree, text);
    this.path = path;
  }

  /** `undefined` for files of other languages. */
  static open(project: Project, path: string): JavaSource | undefined {
    const file = project.file(path);
    const tree = languageOf(path) === 'java' ? project.syntax(path) : undefined;
    return file === undefined || tree === undefined ? undefined : new JavaSource(path, file.text, tree);
  }

  /** The smallest node of one of these kinds that holds the whole span. */
  around(range: TextRange, kinds: readonly string[]): Node | undefined {
    let found: Node | undefined;
    for (let node = this.root; ; ) {
      if (kinds.includes(this.kind(node))) found = node;
      const child = this.children(node).find((inner) => contains(this.range(inner), range));
      if (child === undefined) return found;
      node = child;
    }
  }

  /** Nodes from the parent of `node` up to the root. */
  *ancestors(node: Node): Generator<Node> {
    for (let at = node; at !== this.root; ) {
      at = this.parent(at);
      yield at;
    }
  }

  fix(about: Omit<Fix, 'changes'>, edits: readonly TextEdit[]): Fix {
    return { ...about, changes: [{ path: this.path, edits }] };
  }
}
