import type { ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, entryAt, itemsOf, scalarText, select } from '../../config/path.js';
import { type Check, check } from '../check.js';
import { composeFiles } from '../containers/places.js';
import { inProject, type Product } from '../product.js';
import type { Variant } from '../risk.js';
import { commandTexts } from '../scripts/command-texts.js';
import { withoutMarks } from '../scripts/recipes.js';
import { openServersInCommands, openServersInText, openVariables } from './bindings.js';

/** A program that serves models or agents, and what tells that it asks for a login. */
interface ModelService {
  readonly images: RegExp;
  readonly name: string;
  /** An option or a variable that demands a key or a password. */
  readonly login?: RegExp;
  /** It asks for a login unless this switches it off. */
  readonly open?: RegExp;
}

/** Sources: the documentation of each program on authentication; none of them but those with `open` asks by default. */
const services: readonly ModelService[] = [
  { images: /(?:^|\/)ollama(?:\/ollama)?(?::|@|$)/i, name: 'Ollama' },
  { images: /vllm/i, name: 'vLLM', login: /--api-key|VLLM_API_KEY/ },
  { images: /llama[._-]?cpp|ggml-org\/llama/i, name: 'llama.cpp', login: /--api-key|LLAMA_API_KEY/ },
  { images: /localai/i, name: 'LocalAI', login: /(?:^|\n)(?:LOCALAI_)?API_KEY/ },
  { images: /litellm/i, name: 'LiteLLM', login: /MASTER_KEY|--config/ },
  { images: /text-generation-webui|oobabooga/i, name: 'The web UI', login: /--(?:gradio|api)-(?:auth|key)/ },
  { images: /comfyui/i, name: 'ComfyUI' },
  { images: /open-webui/i, name: 'Open WebUI', open: /WEBUI_AUTH=(?:false|0)/i },
  { images: /langflow/i, name: 'Langflow', open: /LANGFLOW_AUTO_LOGIN=(?:true|1)/i },
  { images: /text-generation-inference/i, name: 'Text Generation Inference', login: /--api-key|API_KEY/ },
  { images: /sglang/i, name: 'SGLang', login: /--api-key/ },
  { images: /koboldcpp/i, name: 'KoboldCpp', login: /--password/ },
  { images: /xinference/i, name: 'Xinference', login: /auth-config/ },
  { images: /flowise/i, name: 'Flowise', login: /FLOWISE_USERNAME/ },
  {
    images: /(?:^|[/_-])mcp(?=[-_/:@]|$)/i,
    name: 'This MCP server',
    login: /(?:^|\n)[A-Z_]*(?:AUTH|BEARER|(?:MCP|SERVER|ACCESS)_(?:TOKEN|KEY|SECRET)|API_KEY)[A-Z_]*=/,
  },
  { images: /jupyter/i, name: 'Jupyter', open: /(?:token|password)=(?:''|""|\s|$)/ },
];

const exposed: Variant = { id: 'MS-PORT', rule: 'ai-service-exposed' };

/** Command, options and variables of a service as text: one thing per line. */
function wordsOf(service: ConfigNode): string {
  const environment = at(service, 'environment');
  return [
    ...commandTexts(service, ['command', 'entrypoint'], 'words').map(({ line }) => line.replace(/'/g, '')),
    ...entriesOf(environment).map(({ key, value }) => `${key}=${scalarText(value) ?? ''}`),
    ...itemsOf(environment).map((item) => scalarText(item) ?? ''),
  ].join('\n');
}

/** A published port that is not bound to this machine: "8080:80", "0.0.0.0:8080:80", `{ published: 8080 }`. */
function openPort(port: ConfigNode): string | undefined {
  const text = scalarText(port);
  if (text === undefined) {
    const address = scalarText(at(port, 'host_ip'));
    return at(port, 'published') === undefined || /^(?:127\.|::1|localhost)/.test(address ?? '')
      ? undefined
      : '';
  }
  return /^(?:127\.\d+\.\d+\.\d+|localhost|\[::1\]|\$\{[^}]*(?:HOST|BIND|ADDR|IP)[^}]*\}):/i.test(text)
    ? undefined
    : text;
}

const exposedPorts: Check = check([exposed], function* (file) {
  for (const { node } of select(file.root, 'services/*')) {
    const image = scalarText(at(node, 'image')) ?? '';
    const service = services.find(({ images }) => images.test(image));
    if (service === undefined) continue;
    const words = wordsOf(node);
    if (service.open !== undefined ? !service.open.test(words) : service.login?.test(words) === true)
      continue;
    const network = entryAt(node, 'network_mode');
    if (
      scalarText(network?.value) === 'host' &&
      network !== undefined &&
      /0\.0\.0\.0|--listen\b/.test(words)
    ) {
      yield {
        variant: exposed,
        severity: 'warning',
        range: network.range,
        message: `${service.name} asks for no login and listens on every address of this machine, whose network it shares`,
        remedies: [],
      };
      continue;
    }
    const port = itemsOf(at(node, 'ports')).find((item) => openPort(item) !== undefined);
    if (port === undefined) continue;
    const text = openPort(port) ?? '';
    const bound = text.replace(/^(?:0\.0\.0\.0|\[::\]):/, '');
    yield {
      variant: exposed,
      severity: 'warning',
      range: port.range,
      message: `${service.name} asks for no login and is reachable from other machines: the port is published on every address`,
      remedies: /^\d+(?:-\d+)?:\d/.test(bound)
        ? [
            {
              id: 'bind-loopback',
              title: 'Publish it on this machine only (127.0.0.1)',
              safety: 'unsafe',
              steps: [{ do: 'replace', at: port.range, value: `127.0.0.1:${bound}` }],
            },
          ]
        : [],
    };
  }
});

/** Files of a project that start servers, too. */
const started = {
  mentions: /0\.0\.0\.0|::/,
  borrowed: true,
} as const;

/** Programs in front of models that a project starts for everybody around. */
const modelServices: Product = {
  id: 'model-services',
  name: 'Model services',
  files: [
    {
      kind: 'compose',
      format: 'yaml',
      places: [inProject(...composeFiles)],
      mentions:
        /ollama|vllm|llama|localai|litellm|oobabooga|comfyui|open-webui|langflow|jupyter|text-generation|sglang|koboldcpp|xinference|flowise|mcp/i,
      borrowed: true,
      checks: [exposedPorts],
    },
    {
      ...started,
      kind: 'script',
      format: 'text',
      places: [inProject('*.sh', '*.bash', '*.zsh', 'Procfile', '*.command')],
      checks: [openServersInText()],
    },
    {
      ...started,
      kind: 'recipe',
      format: 'text',
      places: [inProject('Makefile', 'GNUmakefile', '*.mk', 'justfile', '.justfile', '*.just')],
      checks: [openServersInText(withoutMarks)],
    },
    {
      ...started,
      kind: 'package',
      format: 'json',
      places: [inProject('package.json', 'deno.json', 'deno.jsonc')],
      checks: [openServersInCommands((file) => commandTexts(file.root, ['scripts/*', 'tasks/*'], 'lines'))],
    },
    {
      ...started,
      kind: 'variables',
      format: 'text',
      places: [inProject('.env', '.env.*', '*.env', '.envrc')],
      checks: [openVariables],
    },
    {
      ...started,
      kind: 'unit',
      format: 'text',
      places: [inProject('*.service', '*.service.d/*.conf')],
      checks: [openVariables],
    },
  ],
};

export default modelServices;
