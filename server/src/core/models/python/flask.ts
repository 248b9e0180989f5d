import type { SdkModel } from '../model.js';

const routes = '{route,get,post,put,patch,delete}';

export default {
  id: 'flask',
  language: 'python',
  packages: ['flask', 'quart', 'markupsafe', 'flask_restful', 'flask_restx', 'flask_socketio'],
  origin:
    'flask 2.2.2 and 3.x documentation (flask.palletsprojects.com/en/stable/api); quart mirrors it; markupsafe 2.1',
  sources: ['flask', 'quart'].flatMap((pkg) => [
    {
      path: `${pkg}:request.{args,form,values,json,data,headers,cookies,files,query_string,view_args,url,path,full_path,stream}`,
      label: 'request' as const,
    },
    { path: `${pkg}:request.{get_json,get_data}()`, label: 'request' as const },
    { path: `${pkg}:websocket.receive()`, label: 'request' as const },
  ]),
  entries: [
    {
      match: { decorator: `{flask,quart}:{Flask,Quart,Blueprint}().${routes}` },
      parameters: [{ label: 'request', rest: true }],
      except: ['int', 'float', 'bool', 'UUID'],
      route: true,
      html: true,
    },
    {
      match: { decorator: '{flask_restful,flask_restx}:{Resource,Namespace}().route' },
      parameters: [{ label: 'request', rest: true }],
      except: ['int', 'float', 'bool', 'UUID'],
      route: true,
    },
    {
      match: {
        base: '{flask_restful,flask_restx}:Resource',
        methods: ['get', 'post', 'put', 'patch', 'delete'],
      },
      parameters: [{ label: 'request', rest: true }],
      except: ['int', 'float', 'bool', 'UUID'],
      route: true,
    },
    {
      match: { base: 'flask:views.MethodView', methods: ['get', 'post', 'put', 'patch', 'delete'] },
      parameters: [{ label: 'request', rest: true }],
      except: ['int', 'float', 'bool', 'UUID'],
      route: true,
      html: true,
    },
    {
      match: { decorator: 'flask_socketio:SocketIO().{on,event}' },
      parameters: [{ label: 'request', rest: true }],
      route: true,
    },
  ],
  sinks: [
    { kind: 'html', match: { path: '{flask,quart,markupsafe}:Markup' }, argument: '0', name: 'Markup' },
    {
      kind: 'html',
      match: { path: '{flask,quart}:{make_response,Response}' },
      argument: '0|response',
      unless: {
        argument: 'mimetype|content_type',
        like: ['application/json*', 'text/plain*', 'text/event-stream*'],
      },
    },
    { kind: 'response', match: { path: '{flask,quart}:{make_response,Response,jsonify}' }, argument: '*' },
    {
      kind: 'template',
      match: { path: '{flask,quart}:{render_template_string,stream_template_string}' },
      argument: '0|source',
    },
    { kind: 'path', match: { path: '{flask,quart}:send_file' }, argument: '0|path_or_file' },
    { kind: 'url', match: { path: '{flask,quart}:redirect' }, argument: '0|location', name: 'redirect' },
    { kind: 'response', match: { path: 'flask_socketio:{emit,send}' }, argument: '*' },
  ],
  guards: [
    { path: '{flask,markupsafe}:escape', kind: 'escape', clears: ['html'], effect: 'result', argument: '0' },
    { path: 'markupsafe:Markup.escape', kind: 'escape', clears: ['html'], effect: 'result', argument: '0' },
  ],
  transfers: [
    // Autoescaped: what goes into a template is text of the page, not markup; the template itself is a sink.
    {
      path: '{flask,quart}:{render_template,stream_template,render_template_string,stream_template_string}',
      passes: 'none',
    },
    // Served as application/json: no page.
    { path: '{flask,quart}:{jsonify,url_for}', passes: 'none' },
    // What goes into them is looked at there; returning them adds nothing.
    { path: '{flask,quart}:{Response,make_response,redirect,send_file}', passes: 'none' },
  ],
} satisfies SdkModel;
