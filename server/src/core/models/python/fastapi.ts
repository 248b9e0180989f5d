import type { SdkModel } from '../model.js';

const methods = '{get,post,put,patch,delete,options,head,api_route,route}';
/** Parameters that the framework fills with no free text of the caller. */
const except = [
  'int',
  'float',
  'bool',
  'UUID',
  'datetime',
  'date',
  'Decimal',
  'Enum',
  'Literal',
  'Depends',
  'Security',
  'BackgroundTasks',
  'Request',
  'Response',
  'WebSocket',
  'HTTPConnection',
  'SecurityScopes',
  'Session',
  'AsyncSession',
  'Settings',
  'AsyncClient',
  'Client',
];

export default {
  id: 'fastapi',
  language: 'python',
  packages: ['fastapi', 'starlette', 'sse_starlette'],
  origin:
    'fastapi 0.92 and current documentation (fastapi.tiangolo.com/reference), starlette 0.26 (starlette.io/requests)',
  sources: [
    {
      path: '{Request,requests.Request}().{query_params,path_params,headers,cookies,url}',
      label: 'request',
    },
    { path: '{Request,requests.Request}().{json,body,form,stream}()', label: 'request' },
    {
      path: '{WebSocket,websockets.WebSocket}().{receive,receive_text,receive_json,receive_bytes,iter_text,iter_json,iter_bytes}()',
      label: 'request',
    },
    {
      path: '{WebSocket,websockets.WebSocket}().{query_params,path_params,headers,cookies}',
      label: 'request',
    },
    { path: '{UploadFile,datastructures.UploadFile}().{read()}', label: 'request', name: 'uploaded file' },
  ],
  entries: [
    {
      match: { decorator: `{FastAPI,APIRouter,Starlette,applications.Starlette}().${methods}` },
      parameters: [{ label: 'request', rest: true }],
      except,
      route: true,
      html: { argument: 'response_class', class: 'responses.HTMLResponse' },
    },
    {
      match: { decorator: '{FastAPI,APIRouter}().{websocket,websocket_route}' },
      parameters: [{ label: 'request', rest: true }],
      except,
      route: true,
    },
    {
      match: { callback: 'starlette:routing.{Route,WebSocketRoute}' },
      parameters: [{ type: 'starlette:requests.Request()' }],
      route: true,
    },
  ],
  sinks: [
    {
      kind: 'html',
      match: { path: '{responses.HTMLResponse,HTMLResponse}' },
      argument: '0|content',
      name: 'HTMLResponse',
    },
    {
      kind: 'html',
      match: { path: '{Response,responses.Response,responses.StreamingResponse}' },
      argument: '0|content',
      when: { argument: 'media_type', like: ['text/html*'] },
    },
    {
      kind: 'response',
      match: {
        path: '{Response,responses.*Response}',
      },
      argument: '0|content',
    },
    { kind: 'response', match: { path: 'sse_starlette:**.EventSourceResponse' }, argument: '0|content' },
    {
      kind: 'response',
      match: { path: '{WebSocket,websockets.WebSocket}().{send_text,send_json,send_bytes}' },
      argument: '0',
    },
    { kind: 'path', match: { path: 'responses.FileResponse' }, argument: '0|path', name: 'FileResponse' },
    {
      kind: 'url',
      match: { path: 'responses.RedirectResponse' },
      argument: '0|url',
      name: 'RedirectResponse',
    },
  ],
  // What goes into an answer is looked at where it is made.
  transfers: [{ path: '{Response,HTMLResponse,responses.*Response}', passes: 'none' }],
} satisfies SdkModel;
