import type { SdkModel } from '../model.js';

const apps = '{default(),default.Router(),Router()}';
const methods = '{get,post,put,patch,delete,all,use,options,head}';
/** Content types that browsers do not show as a page, and their short names. */
const plainTypes = [
  ...['text', 'txt', '.txt', 'json', '.json', 'csv', '.csv', 'md', 'pdf', 'bin'],
  ...['text/plain*', 'text/csv*', 'text/markdown*', 'text/event-stream*', 'application/json*'],
  ...['application/*json*', 'application/octet-stream*', 'application/pdf*'],
];
const handler = [{ type: 'Request()' }, { type: 'Response()' }, { none: true, rest: true }] as const;

export default {
  id: 'express',
  language: 'javascript',
  packages: ['express', 'express-serve-static-core'],
  origin: 'expressjs.com/en/5x/api; npm express 4.21 and 5.1, @types/express 5',
  sources: [
    {
      path: 'Request().{body,query,params,headers,cookies,signedCookies,files,file,url,originalUrl,path,hostname}',
      label: 'request',
    },
    { path: 'Request().{get,header,param}()', label: 'request' },
  ],
  entries: [
    { match: { callback: `${apps}.${methods}` }, parameters: handler, route: true },
    { match: { callback: `${apps}.{route,param}().**.${methods}` }, parameters: handler, route: true },
  ],
  settings: [
    { path: 'Response().**.{type,contentType}', name: 'contentType', value: '0' },
    {
      path: 'Response().**.{set,header,setHeader}',
      name: 'contentType',
      value: '1',
      when: { argument: '0', like: ['content-type'] },
    },
    { path: 'Response().**.{set,header}', name: 'contentType', value: '0.Content-Type' },
    { path: 'Response().**.{set,header}', name: 'contentType', value: '0.content-type' },
    { path: 'Response().**.writeHead', name: 'contentType', value: '1.Content-Type' },
    { path: 'Response().**.writeHead', name: 'contentType', value: '1.content-type' },
  ],
  sinks: [
    // A string that is sent is a page (text/html) unless a type was set before.
    {
      kind: 'html',
      match: { path: 'Response().**.send' },
      argument: '0',
      unless: { argument: 'this.contentType', like: plainTypes },
      name: 'res.send',
    },
    {
      kind: 'html',
      match: { path: 'Response().**.{write,end}' },
      argument: '0',
      when: { argument: '0', like: ['*<*'] },
      unless: { argument: 'this.contentType', like: plainTypes },
      name: 'res.write',
    },
    { kind: 'response', match: { path: 'Response().**.{send,json,jsonp,write,end}' }, argument: '0' },
    {
      kind: 'path',
      match: { path: 'Response().**.{sendFile,download}' },
      argument: '0',
      name: 'res.sendFile',
    },
    {
      kind: 'url',
      match: { path: 'Response().**.{redirect,location}' },
      argument: '0|1',
      name: 'res.redirect',
    },
    { kind: 'template', match: { path: 'Response().**.render' }, argument: '0', name: 'res.render' },
  ],
} satisfies SdkModel;
