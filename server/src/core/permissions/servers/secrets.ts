import { type Check, check } from '../check.js';
import { isCredentialName, isLiteralSecret, isPlaceholder } from '../credentials.js';
import { urlParts } from '../hosts.js';
import type { Remedy, RemedyStep } from '../remedy.js';
import type { Risk, Variant } from '../risk.js';
import { checkServers } from './check-server.js';
import type { McpServer, NamedText } from './server.js';

/** How a client refers to a secret that is kept elsewhere, and what else its file needs for that. */
export interface Reference {
  readonly text: string;
  readonly steps?: readonly RemedyStep[];
}

/** "${TOKEN}", "${env:TOKEN}", "{env:TOKEN}", "${input:token}". */
export type SecretReference = (variable: string) => Reference;

const rule = 'mcp-config-secret';
const secret: Variant = { id: 'MCP-SECRET', rule };

export const secretChecks = (reference?: SecretReference): readonly Check[] => [
  check([secret], function* (file) {
    for (const server of file.servers) {
      for (const found of [...server.env, ...server.headers, ...optionValues(server)]) {
        if (!isLiteralSecret(found.name, found.text)) continue;
        yield riskOf(server, found, reference);
      }
    }
  }),
  checkServers(
    { id: 'MCP-URL-SECRET', rule },
    function* ({ name, url, command }) {
      for (const word of url === undefined ? command : [url]) {
        if (!hasSecretInUrl(word.text)) continue;
        yield {
          severity: 'error',
          range: word.range,
          message: `The address of ${name} carries a credential; addresses end up in logs and histories`,
        };
      }
    },
    'disabled',
  ),
];

function riskOf(server: McpServer, found: NamedText, reference: SecretReference | undefined): Risk {
  return {
    variant: secret,
    severity: 'error',
    range: found.range,
    message: `${found.name === '' ? 'A credential' : found.name} of ${server.name} is written in plain text; anyone with this file can use it`,
    remedies: reference === undefined ? [] : [referTo(found, reference)],
  };
}

function referTo(found: NamedText, reference: SecretReference): Remedy {
  const scheme = /^(?:Bearer|Basic|Token)\s+/i.exec(found.text)?.[0] ?? '';
  const { text, steps = [] } = reference(variableFor(found.name));
  return {
    id: 'env-reference',
    title: text.startsWith('${input:')
      ? 'Let the editor ask for the secret'
      : 'Read the secret from the environment',
    safety: 'safe',
    steps: [{ do: 'replace', at: found.range, value: `${found.lead ?? ''}${scheme}${text}` }, ...steps],
  };
}

/** "x-api-key" becomes X_API_KEY; a variable keeps its name. */
export const variableFor = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase() || 'API_KEY';

/** `--api-key VALUE`, `--token=VALUE`, `-e NAME=VALUE`, `--header "X-Key: VALUE"`, and tokens that stand alone. */
function optionValues({ command }: McpServer): NamedText[] {
  return command.map((word, i): NamedText => {
    const assigned = /^(--?[A-Za-z][\w-]*=|[A-Za-z_]\w*=|[A-Za-z][\w-]*:\s*)(.+)$/s.exec(word.text);
    const place = { range: word.range, keyRange: word.range };
    if (assigned !== null) {
      const [, name = '', text = ''] = assigned;
      return { ...place, name: name.replace(/^-+|[=:]\s*$/g, ''), text, lead: name };
    }
    const option = /^--?([A-Za-z][\w-]*)$/.exec(command[i - 1]?.text ?? '')?.[1] ?? '';
    return { ...place, name: isCredentialName(option) ? option : '', text: word.text };
  });
}

function hasSecretInUrl(text: string): boolean {
  const parts = urlParts(text);
  if (parts === undefined) return false;
  const password = /^[^:]*:(.+)$/.exec(parts.userInfo)?.[1];
  if (password !== undefined && /^https?|wss?$/.test(parts.scheme) && !isPlaceholder(password)) return true;
  for (const [, name = '', value = ''] of text.matchAll(/[?&]([\w.-]{1,60})=([^&#\s]{1,400})/g)) {
    if (
      /key|token|secret|auth|password|pwd|sig/i.test(name) &&
      isLiteralSecret(isCredentialName(name) ? name : 'token', value)
    )
      return true;
  }
  return false;
}
