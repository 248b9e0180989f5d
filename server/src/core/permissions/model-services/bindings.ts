import type { TextRange } from '../../text/range.js';
import { type Check, check } from '../check.js';
import type { ConfigFile } from '../product.js';
import type { Remedy } from '../remedy.js';
import type { Risk, Variant } from '../risk.js';
import { type CommandText, placeOf } from '../scripts/command-texts.js';
import { withoutHereDocuments } from '../scripts/here-documents.js';
import { launchOf } from '../servers/launch.js';
import { commandsOf, programName } from '../shell/words.js';
import { services } from './services.js';

/** A program that serves a model, or the tools of an MCP server, over the network. */
interface Server {
  readonly name: string;
  /** Its program, its package, or the module of `python -m`. */
  readonly called: RegExp;
  /** The option that says where it listens. */
  readonly option: RegExp;
  /** Words after which not everybody is let in. */
  readonly login: RegExp;
}

const host = /^--(?:host|hostname|address|bind|bind-address|listen)$/;
const key = /^--(?:api[-_]key|auth|token|password|ssl-keyfile)/;

const servers: readonly Server[] = [
  { name: 'vLLM', called: /^vllm(?:\.entrypoints\.\S+)?$/, option: host, login: key },
  { name: 'llama.cpp', called: /^(?:llama-server|llama_cpp\.server)$/, option: host, login: key },
  { name: 'SGLang', called: /^sglang(?:\.launch_server)?$/, option: host, login: key },
  { name: 'LiteLLM', called: /^litellm$/, option: host, login: /^--config/ },
  { name: 'Text Generation Inference', called: /^text-generation-launcher$/, option: host, login: key },
  { name: 'MLX', called: /^mlx_(?:lm|vlm)\.server$/, option: host, login: key },
  {
    name: 'Xinference',
    called: /^xinference(?:-local|-supervisor)?$/,
    option: /^(?:--host|-H)$/,
    login: key,
  },
  { name: 'Tabby', called: /^tabby$/, option: host, login: key },
  { name: 'Langflow', called: /^langflow$/, option: host, login: key },
  { name: 'KoboldCpp', called: /^koboldcpp(?:\.py)?$/, option: host, login: /^--password/ },
  {
    name: 'This MCP server',
    called:
      /^(?:mcpo|mcp-proxy|fastmcp|@?[\w./-]*(?:mcp-server|server-mcp|-mcp|mcp-)[\w.-]*|[\w.]*mcp[\w.]*)(?:@[\w.^~-]+)?$/,
    option: host,
    login: key,
  },
];

/** `0.0.0.0`, `[::]:8080`, `*`. */
const everywhere = /^(?:https?:\/\/)?(?:0\.0\.0\.0|\[?::\]?|\*)(?::\d+)?\/?$/;

/** Variables that say where a server listens, whatever starts it. */
const variables: readonly { readonly name: string; readonly server: string }[] = [
  { name: 'OLLAMA_HOST', server: 'Ollama' },
  { name: 'FASTMCP_HOST', server: 'This MCP server' },
  { name: 'FASTMCP_SERVER_HOST', server: 'This MCP server' },
  { name: 'MCP_HOST', server: 'This MCP server' },
  { name: 'LLAMA_ARG_HOST', server: 'llama.cpp' },
  { name: 'LANGFLOW_HOST', server: 'Langflow' },
];

const assignment = new RegExp(
  `(?<![\\w-])(${variables.map(({ name }) => name).join('|')})[ \\t]*=[ \\t]*["']?((?:https?:\\/\\/)?(?:0\\.0\\.0\\.0|\\[::\\])(?::\\d{1,5})?)(?=["'\\s;]|$)`,
  'g',
);

const bound: Variant = { id: 'MS-BIND', rule: 'ai-service-exposed' };

const riskOf = (name: string, range: TextRange, remedies: readonly Remedy[] = []): Risk => ({
  variant: bound,
  severity: 'warning',
  range,
  message: `${name} asks for no login and listens on every address: other machines can use it`,
  remedies,
});

