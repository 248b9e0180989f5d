import type { Surface } from '../surface/surface.js';
import type { Hit } from './rule.js';

/** Hits of a rule whose cases are all listed in the models: an option or a constructor that is dangerous by itself. */
export const optionHits = ({ options }: Surface, ruleId: string): Hit[] =>
  options
    .filter((option) => option.ruleId === ruleId)
    .map((option) => ({
      location: option.location,
      message: option.what,
      variant: option.variant,
      key: option.variant,
      ...(option.severity === undefined ? {} : { severity: option.severity }),
      ...(option.option === undefined ? {} : { properties: { option: option.option } }),
    }));
