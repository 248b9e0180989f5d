import type { Confidence } from '../finding.js';
import { compareRanges, overlaps, type TextRange } from '../text/range.js';
import { KeywordAutomaton } from './automaton.js';
import { type DecodedView, decodedViews } from './decode.js';
import type { Candidate, Detector, Scope, SecretKind } from './detectors/detector.js';
import { mask } from './mask.js';
import { joinPieces, type TextPiece } from './pieces.js';

/** What kind of text is scanned; decides how much must speak for a secret. */
export type ScanContext = 'prompt' | 'llm-code' | 'config' | 'other';

/** A secret in a text, without its value. */
export interface DetectedSecret {
  readonly kind: SecretKind;
  /** Of the value alone; of the encoded value where it is encoded. */
  readonly range: TextRange;
  readonly masked: string;
  readonly confidence: Confidence;
  readonly sample: boolean;
  readonly publishable: boolean;
  readonly checks: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
}

export interface ScanOptions {
  readonly context: ScanContext;
}

export interface Scanner {
  /** Secrets of a text in order; no two overlap. */
  scan(text: string, options: ScanOptions): readonly DetectedSecret[];
  /** The same for text that a program puts together from constants; ranges are those of the source. */
  scanPieces(pieces: readonly TextPiece[], options: ScanOptions): readonly DetectedSecret[];
}

const scopes: Readonly<Record<ScanContext, readonly Scope[]>> = {
  other: ['everywhere'],
  config: ['everywhere', 'guarded'],
  'llm-code': ['everywhere', 'guarded'],
  prompt: ['everywhere', 'guarded', 'prompts'],
};

/**
 * No text of people or programs has the same keyword this often: `burst` times at once, or every `spacing` UTF-16 units all along. Further
 * occurrences are passed over, so that text made to be slow is not.
 */
const burst = 64;
const spacing = 16;

/** The detectors of one set of scopes behind one automaton. */
class DetectorSet {
  readonly #automaton: KeywordAutomaton;
  readonly #byKeyword: readonly (readonly Detector[])[];
  readonly #lengths: readonly number[];
  /** How often each keyword was met in the present text, and which ones were: clearing is cheaper than making a new list for each text. */
  readonly #hits: Int32Array;
  readonly #met: number[] = [];

  constructor(detectors: readonly Detector[]) {
    const byKeyword = new Map<string, Detector[]>();
    for (const detector of detectors) {
      for (const keyword of detector.keywords) {
        const sharing = byKeyword.get(keyword);
        if (sharing) sharing.push(detector);
        else byKeyword.set(keyword, [detector]);
      }
    }
    this.#automaton = new KeywordAutomaton([...byKeyword.keys()]);
    this.#byKeyword = [...byKeyword.values()];
    this.#lengths = [...byKeyword.keys()].map((keyword) => keyword.length);
    this.#hits = new Int32Array(this.#lengths.length);
  }

  candidates(text: string): readonly Candidate[] {
    const found: Candidate[] = [];
    const report = (candidate: Candidate) => found.push(candidate);
    for (const keyword of this.#met) this.#hits[keyword] = 0;
    this.#met.length = 0;
    this.#automaton.search(text, (keyword, start) => {
      const count = (this.#hits[keyword] ?? 0) + 1;
      this.#hits[keyword] = count;
      if (count === 1) this.#met.push(keyword);
      if (count > burst + start / spacing) return;
      const end = start + (this.#lengths[keyword] ?? 0);
      for (const detector of this.#byKeyword[keyword] ?? []) detector.detect(text, start, end, report);
    });
    return found;
  }
}

/** Makes a scanner. Its tables are built on first use and belong to it, so one scanner should serve for as long as possible. */
export function createScanner(detectors: readonly Detector[]): Scanner {
  const sets = new Map<string, DetectorSet>();
  const detectorSet = (wanted: readonly Scope[]): DetectorSet => {
    const name = wanted.join();
    let set = sets.get(name);
    if (set === undefined) {
      set = new DetectorSet(detectors.filter((detector) => wanted.includes(detector.scope)));
      sets.set(name, set);
    }
    return set;
  };
  const candidates = (text: string, context: ScanContext): readonly Candidate[] => {
    const found = [...detectorSet(scopes[context]).candidates(text)];
    for (const view of decodedViews(text))
      found.push(...inView(detectorSet(scopes.other).candidates(view.text), view));
    return found;
  };
  const present = (found: readonly Candidate[]): readonly DetectedSecret[] =>
    withoutOverlaps(found).map(withoutValue);
  return {
    scan: (text, { context }) => present(candidates(text, context)),
    scanPieces(pieces, { context }) {
      const view = joinPieces(pieces);
      return present(inView(candidates(view.text, context), view));
    },
  };
}

const inView = (found: readonly Candidate[], view: DecodedView): readonly Candidate[] =>
  found.map((candidate) => ({ ...candidate, range: view.toSource(candidate.range) }));

/** Of candidates that share text, keeps the most specific; of equally specific ones the longer, then one that is no sample, then the surer, then the one reported first. */
function withoutOverlaps(candidates: readonly Candidate[]): readonly Candidate[] {
  const kept: Candidate[] = [];
  for (const candidate of [...candidates].sort((a, b) => compareRanges(a.range, b.range))) {
    const last = kept.at(-1);
    if (last === undefined || !overlaps(last.range, candidate.range)) kept.push(candidate);
    else if (outranks(candidate, last)) kept[kept.length - 1] = candidate;
  }
  return kept;
}

const sureness = { high: 2, medium: 1, low: 0 } as const;

function outranks(a: Candidate, b: Candidate): boolean {
  const order =
    a.specificity - b.specificity ||
    a.range.end - a.range.start - (b.range.end - b.range.start) ||
    Number(b.sample) - Number(a.sample) ||
    sureness[a.confidence] - sureness[b.confidence];
  return order > 0;
}

/** The last place where a value is seen. Not even a digest of it goes on: short passwords can be guessed from one. */
const withoutValue = (candidate: Candidate): DetectedSecret => ({
  kind: candidate.kind,
  range: candidate.range,
  masked: mask(candidate.value),
  confidence: candidate.confidence,
  sample: candidate.sample,
  publishable: candidate.publishable ?? candidate.kind.publishable ?? false,
  checks: candidate.checks ?? [],
  facts: candidate.facts ?? {},
});
