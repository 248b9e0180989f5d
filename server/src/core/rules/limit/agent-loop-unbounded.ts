import { remedies } from '../../fixes/remedy.js';
import { dangerousOption } from '../../guards/dangerous-option.js';
import { stepBudget } from '../../guards/step-budget.js';
import type { Surface } from '../../surface/surface.js';
import { optionHits } from '../option-hits.js';
import { defineRule, type Hit } from '../rule.js';

export default defineRule({
  id: 'agent-loop-unbounded',
  family: 'limit',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'high',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM10'],
    owaspLlm2026: ['LLM06'],
    owaspAgentic: ['ASI08', 'ASI10'],
    cwe: [835],
    atlas: ['AML.T0034.002'],
  },
  summary: 'The model alone decides when a loop of model calls ends.',
  why: `A model that never says "done", or is told by what it reads to go on, keeps the loop running: every round costs money, and every
round may call tools. Nothing in the code stops it.`,
  remedy: `Count the rounds (\`for step in range(MAX_STEPS)\`), or set the framework's own limit (\`max_turns\`, \`max_iterations\`,
\`stopWhen\`, \`recursion_limit\`). A budget of calls, seconds or tokens works across nested agents.`,
  detect: ({ surface }) => [
    ...loops(surface),
    ...agents(surface),
    ...optionHits(surface, 'agent-loop-unbounded'),
  ],
  fixes: remedies(stepBudget, dangerousOption),
});

function loops({ loops, modelCalls }: Surface): Hit[] {
  const withCalls = new Set(modelCalls.map(({ loop }) => loop));
  return loops.flatMap(({ head, forever, bounded, interactive }, index) =>
    bounded || interactive || !withCalls.has(index)
      ? []
      : [
          {
            location: head,
            message: 'Only the model decides when this loop of model calls ends',
            confidence: forever ? ('high' as const) : ('medium' as const),
          },
        ],
  );
}

const agents = ({ agents }: Surface): Hit[] =>
  agents.flatMap(({ location, name, stepLimit }) =>
    stepLimit === 'missing'
      ? [{ location, message: `Agent ${name} has no limit on its steps`, confidence: 'medium' as const }]
      : [],
  );
