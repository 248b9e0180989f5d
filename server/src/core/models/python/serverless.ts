import type { SdkModel } from '../model.js';

/** Functions that a cloud calls with an event. */
export default {
  id: 'serverless',
  language: 'python',
  packages: ['functions_framework', 'azure', 'aws_lambda_powertools', 'chalice', 'modal'],
  origin:
    'docs.aws.amazon.com/lambda (Python handler), functions-framework-python, Azure Functions Python v2 programming model',
  sources: [
    { path: 'azure:functions.HttpRequest().{params,headers,route_params,form,files}', label: 'request' },
    { path: 'azure:functions.HttpRequest().{get_json,get_body}()', label: 'request' },
    {
      path: 'chalice:Chalice().current_request.{json_body,query_params,raw_body,headers,uri_params}',
      label: 'request',
    },
    { path: 'aws_lambda_powertools:**.*Resolver().current_event.**', label: 'request' },
  ],
  entries: [
    {
      match: { exports: ['lambda_handler'], file: '**/*.py' },
      parameters: [{ label: 'request' }, { none: true, rest: true }],
      route: true,
      html: { body: 'body', headers: 'headers' },
    },
    {
      match: { exports: ['handler'], file: '**/{handler,lambda,index,function,lambda_function}.py' },
      parameters: [{ label: 'request' }, { none: true, rest: true }],
      route: true,
      html: { body: 'body', headers: 'headers' },
    },
    {
      match: { decorator: 'functions_framework:http' },
      parameters: [{ type: 'flask:request' }],
      route: true,
    },
    {
      match: { decorator: 'azure:functions.{FunctionApp,Blueprint}().{route,function_name}' },
      parameters: [{ type: 'azure:functions.HttpRequest()' }, { none: true, rest: true }],
      route: true,
    },
    {
      match: { decorator: 'chalice:Chalice().route' },
      parameters: [{ label: 'request', rest: true }],
      route: true,
    },
    {
      match: { decorator: 'aws_lambda_powertools:**.*Resolver().{get,post,put,patch,delete,route}' },
      parameters: [{ label: 'request', rest: true }],
      route: true,
    },
    {
      match: { decorator: 'modal:{fastapi_endpoint,web_endpoint}' },
      parameters: [{ label: 'request', rest: true }],
      except: ['int', 'float', 'bool', 'Request'],
      route: true,
    },
  ],
  sinks: [{ kind: 'response', match: { path: 'azure:functions.HttpResponse' }, argument: '0|body' }],
} satisfies SdkModel;
