import type { CallModel, SdkModel } from '../model.js';
import { providerUrls } from '../provider-urls.js';

const sessions =
  '{requests:Session(),requests:session(),httpx:Client(),httpx:AsyncClient(),aiohttp:ClientSession()}';

/** A post to a provider's address, whatever the library; the body is the prompt. */
const post = (path: string, url: string): CallModel => ({
  path,
  when: [{ argument: url, like: providerUrls }],
  prompt: [
    {
      argument: 'json.messages|json.input|json.prompt|json.contents|json.inputs|json.message',
      shape: 'messages',
    },
    {
      argument: 'json.system|json.instructions|json.systemInstruction|json.system_instruction|json.preamble',
      shape: 'messages',
      role: 'system',
    },
    { argument: 'data|content', shape: 'messages' },
  ],
  metadata: ['status_code', 'headers', 'status', 'ok', 'reason', 'url', 'elapsed'],
  tools: 'json.tools',
  limit: {
    options: [
      'json.max_tokens',
      'json.max_completion_tokens',
      'json.max_output_tokens',
      'json.max_new_tokens',
      'json.generationConfig',
      'json.options',
    ],
  },
  timeout: ['timeout'],
  stream: 'json.stream',
});

export default {
  id: 'http',
  language: 'python',
  packages: ['requests', 'httpx', 'aiohttp', 'urllib', 'urllib3', 'httpx2', 'playwright', 'selenium'],
  origin:
    'requests 2.28, httpx 0.23 (tried), aiohttp 3.8 client and web documentation; addresses in provider-urls.ts',
  calls: [
    post('{requests,httpx,httpx2}:post', '0|url'),
    post(`${sessions}.post`, '0|url'),
    post('httpx:stream', '1|url'),
    post('{httpx:Client(),httpx:AsyncClient()}.stream', '1|url'),
    post('{requests,httpx,aiohttp}:request', '1|url'),
    {
      path: 'urllib:request.Request',
      when: [{ argument: '0|url', like: providerUrls }],
      prompt: [{ argument: '1|data', shape: 'messages' }],
      metadata: ['status', 'headers'],
    },
  ],
  sources: [
    { path: '{requests,httpx,httpx2}:get()', label: 'web', name: 'web response' },
    { path: `${sessions}.get()`, label: 'web', name: 'web response' },
    { path: 'urllib3:PoolManager().request()', label: 'web', name: 'web response' },
    {
      path: 'playwright:**.new_page().{content,inner_text,text_content,inner_html,evaluate}()',
      label: 'web',
      name: 'web page',
    },
    {
      path: 'selenium:webdriver.*().{page_source,find_element,find_elements}',
      label: 'web',
      name: 'web page',
    },
  ],
  sinks: [
    {
      kind: 'url',
      match: { path: '{requests,httpx,httpx2}:{get,post,put,patch,delete,head,options}' },
      argument: '0|url',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{requests,httpx,httpx2}:{request,stream}' },
      argument: '1|url',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: `${sessions}.{get,post,put,patch,delete,head,options}` },
      argument: '0|url',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: `${sessions}.{request,stream}` },
      argument: '1|url',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: 'urllib3:PoolManager().{request,urlopen}' },
      argument: '1|url',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: 'playwright:**.new_page().goto' },
      argument: '0|url',
      capability: 'browse',
    },
    { kind: 'url', match: { path: 'selenium:webdriver.*().get' }, argument: '0|url', capability: 'browse' },
  ],
  transfers: [
    // An answer does not hold the address it was asked at.
    {
      path: '{requests,httpx,httpx2}:{get,post,put,patch,delete,head,options,request,stream}',
      passes: 'none',
    },
    { path: `${sessions}.{get,post,put,patch,delete,head,options,request,stream}`, passes: 'none' },
    { path: 'urllib:request.urlopen', passes: 'none' },
  ],
} satisfies SdkModel;
