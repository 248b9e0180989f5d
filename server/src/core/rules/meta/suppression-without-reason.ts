import { defineRule } from '../rule.js';

export default defineRule({
  id: 'suppression-without-reason',
  family: 'meta',
  since: '0.1.0',
  severity: 'info',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {},
  summary: 'A suppression comment says nothing about why the finding is acceptable.',
  why: `Whoever reads the code next cannot tell a considered decision from a silenced warning. Without a reason the comment accepts
nothing: the finding is still reported.`,
  remedy: 'Write the reason after the rule: `sallyport-ignore rule-id: why this is acceptable here`.',
  // Known only when all findings are: `applySuppressions` tells.
  detect: () => [],
});
