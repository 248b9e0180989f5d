import type { ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, entryAt, itemsOf, scalarText, select } from '../../config/path.js';
import { type Check, check } from '../check.js';
import { composeFiles } from '../containers/places.js';
import { inProject, type Product } from '../product.js';
import type { Variant } from '../risk.js';
import { commandTexts } from '../scripts/command-texts.js';
import { withoutMarks } from '../scripts/recipes.js';
import { openServersInCommands, openServersInText, openVariables } from './bindings.js';
import { services } from './services.js';

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
  mentions: /0\.0\.0\.0|::|\b(?:docker|podman|nerdctl)\s+run\b/,
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
