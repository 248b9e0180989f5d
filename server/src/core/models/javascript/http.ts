import type { CallModel, SdkModel } from '../model.js';
import { providerPaths, providerUrls } from '../provider-urls.js';

const bodyKeys = (body: string) => [
  {
    argument: ['messages', 'input', 'prompt', 'contents', 'inputs', 'message', 'inputText']
      .map((key) => `${body}.${key}`)
      .join('|'),
    shape: 'messages' as const,
  },
  {
    argument: ['system', 'instructions', 'systemInstruction', 'system_instruction', 'preamble']
      .map((key) => `${body}.${key}`)
      .join('|'),
    shape: 'messages' as const,
    role: 'system' as const,
  },
];

/** A post to a provider's address, whatever the library; the body, through JSON.stringify or not, is the prompt. */
const post = (
  path: string,
  body: string,
  options: string,
  addresses: readonly string[] = providerUrls,
): CallModel => ({
  path,
  when: [{ argument: '0|0.url', like: addresses }],
  prompt: bodyKeys(body),
  metadata: ['status', 'statusText', 'headers', 'ok', 'url', 'statusCode', 'redirected'],
  tools: `${body}.tools`,
  limit: {
    options: [
      'max_tokens',
      'max_completion_tokens',
      'max_output_tokens',
      'max_new_tokens',
      'generationConfig',
      'options',
    ].map((option) => `${body}.${option}`),
  },
  timeout: [`${options}.signal`, `${options}.timeout`],
  stream: `${body}.stream`,
});

/** Clients that were made with the host of the provider. */
const instance = [...providerUrls, ...providerPaths];

export default {
  id: 'http',
  language: 'javascript',
  packages: [
    'global',
    'axios',
    'got',
    'undici',
    'node-fetch',
    'cross-fetch',
    'ky',
    'ofetch',
    'superagent',
    'cheerio',
    'puppeteer',
    'playwright',
    'jsdom',
  ],
  origin: 'MDN fetch; axios 1, got 14, undici 7, ky 1 documentation; addresses in provider-urls.ts',
  calls: [
    post(
      '{global:fetch,undici:fetch,node-fetch:default,cross-fetch:default,cross-fetch:fetch,undici:request}',
      '1.body',
      '1',
    ),
    post('{ofetch:ofetch,ofetch:$fetch}', '1.body', '1'),
    post('{axios:default,axios:axios}.post', '1', '2'),
    post('{axios:default,axios:axios}.create().post', '1', '2', instance),
    post('{axios:default,axios:axios}.create().request', '0.data', '0', instance),
    post('{got:default.extend(),ky:default.create(),ky:default.extend()}.post', '1.json', '1', instance),
    post('{axios:default,axios:axios,axios:default.request}', '0.data', '0'),
    post('{got:default,ky:default}.post', '1.json', '1'),
    post('{got:default,got:got}', '1.json', '1'),
  ],
  sources: [
    {
      path: '{global:fetch,undici:fetch,node-fetch:default,cross-fetch:default,cross-fetch:fetch}().{text,json,body,arrayBuffer}()',
      label: 'web',
      name: 'web response',
    },
    { path: '{axios:default,axios:axios}.{get,request}().data', label: 'web', name: 'web response' },
    { path: '{axios:default,axios:axios}.create().get().data', label: 'web', name: 'web response' },
    { path: '{got:default,got:got}().{body,text,json}()', label: 'web', name: 'web response' },
    { path: '{ky:default}.get().{text,json}()', label: 'web', name: 'web response' },
    {
      path: '{puppeteer,playwright}:**.newPage().{content,evaluate,$eval,innerText,textContent,innerHTML}()',
      label: 'web',
      name: 'web page',
    },
  ],
  sinks: [
    {
      kind: 'credential',
      match: {
        path: '{global:fetch,undici:fetch,undici:request,node-fetch:default,cross-fetch:default,cross-fetch:fetch,ofetch:ofetch,got:default,ky:default}',
      },
      argument: '1.headers|1.body|1.json|1.searchParams',
      name: 'request',
    },
    {
      kind: 'credential',
      match: { path: '{axios:default,axios:axios,axios:default.create()}.{get,delete,head}' },
      argument: '1.headers|1.params|1.auth',
      name: 'request',
    },
    {
      kind: 'credential',
      match: { path: '{axios:default,axios:axios,axios:default.create()}.{post,put,patch}' },
      argument: '1|2.headers|2.params|2.auth',
      name: 'request',
    },
    {
      kind: 'url',
      match: {
        path: '{undici:fetch,undici:request,node-fetch:default,cross-fetch:default,cross-fetch:fetch,ofetch:ofetch,ofetch:$fetch}',
      },
      argument: '0',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{axios:default,axios:axios}.{get,head}' },
      argument: '0',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{axios:default,axios:axios}.{post,put,patch,delete}' },
      argument: '0',
      capability: 'send',
    },
    {
      kind: 'url',
      match: { path: '{axios:default,axios:axios}.create().{get,head}' },
      argument: '0',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{axios:default,axios:axios}.create().{post,put,patch,delete}' },
      argument: '0',
      capability: 'send',
    },
    {
      kind: 'url',
      match: { path: '{axios:default,axios:axios,axios:default.request}' },
      argument: '0.url|0',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{got:default,got:got,ky:default}' },
      argument: '0',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{got:default,got:got,ky:default}.{get,head,stream}' },
      argument: '0',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{got:default,got:got,ky:default}.{post,put,patch,delete}' },
      argument: '0',
      capability: 'send',
    },
    {
      kind: 'url',
      match: { path: 'superagent:default.{get,post,put,patch,del}' },
      argument: '0',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{puppeteer,playwright}:**.newPage().goto' },
      argument: '0',
      capability: 'browse',
    },
  ],
  transfers: [
    { path: 'cheerio:**.load', passes: ['0'] },
    // An answer does not hold the address it was asked at.
    { path: '{global,undici,node-fetch,cross-fetch}:{fetch,default}', passes: 'none' },
    {
      path: '{axios:default,axios:axios,axios:default.create()}.{get,post,put,patch,delete,head,request}',
      passes: 'none',
    },
    { path: '{axios:default,axios:axios,got:default,got:got,ky:default}', passes: 'none' },
    { path: '{got:default,got:got,ky:default}.{get,post,put,patch,delete,head}', passes: 'none' },
  ],
} satisfies SdkModel;
