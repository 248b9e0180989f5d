import type { EntryModel, SdkModel } from '../model.js';

/** Parameters that the framework fills with no free text of the caller. */
const except = [
  ...[
    'HttpServletRequest',
    'HttpServletResponse',
    'ServerHttpRequest',
    'ServerHttpResponse',
    'ServerWebExchange',
  ],
  ...['WebRequest', 'NativeWebRequest', 'ServletRequest', 'ServletResponse', 'HttpSession', 'WebSession'],
  ...[
    'Principal',
    'Authentication',
    'UserDetails',
    'Jwt',
    'OAuth2User',
    'Model',
    'ModelMap',
    'RedirectAttributes',
  ],
  ...['BindingResult', 'Errors', 'Locale', 'TimeZone', 'Pageable', 'Sort', 'UriComponentsBuilder', 'UriInfo'],
  ...[
    'SessionStatus',
    'Acknowledgment',
    'SecurityContext',
    'RoutingContext',
    'HttpHeaders',
    'Sse',
    'SseEventSink',
  ],
  // Annotations of parameters.
  ...[
    'AuthenticationPrincipal',
    'SessionAttribute',
    'RequestAttribute',
    'Value',
    'Autowired',
    'Context',
    'Suspended',
  ],
  ...['Inject', 'RegisteredOAuth2AuthorizedClient', 'CurrentUser'],
];

const route = (decorator: string, html?: EntryModel['html']): EntryModel => ({
  match: { decorator },
  parameters: [{ label: 'request', rest: true }],
  except,
  route: true,
  ...(html !== undefined && { html }),
});

/** A message of a client or a queue. */
const message = (decorator: string): EntryModel => ({
  match: { decorator },
  parameters: [{ label: 'request', rest: true }],
  except: [...except, 'Message', 'MessageHeaders', 'Header', 'Headers'],
});

const response = '{jakarta,javax}.servlet:HttpServletResponse()';
const plainTypes = [
  ...['text/plain*', 'text/csv*', 'text/event-stream*', 'application/json*', 'application/*json*'],
  ...['application/octet-stream*', 'application/pdf*', 'APPLICATION_JSON_VALUE', 'TEXT_PLAIN_VALUE'],
];

