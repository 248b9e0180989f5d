import type { SdkModel } from '../model.js';

const bindings = '{global:Ai(),@cloudflare/workers-types:Ai(),@cloudflare/ai:Ai()}';
const databases = '{global:D1Database(),@cloudflare/workers-types:D1Database()}';
const names = '{DB,*_DB,D1,*_D1,database,db}';

/** Bindings of Workers: models, SQL databases, vector indexes. They come with the environment, under names of the program's own. */
export default {
  id: 'cloudflare',
  language: 'javascript',
  packages: ['global', '@cloudflare/ai', '@cloudflare/workers-types'],
  origin:
    'developers.cloudflare.com/workers-ai/configuration/bindings, developers.cloudflare.com/d1/worker-api',
  calls: [
    {
      path: `${bindings}.run`,
      unresolved: { chain: 'AI.run', requires: ['0', '1'] },
      prompt: [{ argument: '1.messages|1.prompt|1.input', shape: 'messages' }],
      metadata: ['usage', 'id', 'created', 'model'],
      limit: { options: ['1.max_tokens'] },
      stream: '1.stream',
      tools: '1.tools',
    },
  ],
  sources: [
    {
      path: '{global:VectorizeIndex(),global:Vectorize()}.query().matches',
      label: 'retrieved',
      name: 'retrieved vectors',
    },
  ],
  sinks: [
    {
      kind: 'sql',
      match: { path: `${databases}.{prepare,exec}` },
      argument: '0',
      name: 'D1Database.prepare',
      capability: 'sql',
    },
    { kind: 'sql', match: { method: 'prepare', receiver: names }, argument: '0', capability: 'sql' },
    {
      kind: 'sql',
      match: { method: 'exec', receiver: '{DB,*_DB,D1,*_D1}' },
      argument: '0',
      capability: 'sql',
    },
  ],
} satisfies SdkModel;
