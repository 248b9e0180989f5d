import type { SdkModel } from '../model.js';

/** Handlers of the Fetch API: workers, edge functions, Deno, Bun, SvelteKit, Remix. */
export default {
  id: 'fetch-api',
  language: 'javascript',
  packages: ['global', 'bun'],
  origin:
    'developers.cloudflare.com/workers, docs.deno.com/api, bun.sh/docs/api/http, MDN Request and Response',
  sources: [
    { path: 'global:Request().{json,text,formData,blob,arrayBuffer}()', label: 'request' },
    { path: 'global:Request().{body,headers,url}', label: 'request' },
  ],
  entries: [
    {
      match: { callback: 'global:Deno.serve' },
      parameters: [{ type: 'global:Request()' }, { none: true }],
      route: true,
    },
    {
      match: { callback: '{global:Bun.serve,bun:serve}', property: 'fetch' },
      parameters: [{ type: 'global:Request()' }, { none: true }],
      route: true,
    },
    {
      match: { exports: ['default.fetch', 'onRequest', 'onRequestGet', 'onRequestPost'], file: '**' },
      parameters: [{ type: 'global:Request()' }, { none: true, rest: true }],
      route: true,
    },
    {
      match: {
        exports: ['handler'],
        file: '**/{handler,lambda,index,function,*.handler,functions/**,lambdas/**,lambda/**}.{ts,js,mjs,mts,cjs}',
      },
      parameters: [{ label: 'request' }, { none: true, rest: true }],
      route: true,
      html: { body: 'body', headers: 'headers' },
    },
    {
      match: { exports: ['loader', 'action'], file: '**/routes/**' },
      parameters: [{ label: 'request' }],
      route: true,
    },
  ],
  sinks: [
    { kind: 'response', match: { path: 'global:Response' }, argument: '0' },
    { kind: 'response', match: { path: 'global:Response.json' }, argument: '0' },
    {
      kind: 'html',
      match: { path: 'global:Response' },
      argument: '0',
      when: {
        argument: '1.headers.Content-Type|1.headers.content-type|1.headers.Content-type',
        like: ['text/html*'],
      },
    },
    { kind: 'url', match: { path: 'global:Response.redirect' }, argument: '0', name: 'Response.redirect' },
  ],
} satisfies SdkModel;
