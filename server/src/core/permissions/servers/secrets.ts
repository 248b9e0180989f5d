import { type Check, check } from '../check.js';
import { isCredentialName, isLiteralSecret, isPlaceholder } from '../credentials.js';
import { urlParts } from '../hosts.js';
import type { Remedy, RemedyStep } from '../remedy.js';
import type { Risk, Variant } from '../risk.js';
import { checkServers } from './check-server.js';
import type { McpServer, NamedText } from './server.js';

/** How a client refers to a secret that is kept elsewhere, and what else its file needs for that. */
export interface Reference {
  /** What stands in place of the value; absent where the entry goes and `steps` say the rest. */
  readonly text?: string;
  readonly steps?: readonly RemedyStep[];
}

/** A secret in the entry of a server. */
export interface SecretPlace extends NamedText {
  readonly kind: 'environment' | 'header' | 'argument';
  readonly server: McpServer;
}

/** "${TOKEN}", "${env:TOKEN}", "{env:TOKEN}", "${input:token}"; absent where the client has no way for this place. */
export type SecretReference = (variable: string, place: SecretPlace) => Reference | undefined;

const rule = 'mcp-config-secret';
const secret: Variant = { id: 'MCP-SECRET', rule };

export const secretChecks = (reference?: SecretReference): readonly Check[] => [
  check([secret], function* (file) {
    for (const server of file.servers) {
      for (const place of placesIn(server)) {
        if (isLiteralSecret(place.name, place.text)) yield riskOf(place, reference);
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

const placesIn = (server: McpServer): readonly SecretPlace[] => [
  ...server.env.map((found) => ({ ...found, kind: 'environment' as const, server })),
  ...server.headers.map((found) => ({ ...found, kind: 'header' as const, server })),
  ...optionValues(server).map((found) => ({ ...found, kind: 'argument' as const, server })),
];

function riskOf(place: SecretPlace, reference: SecretReference | undefined): Risk {
  const subject = place.name === '' ? 'A credential' : place.name;
  const remedy = reference === undefined ? undefined : referTo(place, reference);
  return {
    variant: secret,
    severity: 'error',
    range: place.range,
    message: `${subject} of ${place.server.name} is written in plain text; anyone with this file can use it`,
    remedies: remedy === undefined ? [] : [remedy],
  };
}

function referTo(place: SecretPlace, reference: SecretReference): Remedy | undefined {
  const found = reference(variableOf(place), place);
  if (found === undefined) return undefined;
  const { text, steps = [] } = found;
  const scheme = /^(?:Bearer|Basic|Token)\s+/i.exec(place.text)?.[0] ?? '';
  const value = `${place.lead ?? ''}${scheme}${text ?? ''}`;
  return {
    id: 'env-reference',
    title:
      text?.startsWith('${input:') === true
        ? 'Let the editor ask for the secret'
        : 'Read the secret from the environment',
    safety: 'safe',
    steps: text === undefined ? steps : [{ do: 'replace', at: place.range, value }, ...steps],
  };
}

/** `Authorization` says nothing about whose: the server's name does. */
const variableOf = ({ name, server }: SecretPlace): string =>
  variableFor(/^(?:authorization|)$/i.test(name) ? `${server.name}-token` : name);

/** "x-api-key" becomes X_API_KEY; a variable keeps its name. */
export const variableFor = (name: string): string =>
  name
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toUpperCase() || 'API_KEY';

/** `--api-key VALUE`, `--token=VALUE`, `-e NAME=VALUE`, `--header "X-Key: VALUE"`, and tokens that stand alone. */
function optionValues({ command }: McpServer): NamedText[] {
  return command.map((word, i): NamedText => {
    const assigned = /^(--?[A-Za-z][\w-]*=|[A-Za-z_]\w*=|[A-Za-z][\w-]*:(?!\/\/)\s*)(.+)$/s.exec(word.text);
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
