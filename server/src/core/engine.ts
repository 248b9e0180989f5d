import type { Analysis, Note } from './analysis.js';
import type { Finding } from './finding.js';
import type { Fix } from './fixes/fix.js';
import type { Host } from './host.js';
import type { Module } from './ir/module.js';
import { models } from './models/index.js';
import { withoutRepeats } from './permissions/repeats.js';
import { defaultPolicy, type Policy } from './policy/policy.js';
import type { Project, SourceFile } from './project.js';
import { confidentialSpans } from './rules/anchor.js';
import { rules } from './rules/index.js';
import type { RuleContext } from './rules/rule.js';
import { compareReported, detect, type Reported, report, runsUnder } from './rules/run.js';
import { applySuppressions } from './suppress/apply.js';
import type { Surface } from './surface/surface.js';
import { CodeFlow } from './workspace/code-flow.js';
import { Confidential } from './workspace/confidential.js';
import { FileFacts } from './workspace/facts.js';
import { LlmCode } from './workspace/llm-code.js';
import { dependenciesOf } from './workspace/manifests.js';
import { importEdges, reachable, reversed } from './workspace/module-graph.js';

export interface EngineOptions {
  readonly host: Host;
  /** Policy in force for a path; the defaults when left out. */
  readonly policyFor?: (path: string) => Policy;
  /** Told how many of the files that have to be parsed are done. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * The analysis of one root. Files are handed in and taken out; `analyse` brings everything up to date and reuses what did not
 * change. Total: bad input gives fewer findings and notes, never an exception.
 */
export class Engine {
  readonly #host: Host;
  readonly #policyFor: (path: string) => Policy;
  readonly #onProgress: (done: number, total: number) => void;
  readonly #llmCode = new LlmCode(models);
  readonly #facts = new Map<string, FileFacts>();
  readonly #confidential = new Confidential();
  readonly #flow = new CodeFlow(models);

  constructor({ host, policyFor = () => defaultPolicy, onProgress = () => {} }: EngineOptions) {
    this.#host = host;
    this.#policyFor = policyFor;
    this.#onProgress = onProgress;
  }

  /** Adds a file or replaces its text. */
  set(file: SourceFile): void {
    if (this.#facts.get(file.path)?.file.text !== file.text)
      this.#facts.set(file.path, new FileFacts(file, this.#host));
  }

  delete(path: string): void {
    this.#facts.delete(path);
  }

  analyse(): Analysis {
    const paths = [...this.#facts.keys()].sort();
    const facts = paths.flatMap((path) => this.#facts.get(path) ?? []);
    const relevant = this.#relevantCode(facts);
    const project = this.#project(paths, relevant);
    const { surface, notes: flowNotes } = this.#surface(facts, relevant);
    const context: RuleContext = { surface, project };
    const { detected, notes } = detect(context, rules);
    const options = { policyFor: this.#policyFor, confidentialIn: confidentialSpans(surface) };
    const { active, suppressed, meta } = applySuppressions(report(detected, context, options), {
      project,
      policyFor: this.#policyFor,
      ruleIds,
      runs: (ruleId, path) => {
        const rule = ruleById.get(ruleId);
        return rule !== undefined && runsUnder(rule, this.#policyFor(path));
      },
    });
    const about = meta.flatMap(({ ruleId, hit }) => {
      const rule = ruleById.get(ruleId);
      return rule === undefined ? [] : [{ rule, hit }];
    });
    const reported = [...active, ...report(about, context, options)].sort(compareReported);
    return {
      findings: reported.map(({ finding }) => finding),
      suppressed,
      notes: [...facts.flatMap((file) => file.notes()), ...flowNotes, ...notes].sort(byPathAndPlace),
      surface,
      project,
      fixes: fixesOf(reported, context),
    };
  }

  /**
   * Code that takes part in talking to a model: files that do, everything that imports them and everything those import. The rest is not
   * parsed.
   */
  #relevantCode(facts: readonly FileFacts[]): ReadonlySet<string> {
    const code = facts.filter(({ language }) => language !== undefined);
    const edges = importEdges(
      code.map(({ file, language, imports }) => ({
        path: file.path,
        language: language === 'python' || language === 'java' ? language : 'script',
        imports,
      })),
    );
    const roots = code
      .filter(
        ({ file, language, imports }) =>
          language !== undefined && this.#llmCode.matches(language, imports, file.text),
      )
      .map(({ file }) => file.path);
    return reachable(reachable(roots, reversed(edges)), edges);
  }

  #project(paths: readonly string[], relevant: ReadonlySet<string>): Project {
    const file = (path: string): SourceFile | undefined => this.#facts.get(path)?.file;
    return {
      file,
      paths,
      module: (path): Module | undefined => (relevant.has(path) ? this.#facts.get(path)?.module : undefined),
      syntax: (path) => {
        const known = this.#facts.get(path);
        return known?.language === undefined
          ? undefined
          : this.#host.parse(known.language, known.file.text, path);
      },
      dependencies: (path, ecosystem) => dependenciesOf(path, ecosystem, file),
    };
  }

  #surface(
    facts: readonly FileFacts[],
    relevant: ReadonlySet<string>,
  ): { readonly surface: Surface; readonly notes: readonly Note[] } {
    let done = 0;
    for (const file of facts) {
      if (!relevant.has(file.file.path)) continue;
      void file.module;
      this.#onProgress(++done, relevant.size);
    }
    const { notes, ...code } = this.#flow.of(
      facts.filter(({ file }) => relevant.has(file.path)),
      facts,
    );
    const found: Surface = {
      ...code,
      prompts: facts.flatMap(({ prompt }) => prompt ?? []),
      secrets: [],
      sensitiveData: [],
      configs: withoutRepeats(facts.flatMap(({ configs }) => configs)),
    };
    const confidential = this.#confidential.of(facts, (path) => relevant.has(path), found);
    return { surface: { ...found, ...confidential }, notes };
  }
}

const ruleIds = rules.map(({ id }) => id);
const ruleById = new Map(rules.map((rule) => [rule.id, rule]));

/** Computes the fixes of a finding once, when they are first asked for. A fix that fails is not offered. */
function fixesOf(reported: readonly Reported[], context: RuleContext): (finding: Finding) => readonly Fix[] {
  const byFingerprint = new Map(reported.map((entry) => [entry.finding.fingerprint, entry]));
  const computed = new Map<string, readonly Fix[]>();
  return ({ fingerprint }) => {
    const known = computed.get(fingerprint);
    if (known !== undefined) return known;
    const entry = byFingerprint.get(fingerprint);
    let fixes: readonly Fix[] = [];
    try {
      fixes = entry?.rule.fixes?.(entry.hit, context) ?? [];
    } catch {
      fixes = [];
    }
    computed.set(fingerprint, fixes);
    return fixes;
  };
}

const byPathAndPlace = (a: Note, b: Note): number =>
  a.path < b.path ? -1 : a.path > b.path ? 1 : (a.range?.start ?? 0) - (b.range?.start ?? 0);
