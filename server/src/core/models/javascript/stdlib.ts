import type { SdkModel } from '../model.js';

const secretNames =
  '{*API_KEY*,*APIKEY*,*SECRET*,*PASSWORD*,*PASSWD*,*_TOKEN,TOKEN,*PRIVATE_KEY*,*CREDENTIAL*,*ACCESS_KEY*,DATABASE_URL,*CONNECTION_STRING*,*_DSN}';
const read = '{readFile,readFileSync,createReadStream,readdir,readdirSync,open,openSync,opendir,opendirSync}';
const write =
  '{writeFile,writeFileSync,appendFile,appendFileSync,createWriteStream,mkdir,mkdirSync,rename,renameSync,copyFile,copyFileSync,cp,cpSync,truncate,truncateSync,chmod,chmodSync,symlink,symlinkSync}';
const remove = '{unlink,unlinkSync,rm,rmSync,rmdir,rmdirSync}';
const fs = '{fs,fs:promises,fs:default,fs:default.promises,fs/promises,fs/promises:default}';

/** Node's and the browser's own functions. */
export default {
  id: 'stdlib',
  language: 'javascript',
  packages: [
    'global',
    'child_process',
    'fs',
    'fs/promises',
    'vm',
    'v8',
    'process',
    'readline',
    'readline/promises',
    'http',
    'https',
    'module',
    'worker_threads',
    'bun',
  ],
  origin: 'Node.js 24 documentation (nodejs.org/api), MDN Web API reference, Deno and Bun API references',
  sources: [
    { path: '{global:process.argv,process:argv,process:default.argv}', label: 'cli', name: 'process.argv' },
    {
      path: '{global:process.stdin,process:stdin,process:default.stdin}',
      label: 'cli',
      name: 'process.stdin',
    },
    { path: '{global:Deno.args,global:Bun.argv}', label: 'cli', name: 'command-line arguments' },
    { path: 'global:prompt()', label: 'cli', name: 'prompt()' },
    { path: 'readline/promises:**.createInterface().question()', label: 'cli', name: 'question()' },
    { path: '{readline,readline/promises}:**.createInterface()[]', label: 'cli', name: 'input line' },
    { path: `fs:**.{readFile,readFileSync}()`, label: 'file', name: 'file contents' },
    { path: `fs/promises:**.readFile()`, label: 'file', name: 'file contents' },
    {
      path: '{global:Deno.readTextFile(),global:Deno.readTextFileSync(),global:Bun.file()}',
      label: 'file',
      name: 'file contents',
    },
    { path: 'global:{location,window.location,document.location}.{search,hash,href}', label: 'request' },
    { path: 'global:{window.name,document.referrer,document.cookie}', label: 'request' },
    {
      path: `{global:process.env,process:env,global:import.meta.env}.${secretNames}`,
      label: 'secret',
      name: 'environment secret',
    },
    {
      path: 'global:Deno.env.get()',
      label: 'secret',
      when: [{ argument: '0', like: ['*KEY*', '*SECRET*', '*PASSWORD*', '*TOKEN*'] }],
    },
  ],
  entries: [
    {
      match: { callback: '{readline:createInterface(),readline:default.createInterface()}.question' },
      parameters: [{ label: 'cli' }],
    },
  ],
  sinks: [
    {
      kind: 'code-exec',
      match: { path: 'global:{eval,window.eval,globalThis.eval}' },
      argument: '0',
      name: 'eval',
      capability: 'code-exec',
    },
    {
      kind: 'code-exec',
      match: { path: 'global:{Function,window.Function,globalThis.Function}' },
      argument: '*',
      name: 'Function',
      capability: 'code-exec',
    },
    {
      kind: 'code-exec',
      match: { path: 'global:{import,require}' },
      argument: '0',
      name: 'import',
      capability: 'code-exec',
    },
    {
      kind: 'code-exec',
      match: {
        path: 'vm:**.{runInThisContext,runInNewContext,runInContext,compileFunction,Script,SourceTextModule}',
      },
      argument: '0',
      capability: 'code-exec',
    },
    {
      kind: 'code-exec',
      match: { path: 'worker_threads:Worker' },
      argument: '0',
      when: { argument: '1.eval', is: [true] },
      capability: 'code-exec',
    },
    {
      kind: 'shell',
      match: { path: 'child_process:**.{exec,execSync}' },
      argument: '0',
      capability: 'shell',
    },
    {
      kind: 'shell',
      match: { path: 'child_process:**.{spawn,spawnSync,execFile,execFileSync}' },
      argument: '0|1',
      when: { argument: '2.shell|1.shell', is: [true] },
      capability: 'shell',
    },
    {
      kind: 'shell',
      match: { path: 'child_process:**.{spawn,spawnSync,execFile,execFileSync,fork}' },
      argument: '*',
      shape: 'argv',
      capability: 'shell',
    },
    { kind: 'shell', match: { path: '{global:Bun.$,bun:$}' }, argument: '0', capability: 'shell' },
    {
      kind: 'shell',
      match: { path: '{global:Bun,bun}.{spawn,spawnSync}' },
      argument: '0|0.cmd',
      shape: 'command',
      capability: 'shell',
    },
    {
      kind: 'shell',
      match: { path: 'global:Deno.Command' },
      argument: '*',
      shape: 'argv',
      capability: 'shell',
    },
    { kind: 'path', match: { path: `${fs}.${read}` }, argument: '0', capability: 'read' },
    { kind: 'path', match: { path: `${fs}.${write}` }, argument: '0', capability: 'write' },
    { kind: 'path', match: { path: `${fs}.${remove}` }, argument: '0', capability: 'delete' },
    {
      kind: 'path',
      match: { path: 'global:Deno.{readTextFile,readTextFileSync,readFile,open}' },
      argument: '0',
      capability: 'read',
    },
    {
      kind: 'path',
      match: { path: 'global:Deno.{writeTextFile,writeTextFileSync,writeFile}' },
      argument: '0',
      capability: 'write',
    },
    { kind: 'path', match: { path: 'global:Deno.{remove,removeSync}' }, argument: '0', capability: 'delete' },
    { kind: 'path', match: { path: 'global:Bun.write' }, argument: '0', capability: 'write' },
    {
      kind: 'url',
      match: { path: 'global:{fetch,window.fetch,globalThis.fetch}' },
      argument: '0',
      name: 'fetch',
      capability: 'network',
    },
    { kind: 'url', match: { path: '{http,https}:**.{get,request}' }, argument: '0', capability: 'network' },
    { kind: 'url', match: { path: 'global:{window.open,open}' }, argument: '0', name: 'window.open' },
    { kind: 'url', match: { path: 'global:{location,window.location}.{assign,replace}' }, argument: '0' },
    { kind: 'html', match: { set: 'innerHTML' } },
    { kind: 'html', match: { set: 'outerHTML' } },
    { kind: 'html', match: { set: 'srcdoc' } },
    { kind: 'html', match: { method: 'insertAdjacentHTML' }, argument: '1' },
    { kind: 'html', match: { method: 'setHTMLUnsafe' }, argument: '0' },
    { kind: 'html', match: { method: 'createContextualFragment' }, argument: '0' },
    {
      kind: 'html',
      match: { path: 'global:document.{write,writeln}' },
      argument: '*',
      name: 'document.write',
    },
    { kind: 'html', match: { prop: 'dangerouslySetInnerHTML' }, argument: '__html' },
    { kind: 'html', match: { prop: 'innerHTML' } },
    { kind: 'html', match: { prop: 'srcDoc' } },
    { kind: 'deserialization', match: { path: 'v8:**.deserialize' }, argument: '0' },
    { kind: 'log', match: { path: 'global:console.{log,info,warn,error,debug,trace}' }, argument: '*' },
    {
      kind: 'action',
      match: { path: '{global:process.kill,process:kill}' },
      argument: '0',
      capability: 'delete',
    },
  ],
} satisfies SdkModel;
