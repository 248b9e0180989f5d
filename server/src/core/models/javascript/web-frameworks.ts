import type { SdkModel } from '../model.js';

const verbs = '{get,post,put,patch,delete,all,route,options}';
const nestArguments = [
  'Param',
  'Body',
  'Query',
  'Headers',
  'Req',
  'Request',
  'UploadedFile',
  'MessageBody',
  'Args',
];

/** Server frameworks besides Express and Next.js. */
export default {
  id: 'web-frameworks',
  language: 'javascript',
  packages: [
    'koa',
    '@koa/router',
    'koa-router',
    'fastify',
    'hono',
    'hono/*',
    '@nestjs/*',
    '@hapi/hapi',
    'h3',
    'nitropack',
    '@sveltejs/kit',
    '@remix-run/*',
    'astro',
    '@trpc/server',
    'graphql-yoga',
    '@apollo/server',
    'ws',
    'socket.io',
    'elysia',
    'restify',
    'polka',
    'micro',
    'convex/server',
  ],
  origin:
    'koajs.com, fastify.dev/docs, hono.dev/docs, docs.nestjs.com, hapi.dev, h3.unjs.io, svelte.dev/docs/kit, trpc.io, socket.io/docs, github.com/websockets/ws',
  schemas: [
    { path: '@trpc/server:**.input', lets: 'merged', schemas: ['this', '0'] },
    { path: '@trpc/server:**.{use,output,meta,unstable_concat,concat}', lets: 'value', schemas: ['this'] },
  ],
  sources: [
    {
      path: 'koa:Context().{query,querystring,params,headers,request.body,request.query,request.headers,request.rawBody,cookies}',
      label: 'request',
    },
    { path: 'fastify:FastifyRequest().{body,query,params,headers,cookies,url}', label: 'request' },
    {
      path: 'hono:Context().req.{json,text,query,queries,param,header,parseBody,formData,valid,raw,arrayBuffer}()',
      label: 'request',
    },
    { path: 'hono:Context().req.{url,path}', label: 'request' },
    { path: '@hapi/hapi:Request().{payload,query,params,headers,state}', label: 'request' },
    {
      path: '{h3,nitropack}:{readBody,getQuery,getRouterParam,getRouterParams,readFormData,readRawBody,readMultipartFormData,getHeader}()',
      label: 'request',
    },
    { path: 'global:{readBody,getQuery,getRouterParam,readFormData,readRawBody}()', label: 'request' },
    { path: '@sveltejs/kit:RequestEvent().{params,url,cookies}', label: 'request' },
    { path: '@sveltejs/kit:RequestEvent().request.{json,text,formData}()', label: 'request' },
  ],
  entries: [
    {
      match: { callback: 'koa:default().use' },
      parameters: [{ type: 'koa:Context()' }, { none: true }],
      route: true,
    },
    {
      match: { callback: `{@koa/router:default(),@koa/router:Router(),koa-router:default()}.${verbs}` },
      parameters: [{ type: 'koa:Context()' }, { none: true }],
      route: true,
    },
    {
      match: { callback: `fastify:{default(),fastify(),FastifyInstance()}.${verbs}` },
      parameters: [{ type: 'fastify:FastifyRequest()' }, { type: 'fastify:FastifyReply()' }],
      route: true,
    },
    {
      match: { callback: 'fastify:{default(),fastify(),FastifyInstance()}.route', property: 'handler' },
      parameters: [{ type: 'fastify:FastifyRequest()' }, { type: 'fastify:FastifyReply()' }],
      route: true,
    },
    {
      match: { callback: `hono:{Hono(),OpenAPIHono()}.**.{${verbs.slice(1, -1)},on,use,openapi}` },
      parameters: [{ type: 'hono:Context()' }, { none: true }],
      route: true,
    },
    {
      match: { decorator: `@nestjs/common:{${nestArguments.join(',')}}` },
      parameters: [{ label: 'request' }],
    },
    {
      match: { decorator: '@nestjs/common:{Get,Post,Put,Patch,Delete,All,Sse}' },
      parameters: [{ label: 'request', rest: true }],
      except: ['number', 'boolean', 'Response', 'Request', 'Observable'],
      route: true,
    },
    {
      match: { decorator: '@nestjs/websockets:SubscribeMessage' },
      parameters: [{ label: 'request', rest: true }],
      except: ['Socket', 'Server', 'WebSocket'],
    },
    {
      match: { callback: '@hapi/hapi:**.server().route', property: 'handler' },
      parameters: [{ type: '@hapi/hapi:Request()' }, { none: true }],
      route: true,
    },
    {
      match: { callback: '{h3,nitropack,global}:{defineEventHandler,eventHandler}' },
      parameters: [{ none: true }],
      route: true,
    },
    {
      match: {
        exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'load'],
        file: '**/+{server,page.server,layout.server}.{ts,js}',
      },
      parameters: [{ type: '@sveltejs/kit:RequestEvent()' }],
      route: true,
    },
    {
      match: { exports: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'ALL'], file: '**/src/pages/**' },
      parameters: [{ label: 'request' }],
      route: true,
    },
    {
      match: { callback: '@trpc/server:**.{query,mutation,subscription}' },
      parameters: [{ label: 'request', schema: 'this', at: 'input' }],
      route: true,
    },
    {
      match: { callback: 'ws:{WebSocketServer,Server}().on' },
      parameters: [{ type: 'ws:WebSocket()' }, { none: true }],
    },
    {
      match: { callback: 'ws:{WebSocket,default}().{on,addEventListener}' },
      parameters: [{ label: 'request' }],
    },
    { match: { callback: 'socket.io:Server().**.on' }, parameters: [{ type: 'socket.io:Socket()' }] },
    { match: { callback: 'socket.io:Socket().on' }, parameters: [{ label: 'request', rest: true }] },
    {
      match: { callback: 'elysia:Elysia().**.{get,post,put,patch,delete,ws}' },
      parameters: [{ label: 'request' }],
      route: true,
    },
    {
      match: { callback: 'convex/server:{query,mutation,action,httpAction}', property: 'handler' },
      parameters: [{ none: true }, { label: 'request' }],
      route: true,
    },
  ],
  settings: [
    { path: 'fastify:FastifyReply().**.type', name: 'contentType', value: '0' },
    {
      path: 'fastify:FastifyReply().**.header',
      name: 'contentType',
      value: '1',
      when: { argument: '0', like: ['content-type'] },
    },
    { path: 'fastify:FastifyReply().**.headers', name: 'contentType', value: '0.Content-Type' },
    { path: 'fastify:FastifyReply().**.headers', name: 'contentType', value: '0.content-type' },
  ],
  sinks: [
    // A string that is sent is plain text unless another type was set before.
    {
      kind: 'html',
      match: { path: 'fastify:FastifyReply().**.send' },
      argument: '0',
      when: { argument: 'this.contentType', like: ['*html*'] },
      name: 'reply.send',
    },
    { kind: 'html', match: { path: 'hono:Context().html' }, argument: '0', name: 'c.html' },
    { kind: 'response', match: { path: 'hono:Context().{html,json,text,body}' }, argument: '0' },
    {
      kind: 'url',
      match: { path: '{hono:Context(),koa:Context(),fastify:FastifyReply()}.redirect' },
      argument: '0|1',
      name: 'redirect',
    },
    { kind: 'response', match: { path: 'fastify:FastifyReply().**.send' }, argument: '0' },
    { kind: 'path', match: { path: 'fastify:FastifyReply().sendFile' }, argument: '0' },
    {
      kind: 'response',
      match: { path: '{socket.io:Server(),socket.io:Socket(),ws:WebSocket()}.**.{emit,send}' },
      argument: '0|1',
    },
  ],
} satisfies SdkModel;
