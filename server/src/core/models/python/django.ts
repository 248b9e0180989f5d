import type { SdkModel } from '../model.js';

const request =
  '{http.HttpRequest,http.request.HttpRequest,core.handlers.wsgi.WSGIRequest,core.handlers.asgi.ASGIRequest}()';
const verbs = ['get', 'post', 'put', 'patch', 'delete'];
const numbers = ['int', 'float', 'bool', 'UUID'];

export default {
  id: 'django',
  language: 'python',
  packages: ['django', 'rest_framework', 'ninja', 'channels'],
  origin:
    'docs.djangoproject.com/en/5.2/ref/request-response; django-rest-framework.org/api-guide/requests; django-ninja.dev',
  sources: [
    { path: `django:${request}.{GET,POST,body,COOKIES,META,FILES,headers,path,path_info}`, label: 'request' },
    { path: `django:${request}.{read,readline,get_full_path,build_absolute_uri}()`, label: 'request' },
    // DRF wraps Django's request; a view that names it `request` may have either.
    { path: `django:${request}.{data,query_params}`, label: 'request' },
    {
      path: 'rest_framework:request.Request().{data,query_params,GET,POST,FILES,body,headers}',
      label: 'request',
    },
    { path: 'django:forms.{Form,ModelForm}().cleaned_data', label: 'request', name: 'form data' },
    {
      path: 'rest_framework:serializers.{Serializer,ModelSerializer}().{validated_data,data}',
      label: 'request',
      name: 'request data',
    },
  ],
  entries: [
    {
      match: { parameter: 'request', position: 0 },
      parameters: [{ type: 'django:http.HttpRequest()' }, { label: 'request', rest: true }],
      except: numbers,
      route: true,
    },
    {
      match: {
        base: '{django:views.View,django:views.generic.**,rest_framework:views.APIView,rest_framework:viewsets.*,rest_framework:generics.*}',
        methods: [...verbs, 'list', 'create', 'retrieve', 'update', 'partial_update', 'destroy', 'dispatch'],
      },
      parameters: [{ type: 'django:http.HttpRequest()' }, { label: 'request', rest: true }],
      except: numbers,
      route: true,
    },
    {
      match: { decorator: 'ninja:{NinjaAPI,Router}().{get,post,put,patch,delete,api_operation}' },
      parameters: [{ type: 'django:http.HttpRequest()' }, { label: 'request', rest: true }],
      except: numbers,
      route: true,
    },
    {
      match: { base: 'channels:generic.websocket.*', methods: ['receive', 'receive_json'] },
      parameters: [{ label: 'request', rest: true }],
    },
  ],
  sinks: [
    {
      kind: 'html',
      match: { path: 'django:http.{HttpResponse,StreamingHttpResponse}' },
      argument: '0|content',
      unless: {
        argument: 'content_type',
        like: ['text/plain*', 'application/json*', 'text/event-stream*', 'text/csv*'],
      },
    },
    {
      kind: 'response',
      match: { path: 'django:http.{HttpResponse,StreamingHttpResponse,JsonResponse}' },
      argument: '0|content|data',
    },
    { kind: 'response', match: { path: 'rest_framework:response.Response' }, argument: '0|data' },
    {
      kind: 'html',
      match: { path: 'django:utils.safestring.{mark_safe,SafeString}' },
      argument: '0',
      name: 'mark_safe',
    },
    { kind: 'html', match: { path: 'django:utils.html.format_html' }, argument: '0', name: 'format_html' },
    {
      kind: 'template',
      match: { path: 'django:template.{Template,engines[].from_string}' },
      argument: '0|template_string',
    },
    {
      kind: 'url',
      match: { path: 'django:{shortcuts.redirect,http.HttpResponseRedirect}' },
      argument: '0|to',
      name: 'redirect',
    },
    {
      kind: 'path',
      match: { path: 'django:core.files.storage.default_storage.{open,save,delete}' },
      argument: '0',
      capability: 'write',
    },
    {
      kind: 'action',
      match: { path: 'django:core.mail.{send_mail,EmailMessage,EmailMultiAlternatives,mail_admins}' },
      argument: '*',
      name: 'mail',
      capability: 'mail',
    },
  ],
  guards: [
    {
      path: 'django:utils.html.{escape,conditional_escape,strip_tags}',
      kind: 'escape',
      clears: ['html'],
      effect: 'result',
      argument: '0',
    },
    // Escapes what it fills in; its first argument, the markup, is a sink.
    {
      path: 'django:utils.html.{format_html,format_html_join}',
      kind: 'escape',
      clears: ['html'],
      effect: 'result',
      argument: '*',
    },
  ],
  transfers: [
    // What goes into an answer is looked at where it is made; templates escape.
    { path: 'django:shortcuts.{render,redirect}', passes: 'none' },
    { path: 'django:http.*Response*', passes: 'none' },
    { path: 'rest_framework:response.Response', passes: 'none' },
  ],
} satisfies SdkModel;
