import type { SdkModel } from '../model.js';

const modules =
  '{Predict,ChainOfThought,ReAct,ProgramOfThought,CodeAct,RLM,MultiChainComparison,BestOfN,Refine}';

export default {
  id: 'dspy',
  language: 'python',
  packages: ['dspy'],
  origin: 'stanfordnlp/dspy 3.3.1 (dspy/predict, dspy/clients/lm.py)',
  llm: true,
  clients: [{ path: 'LM', apiKey: { argument: 'api_key', option: 'api_key' }, baseUrl: 'api_base' }],
  calls: [
    { path: `${modules}()`, prompt: [{ argument: '*', shape: 'values' }] },
    { path: `${modules}().{acall,forward,aforward}`, prompt: [{ argument: '*', shape: 'values' }] },
    {
      path: 'LM()',
      prompt: [{ argument: 'messages|0|prompt', shape: 'messages' }],
      limit: { options: ['max_tokens'], on: 'constructor' },
    },
  ],
  agents: [
    {
      path: '{ReAct,CodeAct}',
      tools: 'tools',
      stepLimit: { options: ['max_iters'], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { callback: '{ReAct,CodeAct}', property: 'tools' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'dspy' },
    },
    { match: { callback: 'Tool' }, parameters: [{ label: 'tool-arg', rest: true }], tool: { sdk: 'dspy' } },
  ],
} satisfies SdkModel;
