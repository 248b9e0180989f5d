import type { CallModel, PromptArgument, SdkModel } from '../model.js';
import { providerPaths, providerUrls } from '../provider-urls.js';

const sessions =
  '{requests:Session(),requests:session(),httpx:Client(),httpx:AsyncClient(),aiohttp:ClientSession()}';

const keys = (body: string, names: readonly string[]): string =>
  names.map((name) => `${body}.${name}`).join('|');

/** The body of a request as a dictionary, or as JSON text of one. */
const promptIn = (body: string): PromptArgument[] => [
  {
    argument: keys(body, ['messages', 'input', 'prompt', 'contents', 'inputs', 'message', 'inputText']),
    shape: 'messages',
  },
  {
    argument: keys(body, ['system', 'instructions', 'systemInstruction', 'system_instruction', 'preamble']),
    shape: 'messages',
    role: 'system',
  },
];

/** A post to a provider's address, whatever the library; the body is the prompt. */
const post = (path: string, url: string, addresses: readonly string[] = providerUrls): CallModel => ({
  path,
  when: [{ argument: url, like: addresses }],
  prompt: ['json', 'data', 'content'].flatMap(promptIn),
  metadata: ['status_code', 'headers', 'status', 'ok', 'reason', 'url', 'elapsed'],
  tools: 'json.tools|data.tools',
  limit: {
    options: ['json', 'data'].flatMap((body) =>
      [
        'max_tokens',
        'max_completion_tokens',
        'max_output_tokens',
        'max_new_tokens',
        'generationConfig',
        'options',
      ].map((option) => `${body}.${option}`),
    ),
  },
  timeout: ['timeout'],
  stream: 'json.stream|data.stream',
});

export default {
  id: 'http',
  language: 'python',
  packages: ['requests', 'httpx', 'aiohttp', 'urllib', 'urllib3', 'httpx2', 'playwright', 'selenium'],
  origin:
    'requests 2.28, httpx 0.23 (tried), aiohttp 3.8 client and web documentation; addresses in provider-urls.ts',
  calls: [
    post('{requests,httpx,httpx2}:post', '0|url'),
    post(`${sessions}.post`, '0|url', [...providerUrls, ...providerPaths]),
    post('httpx:stream', '1|url'),
    post('{httpx:Client(),httpx:AsyncClient()}.stream', '1|url', [...providerUrls, ...providerPaths]),
    post('{requests,httpx,aiohttp}:request', '1|url'),
    {
      path: 'urllib:request.Request',
      when: [{ argument: '0|url', like: providerUrls }],
      prompt: promptIn('data'),
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
      kind: 'credential',
      match: { path: '{requests,httpx,httpx2}:{get,post,put,patch,delete,head,options,request,stream}' },
      argument: 'headers|auth|cookies|params|json|data',
      name: 'request',
    },
    {
      kind: 'credential',
      match: { path: `${sessions}.{get,post,put,patch,delete,head,options,request,stream}` },
      argument: 'headers|auth|cookies|params|json|data',
      name: 'request',
    },
    {
      kind: 'url',
      match: { path: '{requests,httpx,httpx2}:{get,head,options}' },
      argument: '0|url',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{requests,httpx,httpx2}:{post,put,patch,delete}' },
      argument: '0|url',
      capability: 'send',
    },
    {
      kind: 'url',
      match: { path: '{requests,httpx,httpx2}:{request,stream}' },
      argument: '1|url',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: `${sessions}.{get,head,options}` },
      argument: '0|url',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: `${sessions}.{post,put,patch,delete}` },
      argument: '0|url',
      capability: 'send',
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