/** Spring MVC and WebFlux, servlets, JAX-RS, Micronaut, Javalin, Vert.x. */
export default {
  id: 'web-frameworks',
  language: 'java',
  packages: [
    ...[
      'org.springframework.web',
      'org.springframework.http',
      'org.springframework.messaging',
      'org.springframework.kafka',
    ],
    ...[
      'org.springframework.amqp',
      'org.springframework.jms',
      'org.springframework.shell',
      'org.springframework.graphql',
    ],
    ...[
      'jakarta.servlet',
      'javax.servlet',
      'jakarta.ws.rs',
      'javax.ws.rs',
      'io.micronaut.http',
      'io.javalin',
    ],
    ...[
      'io.vertx.ext.web',
      'jakarta.websocket',
      'javax.websocket',
      'spark',
      'org.springframework.ui',
      'picocli',
    ],
  ],
  origin:
    'docs.spring.io/spring-framework (web MVC, WebFlux, messaging), jakarta.ee servlet 6 and restful-ws 3.1, docs.micronaut.io, javalin.io, vertx.io',
  aliases: [
    {
      path: 'org.springframework.http:ResponseEntity.{ok,status,badRequest,created,accepted}()',
      as: 'org.springframework.http:ResponseEntity.ok()',
    },
  ],
  sources: [
    {
      path: '{jakarta,javax}.servlet:{HttpServletRequest,ServletRequest,HttpServletRequestWrapper}().{getParameter,getParameterValues,getParameterMap,getHeader,getHeaders,getQueryString,getReader,getInputStream,getCookies,getPathInfo,getRequestURI,getRequestURL,getPart,getParts}()',
      label: 'request',
    },
    {
      path: 'org.springframework.web:{WebRequest,NativeWebRequest}().{getParameter,getParameterValues,getHeader}()',
      label: 'request',
    },
    {
      path: 'org.springframework.web:ServerRequest().{queryParam,queryParams,pathVariable,pathVariables,bodyToMono,bodyToFlux,body,param,params,headers,cookies,formData}()',
      label: 'request',
    },
    {
      path: 'org.springframework.web:{TextMessage,WebSocketMessage}().{getPayload,getPayloadAsText}()',
      label: 'request',
    },
    {
      path: 'io.javalin:Context().{body,bodyAsClass,queryParam,formParam,pathParam,header,cookie,queryParamMap}()',
      label: 'request',
    },
    {
      path: 'io.vertx.ext.web:RoutingContext().{body,pathParam,queryParam,request,getBodyAsString,getBodyAsJson}()',
      label: 'request',
    },
    { path: 'spark:Request().{body,params,queryParams,headers,queryMap,splat}()', label: 'request' },
    {
      path: 'org.springframework.web:MultipartFile().{getBytes,getInputStream,getOriginalFilename}()',
      label: 'request',
      name: 'uploaded file',
    },
  ],
  entries: [
    route('org.springframework.web:{Get,Post,Put,Delete,Patch}Mapping()', {
      argument: 'produces',
      class: 'TEXT_HTML_VALUE',
    }),
    route('org.springframework.web:RequestMapping()', { argument: 'produces', class: 'TEXT_HTML_VALUE' }),
    route('{jakarta,javax}.ws.rs:{GET,POST,PUT,DELETE,PATCH}()'),
    route('io.micronaut.http:{Get,Post,Put,Delete,Patch}()', { argument: 'produces', class: 'TEXT_HTML' }),
    route('org.springframework.graphql:{QueryMapping,MutationMapping,SubscriptionMapping,SchemaMapping}()'),
    message('org.springframework.messaging:{MessageMapping,SubscribeMapping}()'),
    message('org.springframework.{kafka:KafkaListener,amqp:RabbitListener,jms:JmsListener}()'),
    message('{jakarta,javax}.websocket:OnMessage()'),
    {
      match: {
        base: '{jakarta,javax}.servlet:HttpServlet',
        methods: ['doGet', 'doPost', 'doPut', 'doDelete', 'service'],
      },
      parameters: [{ none: true, rest: true }],
    },
    {
      match: {
        base: 'org.springframework.web:TextWebSocketHandler',
        methods: ['handleTextMessage', 'handleMessage'],
      },
      parameters: [{ none: true }, { none: true, rest: true }],
    },
    {
      match: { decorator: 'org.springframework.shell:ShellMethod()' },
      parameters: [{ label: 'cli', rest: true }],
    },
  ],
  settings: [
    { path: `${response}.setContentType`, name: 'contentType', value: '0' },
    {
      path: `${response}.{setHeader,addHeader}`,
      name: 'contentType',
      value: '1',
      when: { argument: '0', like: ['content-type'] },
    },
  ],
  sinks: [
    {
      kind: 'html',
      match: {
        path: `${response}.{getWriter(),getOutputStream()}.{write,print,println,append,printf,format}`,
      },
      argument: '0',
      unless: { argument: 'this.contentType', like: plainTypes },
      name: 'HttpServletResponse.getWriter',
    },
    {
      kind: 'response',
      match: {
        path: `${response}.{getWriter(),getOutputStream()}.{write,print,println,append,printf,format}`,
      },
      argument: '*',
    },
    {
      kind: 'url',
      match: { path: `${response}.sendRedirect` },
      argument: '0',
      name: 'HttpServletResponse.sendRedirect',
    },
    {
      kind: 'url',
      match: { path: 'org.springframework.web:RedirectView' },
      argument: '0',
      name: 'RedirectView',
    },
    { kind: 'html', match: { path: 'io.javalin:Context().html' }, argument: '0', name: 'ctx.html' },
    { kind: 'response', match: { path: 'io.javalin:Context().{result,json,html}' }, argument: '0' },
    { kind: 'response', match: { path: 'org.springframework.web:SseEmitter().send' }, argument: '0' },
    {
      kind: 'response',
      match: { path: 'org.springframework.web:WebSocketSession().sendMessage' },
      argument: '0',
    },
    {
      kind: 'response',
      match: {
        path: 'org.springframework.messaging:{SimpMessagingTemplate,SimpMessageSendingOperations}().{convertAndSend,convertAndSendToUser}',
      },
      argument: '*',
    },
  ],
  guards: [
    {
      path: 'org.springframework.web:util.HtmlUtils.{htmlEscape,htmlEscapeDecimal,htmlEscapeHex}',
      kind: 'escape',
      clears: ['html'],
      effect: 'result',
      argument: '0',
    },
    {
      path: 'org.springframework.web:util.UriUtils.encode*',
      kind: 'escape',
      clears: ['url'],
      effect: 'result',
      argument: '0',
    },
    {
      path: 'org.springframework.web:util.JavaScriptUtils.javaScriptEscape',
      kind: 'escape',
      clears: ['html'],
      effect: 'result',
      argument: '0',
    },
  ],
  transfers: [
    { path: 'org.springframework.web:TextMessage', passes: ['0'] },
    { path: 'org.springframework.http:ResponseEntity.ok', passes: ['0'] },
    { path: 'org.springframework.http:ResponseEntity.ok().body', passes: ['0'] },
  ],
} satisfies SdkModel;
