import type { SdkModel } from '../../server/src/core/models/model.js';

/** A handful of models, so that the engine's tests do not depend on the product's model files. */
export const testModels: readonly SdkModel[] = [
  {
    id: 'openai',
    language: 'python',
    packages: ['openai'],
    origin: 'test',
    llm: true,
    aliases: [{ path: 'OpenAI().with_options()', as: 'OpenAI()' }],
    clients: [
      {
        path: '{OpenAI,AsyncOpenAI}',
        timeout: ['timeout'],
        guards: [{ argument: 'middleware', kind: 'pii-redaction', side: 'both' }],
        apiKey: { argument: 'api_key', option: 'api_key', variable: 'OPENAI_API_KEY' },
      },
    ],
    calls: [
      {
        path: '{OpenAI,AsyncOpenAI}().chat.completions.create',
        unresolved: { chain: 'chat.completions.create', requires: ['model', 'messages'] },
        prompt: [{ argument: 'messages', shape: 'messages' }],
        metadata: ['usage', 'id'],
        tools: 'tools',
        limit: { options: ['max_completion_tokens', 'max_tokens'] },
        timeout: ['timeout'],
        stream: 'stream',
      },
    ],
    guards: [
      {
        path: 'OpenAI().moderations.create',
        kind: 'moderation',
        clears: [],
        effect: 'checked',
        argument: 'input',
      },
    ],
  },
  {
    id: 'chatmodels',
    language: 'python',
    packages: ['chatmodels'],
    origin: 'test',
    llm: true,
    clients: [{ path: 'ChatModel' }],
    links: ['ChatModel()', 'ChatModel().bind_tools()'],
    templates: [
      { path: 'Prompt.from_messages', template: { argument: '0', shape: 'messages' } },
      { path: 'Prompt.from_template', template: { argument: '0', shape: 'text', role: 'user' } },
    ],
    messages: [
      { path: 'SystemMessage', role: 'system', content: 'content|0' },
      { path: 'HumanMessage', role: 'user', content: 'content|0' },
    ],
    calls: [
      {
        path: 'ChatModel().{invoke,stream}',
        prompt: [{ argument: '0|input', shape: 'messages' }],
        limit: { options: ['max_tokens'], on: 'constructor' },
      },
    ],
  },
  {
    id: 'python-web',
    language: 'python',
    packages: ['flask'],
    origin: 'test',
    sources: [
      { path: 'flask:request.{args,form,json}', label: 'request' },
      { path: 'flask:request.get_json()', label: 'request' },
    ],
    entries: [
      {
        match: { decorator: 'flask:Flask().{route,get,post}' },
        parameters: [{ label: 'request', rest: true }],
        route: true,
      },
    ],
  },
  {
    id: 'fastapi',
    language: 'python',
    packages: ['fastapi'],
    origin: 'test',
    sources: [{ path: 'Request().{json,body}()', label: 'request' }],
    entries: [
      {
        match: { decorator: '{FastAPI,APIRouter}().{get,post}' },
        parameters: [{ label: 'request', rest: true }],
        except: ['Request', 'Depends', 'BackgroundTasks'],
        route: true,
      },
    ],
  },
  {
    id: 'agents',
    language: 'python',
    packages: ['agents'],
    origin: 'test',
    llm: true,
    entries: [
      {
        match: { decorator: 'tool' },
        parameters: [{ label: 'tool-arg', rest: true }],
        tool: { sdk: 'agents', approval: ['needs_approval'] },
      },
      {
        match: { base: 'BaseTool', methods: ['run'] },
        parameters: [{ label: 'tool-arg', rest: true }],
        tool: { sdk: 'agents' },
      },
    ],
    agents: [
      { path: 'Agent', tools: 'tools', stepLimit: { options: ['max_turns'], defaultIsBounded: true } },
    ],
    guards: [
      { path: 'approve', kind: 'approval', clears: [], effect: 'throws' },
      { path: 'Budget().spend', kind: 'rate-limit', clears: [], effect: 'throws' },
    ],
  },
  {
    id: 'python-std',
    language: 'python',
    packages: ['builtins', 'subprocess', 'os', 'sys', 'sqlite3', 'html', 'json', 're', 'shlex', 'uuid'],
    origin: 'test',
    sources: [
      { path: 'builtins:input()', label: 'cli' },
      { path: 'sys:argv', label: 'cli' },
      { path: 'builtins:open().read()', label: 'file' },
      {
        path: 'os:environ[]',
        label: 'secret',
        when: [{ argument: '0', like: ['*API_KEY*', '*SECRET*'] }],
        name: 'environment secret',
      },
      { path: 'os:getenv()', label: 'secret', when: [{ argument: '0', like: ['*API_KEY*', '*SECRET*'] }] },
    ],
    sinks: [
      { kind: 'code-exec', match: { path: 'builtins:{eval,exec}' }, argument: '0' },
      {
        kind: 'shell',
        match: { path: 'subprocess:{run,Popen}' },
        argument: '0|args',
        when: { argument: 'shell', is: [true] },
      },
      {
        kind: 'shell',
        match: { path: 'subprocess:{run,Popen}' },
        argument: '0|args',
        unless: { argument: 'shell', is: [true] },
        shape: 'argv',
      },
      { kind: 'shell', match: { path: 'os:system' }, argument: '0' },
      {
        kind: 'sql',
        match: { method: 'execute', receiver: '{cur*,*conn*,db}' },
        argument: '0',
      },
      { kind: 'log', match: { path: 'builtins:print' } },
      { kind: 'path', match: { path: 'builtins:open' }, argument: '0' },
    ],
    guards: [
      { path: 'builtins:{int,float}', kind: 'number', clears: 'all', effect: 'result', argument: '0' },
      { path: 'html:escape', kind: 'escape', clears: ['html'], effect: 'result', argument: '0' },
      { path: 'shlex:quote', kind: 'escape', clears: ['shell'], effect: 'result', argument: '0' },
    ],
    transfers: [
      { path: 'builtins:{len,isinstance}', passes: 'none' },
      { path: 'builtins:{str,list,sorted,dict}', passes: 'arguments' },
      { path: 'json:{loads,dumps}', passes: ['0'] },
    ],
  },
  {
    id: 'guards',
    language: 'python',
    packages: ['shields'],
    origin: 'test',
    guards: [
      { path: 'redact', kind: 'pii-redaction', clears: [], effect: 'result', argument: '0' },
      { path: 'require_select', kind: 'select-only', clears: ['sql'], effect: 'throws', argument: '0' },
      { path: 'is_safe_command', kind: 'allowlist', clears: ['shell'], effect: 'condition', argument: '0' },
    ],
  },
  {
    id: 'openai-js',
    language: 'javascript',
    packages: ['openai'],
    origin: 'test',
    llm: true,
    clients: [{ path: '{default,OpenAI}', apiKey: { argument: '0.apiKey', option: 'apiKey' } }],
    calls: [
      {
        path: '{default,OpenAI}().chat.completions.create',
        unresolved: { chain: 'chat.completions.create', requires: ['0.model', '0.messages'] },
        prompt: [{ argument: '0.messages', shape: 'messages' }],
        metadata: ['usage', 'id'],
        limit: { options: ['0.max_completion_tokens', '0.max_tokens'] },
        timeout: ['1.timeout'],
        stream: '0.stream',
      },
    ],
  },
  {
    id: 'ai',
    language: 'javascript',
    packages: ['ai'],
    origin: 'test',
    llm: true,
    calls: [
      {
        path: '{generateText,streamText}',
        timeout: ['0.abortSignal'],
        prompt: [
          { argument: '0.prompt', shape: 'text' },
          { argument: '0.messages', shape: 'messages' },
          { argument: '0.system', shape: 'text', role: 'system' },
        ],
        metadata: ['usage'],
        limit: { options: ['0.maxOutputTokens'] },
        tools: '0.tools',
      },
    ],
    guards: [
      { path: 'piiMiddleware()', kind: 'pii-redaction', clears: [], effect: 'carried', side: 'input' },
    ],
    entries: [
      {
        match: { callback: 'tool', property: 'execute' },
        parameters: [{ label: 'tool-arg' }, { none: true, rest: true }],
        tool: { sdk: 'ai', approval: ['0.needsApproval'] },
      },
    ],
  },
  {
    id: 'express',
    language: 'javascript',
    packages: ['express'],
    origin: 'test',
    sources: [{ path: 'Request().{body,query,params}', label: 'request' }],
    entries: [
      {
        match: { callback: '{default(),default.Router(),Router()}.{get,post,use}' },
        parameters: [{ type: 'Request()' }, { type: 'Response()' }, { none: true, rest: true }],
        route: true,
      },
    ],
    sinks: [
      { kind: 'html', match: { path: 'Response().**.send' }, argument: '0', name: 'res.send' },
      { kind: 'response', match: { path: 'Response().**.{send,json}' }, argument: '0' },
    ],
  },
  {
    id: 'next',
    language: 'javascript',
    packages: ['next'],
    origin: 'test',
    sources: [{ path: 'global:Request().{json,text,formData}()', label: 'request' }],
    entries: [
      {
        match: { exports: ['GET', 'POST'], file: '**/app/**/route.ts' },
        parameters: [{ type: 'global:Request()' }, { none: true, rest: true }],
        route: true,
      },
      { match: { directive: 'use server' }, parameters: [{ label: 'request', rest: true }] },
    ],
  },
  {
    id: 'node-std',
    language: 'javascript',
    packages: ['global', 'child_process'],
    origin: 'test',
    sources: [
      {
        path: 'global:process.env[]',
        label: 'secret',
        when: [{ argument: '0', like: ['*SECRET*', '*API_KEY*'] }],
        name: 'environment secret',
      },
    ],
    sinks: [
      { kind: 'code-exec', match: { path: 'global:{eval,Function}' }, argument: '*' },
      { kind: 'shell', match: { path: 'child_process:{exec,execSync}' }, argument: '0' },
      {
        kind: 'shell',
        match: { path: 'child_process:{spawn,execFile}' },
        argument: '*',
        shape: 'argv',
      },
      { kind: 'html', match: { set: 'innerHTML' } },
      { kind: 'html', match: { prop: 'dangerouslySetInnerHTML' } },
      { kind: 'log', match: { path: 'global:console.log' }, argument: '*' },
    ],
    guards: [
      { path: 'global:{Number,parseInt}', kind: 'number', clears: 'all', effect: 'result', argument: '0' },
    ],
    transfers: [
      { path: 'global:JSON.{parse,stringify}', passes: ['0'] },
      { path: 'global:String', passes: 'arguments' },
    ],
  },
];
