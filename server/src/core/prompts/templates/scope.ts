/** Deeper nested blocks share the scope of the one around them. */
const maxDepth = 100;

/** What the names that a template itself binds stand for: loop variables, assignments, block parameters. */
export class TemplateScope {
  readonly #levels: Map<string, readonly string[]>[] = [new Map()];
  #tooDeep = 0;

  open(): void {
    if (this.#levels.length < maxDepth) this.#levels.push(new Map());
    else this.#tooDeep++;
  }

  close(): void {
    if (this.#tooDeep > 0) this.#tooDeep--;
    else if (this.#levels.length > 1) this.#levels.pop();
  }

  /** `sources` are names as `resolve` gives them; none for a name that holds text of the template. */
  bind(name: string, sources: readonly string[]): void {
    this.#levels.at(-1)?.set(name, sources);
  }

  /** The names that code fills in order to fill this one. */
  resolve(name: string): readonly string[] {
    for (let i = this.#levels.length - 1; i >= 0; i--) {
      const sources = this.#levels[i]?.get(name);
      if (sources !== undefined) return sources;
    }
    return [name];
  }

  resolveAll(names: readonly string[]): readonly string[] {
    return names.flatMap((name) => this.resolve(name));
  }
}
