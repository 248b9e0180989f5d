import type { Location } from '../finding.js';
import type { Project } from '../project.js';
import { valueSpan } from '../secrets/value-span.js';
import { LineIndex } from '../text/line-index.js';
import { compareRanges, overlaps, type TextRange } from '../text/range.js';
import type { Report } from './report.js';

/** Zero-based lines and UTF-16 columns. */
export interface Span {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Hidden {
  readonly range: TextRange;
  readonly masked: string;
}

/** Shorter values are common words; they are masked only where they were found. */
const shortestValue = 6;

/**
 * The only way to source text for reports: lines and slices of files with every known secret masked, wherever it stands.
 */
export class SourceView {
  readonly #project: Project;
  readonly #indexes = new Map<string, LineIndex>();
  readonly #hidden = new Map<string, Hidden[]>();
  /** Values found anywhere in the workspace, longest first, with what is shown instead. */
  readonly #values: readonly (readonly [value: string, masked: string])[];

  /** `hidden`: places of secrets that the surface may not know. */
  constructor({ project, surface, hidden }: Pick<Report, 'project' | 'surface' | 'hidden'>) {
    this.#project = project;
    const values = new Map<string, string>();
    const hide = ({ path, range }: Location, masked: string): void => {
      const spans = this.#hidden.get(path) ?? [];
      spans.push({ range, masked });
      this.#hidden.set(path, spans);
      const value = this.#text(path).slice(range.start, range.end);
      if (value.length >= shortestValue) values.set(value, masked);
    };
    for (const { location, masked } of surface.secrets) hide(location, masked);
    for (const { apiKey } of surface.clients)
      if (apiKey !== undefined) this.#hideValue(apiKey.constant, hide);
    for (const location of hidden) this.#hideValue(location, hide);
    for (const spans of this.#hidden.values()) spans.sort((a, b) => compareRanges(a.range, b.range));
    this.#values = [...values].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));
  }

  /** Hides the value of `key: "value"`, of `"value"`, or all of it; unless a secret is known there already. */
  #hideValue({ path, range }: Location, hide: (location: Location, masked: string) => void): void {
    if (this.#hidden.get(path)?.some((known) => overlaps(known.range, range))) return;
    hide({ path, range: valueSpan(this.#text(path), range) }, '…');
  }

  span({ path, range }: Location): Span {
    const lines = this.#lines(path);
    const start = lines.positionAt(range.start);
    const end = lines.positionAt(range.end);
    return {
      startLine: start.line,
      startColumn: start.character,
      endLine: end.line,
      endColumn: end.character,
    };
  }

  lineCount(path: string): number {
    return this.#lines(path).lineCount;
  }

  /** From the start of one line to the end of another, line break included. */
  lineSpan(path: string, first: number, last: number): TextRange {
    const lines = this.#lines(path);
    return { start: lines.lineStart(first), end: lines.lineEnd(last) };
  }

  /** One line (zero-based) without its line break, masked. */
  line(path: string, line: number): string {
    const lines = this.#lines(path);
    return this.slice(path, { start: lines.lineStart(line), end: lines.lineEnd(line) }).replace(
      /[\r\n]+$/,
      '',
    );
  }

  /** A span of a file, masked. */
  slice(path: string, range: TextRange): string {
    const text = this.#text(path);
    let shown = '';
    let at = range.start;
    for (const { range: secret, masked } of this.#hidden.get(path) ?? []) {
      if (secret.end <= at || secret.start >= range.end) continue;
      shown += text.slice(at, Math.max(at, secret.start)) + masked;
      at = Math.min(range.end, secret.end);
    }
    return this.mask(shown + text.slice(at, Math.max(at, range.end)));
  }

  /** Any text with the known secret values masked. */
  mask(text: string): string {
    let shown = text;
    for (const [value, masked] of this.#values) {
      if (shown.includes(value)) shown = shown.split(value).join(masked);
    }
    return shown;
  }

  /** True when the text holds a known secret value, so that it must not be written into a report. */
  holdsSecret(text: string): boolean {
    return this.#values.some(([value]) => text.includes(value));
  }

  #text(path: string): string {
    return this.#project.file(path)?.text ?? '';
  }

  #lines(path: string): LineIndex {
    const known = this.#indexes.get(path);
    if (known !== undefined) return known;
    const index = new LineIndex(this.#text(path));
    this.#indexes.set(path, index);
    return index;
  }
}
