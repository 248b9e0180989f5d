import { exfiltrationChain } from '../../permissions/chain.js';
import { effectiveAgents } from '../../permissions/effective.js';
import { fixRisk, type RiskHit, risksOf } from '../config-risks.js';
import { defineRule, type RuleContext } from '../rule.js';

export default defineRule({
  id: 'tool-chain-exfiltration',
  family: 'permission',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM06'],
    owaspLlm2026: ['LLM03'],
    owaspAgentic: ['ASI01', 'ASI02'],
    cwe: [200],
    atlas: ['AML.T0086'],
  },
  summary: 'One agent can read private data, is fed by strangers, and can send data out.',
  why: `Each of the three is harmless alone. Together, a sentence in a web page or an issue can make the agent read what is private and send it away, with tools that
are all approved.`,
  remedy: `Split the agent, or take one of the three away: no network for the one that reads secrets, no untrusted content for the one that writes.`,
  detect: (context) => [...risksOf('tool-chain-exfiltration')(context), ...chains(context)],
  fixes: fixRisk,
});

/** The three links in the files of one agent, all approved in advance. */
const chains = ({ surface }: RuleContext): readonly RiskHit[] =>
  effectiveAgents(surface.configs).flatMap((agent) => {
    const chain = exfiltrationChain(agent);
    if (chain === undefined) return [];
    const { strangers, secrets, outward } = chain;
    return [
      {
        location: outward.location,
        message: `Nobody is asked: ${strangers.name} brings in texts of strangers, ${secrets.name} private data, ${outward.name} sends`,
        path: [
          { location: strangers.location, message: 'texts of strangers come in here' },
          { location: secrets.location, message: 'private data is read here' },
          { location: outward.location, message: 'data goes out here' },
        ],
        variant: 'AGENT-CHAIN',
        key: 'AGENT-CHAIN',
        properties: { product: agent.product },
      },
    ];
  });