/** `docker run -p 11434:11434 ollama/ollama`: the port of a model that anybody may use, published on every address. */
function openPort(words: readonly string[]): { readonly server: string; readonly text: string } | undefined {
  const at = words.findIndex((word) => /^(?:docker|podman|nerdctl)$/.test(programName(word)));
  if (at < 0 || words[at + 1] !== 'run' || words.slice(0, at).some((word) => /^(?:echo|printf)$/.test(word)))
    return undefined;
  const args = words.slice(at + 2);
  const service = services.find(({ images }) =>
    args.some(
      (arg, i) =>
        images.test(arg) &&
        !/^-/.test(arg) &&
        !/^--?(?:name|v|volume|e|env|network|hostname)$/.test(args[i - 1] ?? ''),
    ),
  );
  const line = args.join('\n');
  if (service === undefined) return undefined;
  if (service.open !== undefined ? !service.open.test(line) : service.login?.test(line) === true)
    return undefined;
  const ports = args.flatMap((arg, i) => {
    const joined = /^(?:-p|--publish)=(.+)$/.exec(arg)?.[1];
    return joined ?? (/^(?:-p|--publish)$/.test(arg) ? (args[i + 1] ?? []) : []);
  });
  const port = ports.find((one) => /^(?:(?:0\.0\.0\.0|\[::\]):)?\d+:\d+/.test(one));
  return port === undefined ? undefined : { server: service.name, text: port };
}

/** The option of a command line by which a server listens everywhere: its words, and whose it is. */
function openOption(line: string): readonly { readonly server: string; readonly text: string }[] {
  if (!/0\.0\.0\.0|::|\*|\b(?:docker|podman|nerdctl)\b/.test(line)) return [];
  return commandsOf(line).flatMap(({ words }) => {
    // A container has a network of its own: what counts is where its port is published.
    if (words.some((word) => /^(?:docker|podman|nerdctl|kubectl)$/.test(programName(word))))
      return openPort(words) ?? [];
    const launch = launchOf(words.map((text) => ({ text, range: { start: 0, end: 0 } })));
    const called = [
      launch?.program ?? '',
      ...(launch?.args ?? []).slice(0, 6).map(({ text }) => text),
    ].filter((word) => !word.startsWith('-'));
    const server = servers.find((known) => called.some((word) => known.called.test(word)));
    if (server === undefined || words.some((word) => server.login.test(word))) return [];
    const at = words.findIndex((word) => server.option.test(word.split('=')[0] ?? ''));
    const value = words[at]?.split('=')[1] ?? words[at + 1] ?? '';
    return at < 0 || !everywhere.test(value) ? [] : [{ server: server.name, text: value }];
  });
}

function* variablesIn(text: string): Iterable<Risk> {
  for (const match of text.matchAll(assignment)) {
    const [whole, name = '', value = ''] = match;
    const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
    if (/^[ \t]*(?:#|\/\/|;|REM\b)|\becho\b|\b(?:docker|podman)\b/i.test(line)) continue;
    const start = match.index + whole.lastIndexOf(value);
    const server = variables.find((known) => known.name === name)?.server ?? name;
    yield riskOf(server, { start: match.index, end: start + value.length }, [
      {
        id: 'bind-loopback',
        title: 'Listen on this machine only (127.0.0.1)',
        safety: 'unsafe',
        steps: [
          {
            do: 'edit',
            edits: [
              {
                range: { start, end: start + value.length },
                newText: value.replace(/0\.0\.0\.0|\[::\]/, '127.0.0.1'),
              },
            ],
          },
        ],
      },
    ]);
  }
}

/** In files of variables, and in the units of a service manager. */
export const openVariables: Check = check([bound], ({ text }) => variablesIn(text));

/** In a file that is shell text throughout. */
export const openServersInText = (prepare: (text: string) => string = (text) => text): Check =>
  check([bound], function* ({ text }) {
    yield* variablesIn(text);
    const shell = withoutHereDocuments(prepare(text));
    for (const command of commandsOf(shell)) {
      const line = shell.slice(command.start, command.end);
      for (const { server, text: value } of openOption(line)) {
        const start = text.indexOf(value, command.start);
        if (start >= 0 && start < command.end) yield riskOf(server, { start, end: start + value.length });
      }
    }
  });

/** In the commands that a document holds. */
export const openServersInCommands = (commands: (file: ConfigFile) => readonly CommandText[]): Check =>
  check([bound], function* (file) {
    for (const { line, node } of commands(file))
      for (const { server, text } of openOption(line))
        yield riskOf(server, placeOf(file, node, text) ?? node.range);
  });
