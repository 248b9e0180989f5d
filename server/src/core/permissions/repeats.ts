import type { AgentConfig } from './agent-config.js';
import type { Risk } from './risk.js';

/** From this many files on, one mistake was copied rather than made again. */
const copies = 4;

/**
 * Agents that were made from one template repeat its mistake in every file of a folder. The first file keeps the risk as it is and says how
 * many others have it; in these it becomes a note, so that a folder of copies weighs as much as one file.
 */
export function withoutRepeats(configs: readonly AgentConfig[]): readonly AgentConfig[] {
  const holders = new Map<string, Set<string>>();
  for (const config of configs) {
    for (const risk of config.risks) {
      const key = keyOf(risk, config);
      const paths = holders.get(key) ?? new Set();
      holders.set(key, paths.add(config.path));
    }
  }
  const repeated = new Map(
    [...holders]
      .filter(([, paths]) => paths.size >= copies)
      .map(([key, paths]) => [key, [...paths].sort()] as const),
  );
  if (repeated.size === 0) return configs;
  return configs.map((config) => ({
    ...config,
    risks: config.risks.map((risk) => noted(risk, config, repeated.get(keyOf(risk, config)))),
  }));
}

const keyOf = (risk: Risk, { path, product, kind }: AgentConfig): string =>
  [
    product,
    kind,
    path.slice(0, path.lastIndexOf('/') + 1),
    risk.variant.id,
    risk.severity,
    risk.message,
  ].join('\n');

function noted(risk: Risk, { path }: AgentConfig, paths: readonly string[] | undefined): Risk {
  const first = paths?.[0];
  if (paths === undefined || first === undefined || risk.severity === 'info') return risk;
  if (first === path)
    return { ...risk, message: `${risk.message} (and in ${paths.length - 1} files beside it)` };
  return {
    ...risk,
    severity: 'info',
    message: `${risk.message} (as in ${first.slice(first.lastIndexOf('/') + 1)})`,
  };
}
