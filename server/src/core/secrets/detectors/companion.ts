import type { Confidence } from '../../finding.js';
import type { SecretFormat } from '../formats/format.js';

/** How far around a secret its companion is looked for, in UTF-16 units. */
const reach = 400;

/**
 * Raises confidence where the other half of a pair stands nearby: the endpoint that takes the key, the id that belongs to the secret. People who
 * make up a key seldom make up both.
 */
export function companionJudge({
  companion,
}: SecretFormat): (confidence: Confidence, text: string, start: number, end: number) => Confidence {
  if (companion === undefined) return (confidence) => confidence;
  const pattern = new RegExp(companion, 'i');
  return (confidence, text, start, end) => {
    const around = `${text.slice(Math.max(0, start - reach), start)}\n${text.slice(end, end + reach)}`;
    return confidence !== 'high' && pattern.test(around) ? raised[confidence] : confidence;
  };
}

const raised = { low: 'medium', medium: 'high' } as const;
