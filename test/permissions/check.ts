import { describe, expect, test } from 'vitest';
import type { AgentConfig } from '../../server/src/core/permissions/agent-config.js';
import { fixesFor } from '../../server/src/core/permissions/fixes/apply.js';
import { readAgentConfigs } from '../../server/src/core/permissions/read.js';
import type { Risk } from '../../server/src/core/permissions/risk.js';
import type { Project } from '../../server/src/core/project.js';
import { applyEdits } from '../../server/src/core/text/edits.js';

/** A document as people write it, and what is to be found in it. */
export interface Sample {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  /** "CC-BASH-ALL error Bash(*)": variant, severity, text that the reported span starts with. In any order; everything else is a failure. */
  readonly finds: readonly string[];
  /** Text after the preferred fix of one variant. */
  readonly fixed?: Readonly<Record<string, string>>;
  /** Other files of the project, for fixes. */
  readonly beside?: Readonly<Record<string, string>>;
}

const describeRisk =
  (text: string, expected: readonly string[]) =>
  (risk: Risk): string => {
    const span = text.slice(risk.range.start, risk.range.end);
    const head = `${risk.variant.id} ${risk.severity} `;
    const [match] = [...expected]
      .sort((a, b) => b.length - a.length)
      .filter((e) => e.startsWith(head) && span.replace(/^["']/, '').startsWith(e.slice(head.length)));
    return match ?? `${head}${span.replace(/^["']/, '').slice(0, 40)}`;
  };

export function projectOf(files: Readonly<Record<string, string>>): Project {
  return {
    file: (path) => (files[path] === undefined ? undefined : { path, text: files[path] }),
    paths: Object.keys(files).sort(),
    module: () => undefined,
    syntax: () => undefined,
    dependencies: () => new Map(),
  };
}

/** All risks of a file for every persona, whatever product found them. */
export const risksIn = (path: string, text: string): readonly { risk: Risk; config: AgentConfig }[] => {
  const seen = new Set<string>();
  return readAgentConfigs(path, text).flatMap((config) =>
    config.risks.flatMap((risk) => {
      const key = `${risk.variant.id} ${risk.range.start} ${risk.range.end}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ risk, config }];
    }),
  );
};

/** Every fix of a document takes its risk away, changes one file only and leaves no more to repair than there was. */
export function checkFixes({ path, text }: Pick<Sample, 'path' | 'text'>, project: Project): void {
  const found = risksIn(path, text);
  for (const { risk, config } of found) {
    for (const fix of fixesFor(risk, config, project)) {
      for (const change of fix.changes) {
        expect('edits' in change).toBe(true);
        if (!('edits' in change)) continue;
        const after = applyEdits(text, change.edits);
        expect(after).not.toBe(text);
        const alike = ({ risk: other }: { risk: Risk }) =>
          other.variant.id === risk.variant.id && other.message === risk.message;
        const left = risksIn(path, after).filter(alike).length;
        expect(left, `${fix.id} leaves ${risk.variant.id}: ${risk.message}`).toBeLessThan(
          found.filter(alike).length,
        );
        expect(readAgentConfigs(path, after)[0]?.document.problems.length ?? 0).toBeLessThanOrEqual(
          config.document.problems.length,
        );
      }
    }
  }
}

export function checkSamples(title: string, samples: readonly Sample[]): void {
  describe(title, () => {
    for (const sample of samples) {
      test(sample.name, () => {
        const found = risksIn(sample.path, sample.text);
        expect(found.map(({ risk }) => describeRisk(sample.text, sample.finds)(risk)).sort()).toEqual(
          [...sample.finds].sort(),
        );
        const project = projectOf({ ...sample.beside, [sample.path]: sample.text });
        checkFixes(sample, project);
        for (const [variant, text] of Object.entries(sample.fixed ?? {})) {
          const target = found.find(({ risk }) => risk.variant.id === variant);
          expect(target, `no ${variant}`).toBeDefined();
          const [fix] = fixesFor(target!.risk, target!.config, project);
          const change = fix?.changes[0];
          expect(
            change !== undefined && 'edits' in change ? applyEdits(sample.text, change.edits) : undefined,
          ).toBe(text);
        }
      });
    }
  });
}
