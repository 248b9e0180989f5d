import type { SdkModel } from '../model.js';

const verbs = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD'];

export default {
  id: 'next',
  language: 'javascript',
  packages: ['next', 'next/*'],
  origin: 'nextjs.org/docs (app router route handlers, pages API routes, server actions; 13 to 16)',
  sources: [
    { path: 'next/server:NextRequest().{json,text,formData,blob,arrayBuffer}()', label: 'request' },
    { path: 'next/server:NextRequest().{body,headers,cookies,nextUrl,url,geo}', label: 'request' },
    { path: 'next:NextApiRequest().{body,query,headers,cookies,url}', label: 'request' },
    { path: 'next/headers:{headers,cookies}()', label: 'request' },
    { path: 'next/navigation:{useSearchParams,useParams,usePathname}()', label: 'request' },
  ],
  entries: [
    {
      match: { exports: verbs, file: '**/route.{ts,tsx,js,jsx,mts,mjs}' },
      parameters: [{ type: 'next/server:NextRequest()' }, { label: 'request', rest: true }],
      route: true,
    },
    {
      match: { exports: ['default'], file: '**/pages/api/**' },
      parameters: [{ type: 'next:NextApiRequest()' }, { type: 'next:NextApiResponse()' }],
      route: true,
    },
    {
      match: { exports: ['default'], file: '**/{page,layout}.{tsx,jsx,ts,js}' },
      parameters: [{ label: 'request', rest: true }],
    },
    {
      match: { exports: ['middleware', 'proxy'], file: '**/{middleware,proxy}.{ts,js,mts,mjs}' },
      parameters: [{ type: 'next/server:NextRequest()' }, { none: true }],
      route: true,
    },
    { match: { directive: 'use server' }, parameters: [{ label: 'request', rest: true }], route: true },
  ],
  sinks: [
    { kind: 'response', match: { path: 'next/server:NextResponse.json' }, argument: '0' },
    { kind: 'response', match: { path: 'next/server:NextResponse' }, argument: '0' },
    {
      kind: 'html',
      match: { path: 'next/server:NextResponse' },
      argument: '0',
      when: { argument: '1.headers.Content-Type|1.headers.content-type', like: ['text/html*'] },
    },
    { kind: 'response', match: { path: 'next:NextApiResponse().**.{send,json,write,end}' }, argument: '0' },
    { kind: 'html', match: { path: 'next:NextApiResponse().**.send' }, argument: '0', name: 'res.send' },
    {
      kind: 'url',
      match: { path: 'next:NextApiResponse().**.redirect' },
      argument: '0|1',
      name: 'res.redirect',
    },
    {
      kind: 'url',
      match: {
        path: '{next/server:NextResponse.redirect,next/navigation:redirect,next/navigation:permanentRedirect}',
      },
      argument: '0',
      name: 'redirect',
    },
  ],
} satisfies SdkModel;
