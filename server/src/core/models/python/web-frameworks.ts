import type { SdkModel } from '../model.js';

const numbers = ['int', 'float', 'bool', 'UUID'];

/** The smaller web frameworks; Flask, FastAPI and Django have files of their own. */
export default {
  id: 'web-frameworks',
  language: 'python',
  packages: ['aiohttp', 'tornado', 'sanic', 'bottle', 'falcon', 'litestar', 'robyn'],
  origin: 'documentation of aiohttp 3.8 (web), tornado 6.2 (tried), sanic, bottle, falcon, litestar',
  sources: [
    { path: 'aiohttp:web.Request().{query,match_info,headers,cookies,rel_url,path_qs}', label: 'request' },
    { path: 'aiohttp:web.Request().{json,text,post,read,multipart}()', label: 'request' },
    { path: 'aiohttp:web.WebSocketResponse().{receive,receive_str,receive_json}()', label: 'request' },
    {
      path: 'tornado:web.RequestHandler().{get_argument,get_arguments,get_body_argument,get_body_arguments,get_query_argument,get_query_arguments,get_cookie}()',
      label: 'request',
    },
    {
      path: 'tornado:web.RequestHandler().request.{body,headers,arguments,query,uri,cookies,files}',
      label: 'request',
    },
    { path: 'sanic:**.Request().{json,form,args,body,headers,cookies,query_args,files}', label: 'request' },
    { path: 'bottle:request.{query,forms,json,body,headers,cookies,params,files}', label: 'request' },
    { path: 'falcon:**.Request().{media,params,headers,bounded_stream,stream}', label: 'request' },
    { path: 'falcon:**.Request().{get_param,get_header,get_media}()', label: 'request' },
  ],
  entries: [
    {
      match: { callback: 'aiohttp:web.{get,post,put,patch,delete,route,view}' },
      parameters: [{ type: 'aiohttp:web.Request()' }],
      route: true,
    },
    {
      match: {
        callback:
          'aiohttp:web.Application().router.{add_get,add_post,add_put,add_patch,add_delete,add_route}',
      },
      parameters: [{ type: 'aiohttp:web.Request()' }],
      route: true,
    },
    {
      match: { decorator: 'aiohttp:web.RouteTableDef().{get,post,put,patch,delete,route,view}' },
      parameters: [{ type: 'aiohttp:web.Request()' }],
      route: true,
    },
    {
      match: {
        base: 'tornado:{web.RequestHandler,websocket.WebSocketHandler}',
        methods: ['get', 'post', 'put', 'patch', 'delete', 'on_message'],
      },
      parameters: [{ label: 'request', rest: true }],
      except: numbers,
      route: true,
    },
    {
      match: { decorator: 'sanic:{Sanic,Blueprint}().{get,post,put,patch,delete,route,websocket}' },
      parameters: [{ type: 'sanic:request.Request()' }, { label: 'request', rest: true }],
      except: numbers,
      route: true,
    },
    {
      match: { decorator: 'bottle:{route,get,post,put,delete,Bottle().route,Bottle().get,Bottle().post}' },
      parameters: [{ label: 'request', rest: true }],
      except: numbers,
      route: true,
      html: true,
    },
    {
      match: { decorator: 'litestar:{get,post,put,patch,delete}' },
      parameters: [{ label: 'request', rest: true }],
      except: [...numbers, 'Request', 'State', 'Session', 'AsyncSession'],
      route: true,
    },
  ],
  sinks: [
    {
      kind: 'html',
      match: { path: 'aiohttp:web.Response' },
      argument: 'text|body',
      when: { argument: 'content_type', like: ['text/html*'] },
    },
    { kind: 'response', match: { path: 'aiohttp:web.{Response,json_response}' }, argument: '*' },
    {
      kind: 'html',
      match: { path: 'tornado:web.RequestHandler().{write,finish}' },
      argument: '0',
      name: 'self.write',
    },
    {
      kind: 'response',
      match: { path: 'tornado:web.RequestHandler().{write,finish,write_message}' },
      argument: '0',
    },
    { kind: 'html', match: { path: 'sanic:response.html' }, argument: '0', name: 'html' },
    { kind: 'response', match: { path: 'sanic:response.{html,json,text,raw}' }, argument: '0' },
    { kind: 'template', match: { path: 'bottle:{template,SimpleTemplate}' }, argument: '0' },
  ],
} satisfies SdkModel;
