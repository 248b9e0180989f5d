import type { SdkModel } from '../model.js';
import { providerPaths, providerUrls } from '../provider-urls.js';

const addresses = [...providerUrls, ...providerPaths];
const restTemplate = 'org.springframework.web.client:{RestTemplate,RestOperations}()';
const body =
  'this.body.messages|this.body.input|this.body.prompt|this.body.contents|this.bodyValue.messages|this.bodyValue.input|this.bodyValue.prompt|this.bodyValue.contents';

/** HTTP clients: a request to a provider is a model call, any other an address that may be chosen by somebody else. */
export default {
  id: 'http',
  language: 'java',
  packages: [
    ...[
      'java.net.http',
      'org.springframework.web.client',
      'org.springframework.web.reactive.function.client',
    ],
    ...[
      'okhttp3',
      'org.apache.http',
      'org.apache.hc',
      'org.jsoup',
      'kong.unirest',
      'feign',
      'org.springframework.http',
    ],
  ],
  origin:
    'java.net.http (Java SE 21), docs.spring.io/spring-framework REST clients, square.github.io/okhttp, hc.apache.org, jsoup.org',
  aliases: [
    {
      path: 'java.net.http:HttpClient.{newHttpClient(),newBuilder().build()}',
      as: 'java.net.http:HttpClient()',
    },
    {
      path: '{org.springframework.web.client:RestClient,org.springframework.web.reactive.function.client:WebClient}.builder().build()',
      as: 'org.springframework.web.client:RestClient()',
    },
    {
      path: 'org.springframework.web.reactive.function.client:{WebClient(),WebClient.create()}',
      as: 'org.springframework.web.client:RestClient()',
    },
    {
      path: 'org.springframework.web.client:RestClient.create()',
      as: 'org.springframework.web.client:RestClient()',
    },
    {
      path: 'org.springframework.web.{client:RestClient.Builder(),reactive.function.client:WebClient.Builder()}',
      as: 'org.springframework.web.client:RestClient.builder()',
    },
    { path: 'okhttp3:OkHttpClient.Builder().build()', as: 'okhttp3:OkHttpClient()' },
    { path: 'java.net.http:HttpRequest.BodyPublishers.ofString()', as: { argument: '0' } },
    { path: 'org.springframework.http:HttpEntity()', as: { argument: '0' } },
  ],
  builders: [
    { path: 'java.net.http:HttpRequest.newBuilder()' },
    {
      path: '{org.springframework.web.client:RestClient,org.springframework.web.reactive.function.client:WebClient}.builder()',
    },
    {
      path: 'org.springframework.web.client:RestClient().{get,post,put,patch,delete,method}()',
      ends: ['retrieve', 'exchange'],
    },
    { path: 'okhttp3:Request.Builder()' },
  ],
  calls: [
    {
      path: 'org.springframework.web.client:RestClient().post().retrieve',
      when: [{ argument: 'this.uri', like: addresses }],
      prompt: [{ argument: body, shape: 'messages' }],
      metadata: ['toBodilessEntity', 'getHeaders', 'getStatusCode'],
    },
    {
      path: `${restTemplate}.{postForObject,postForEntity}`,
      when: [{ argument: '0', like: addresses }],
      prompt: [{ argument: '1.messages|1.input|1.prompt|1.contents|1', shape: 'messages' }],
      metadata: ['getHeaders', 'getStatusCode'],
    },
    {
      path: `${restTemplate}.exchange`,
      when: [{ argument: '0', like: addresses }],
      prompt: [{ argument: '2.messages|2.input|2.prompt|2', shape: 'messages' }],
      metadata: ['getHeaders', 'getStatusCode'],
    },
    {
      path: 'java.net.http:HttpClient().{send,sendAsync}',
      when: [{ argument: '0.uri|0.newBuilder', like: addresses }],
      prompt: [{ argument: '0.POST', shape: 'text' }],
      metadata: ['statusCode', 'headers', 'uri'],
    },
  ],
  sources: [
    { path: `${restTemplate}.{getForObject,getForEntity}()`, label: 'web', name: 'web response' },
    {
      path: 'org.springframework.web.client:RestClient().get().retrieve()',
      label: 'web',
      name: 'web response',
    },
    { path: 'java.net.http:HttpClient().{send,sendAsync}()', label: 'web', name: 'web response' },
    { path: 'okhttp3:OkHttpClient().newCall().execute()', label: 'web', name: 'web response' },
    { path: 'org.jsoup:Jsoup.connect().{get,post,execute}()', label: 'web', name: 'web page' },
  ],
  sinks: [
    {
      kind: 'url',
      match: { path: `${restTemplate}.{getForObject,getForEntity,headForHeaders}` },
      argument: '0',
      name: 'RestTemplate',
      capability: 'network',
    },
    {
      kind: 'url',
      match: {
        path: `${restTemplate}.{postForObject,postForEntity,exchange,execute,put,delete,patchForObject}`,
      },
      argument: '0',
      name: 'RestTemplate',
      capability: 'send',
    },
    {
      kind: 'url',
      match: { path: 'org.springframework.web.client:RestClient().get().uri' },
      argument: '0',
      name: 'uri',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: 'org.springframework.web.client:RestClient().{post,put,patch,delete,method}().uri' },
      argument: '0',
      name: 'uri',
      capability: 'send',
    },
    {
      kind: 'url',
      match: {
        path: 'org.springframework.web.{client:RestClient,reactive.function.client:WebClient}.create',
      },
      argument: '0',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: 'java.net.http:{HttpRequest.newBuilder,HttpRequest.newBuilder().uri}' },
      argument: '0',
      name: 'HttpRequest',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: 'okhttp3:Request.Builder().url' },
      argument: '0',
      name: 'Request.url',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: '{org.apache.http,org.apache.hc}:{HttpGet,HttpPost,HttpPut,HttpDelete,HttpPatch}' },
      argument: '0',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: 'org.jsoup:Jsoup.connect' },
      argument: '0',
      name: 'Jsoup.connect',
      capability: 'network',
    },
    {
      kind: 'url',
      match: { path: 'kong.unirest:Unirest.{get,post,put,delete,patch}' },
      argument: '0',
      capability: 'network',
    },
  ],
} satisfies SdkModel;
