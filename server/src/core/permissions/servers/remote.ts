import type { Check } from '../check.js';
import { hostKind, urlParts } from '../hosts.js';
import type { Remedy } from '../remedy.js';
import { checkServers } from './check-server.js';
import { launchOf } from './launch.js';
import type { Word } from './server.js';

const rule = 'mcp-server-remote-insecure';

const toTls = (word: Word): Remedy => ({
  id: 'use-https',
  title: 'Use an encrypted connection (https)',
  safety: 'unsafe',
  steps: [
    { do: 'replace', at: word.range, value: word.text.replace(/^http:/i, 'https:').replace(/^ws:/i, 'wss:') },
  ],
});

/** `HOST`, `MCP_HOST`, `FASTMCP_SERVER_HOST`, `BIND_ADDRESS`, `LISTEN_ADDR`. */
export const bindVariable =
  /^(?:[A-Z0-9]+_)*(?:HOST|BIND|LISTEN|(?:BIND|LISTEN|SERVER)_(?:HOST|ADDR(?:ESS)?|IP|INTERFACE))$/i;

const plain = (url: string): boolean => /^(?:http|ws):\/\//i.test(url.trim());

export const remoteChecks: readonly Check[] = [
  checkServers({ id: 'MCP-HTTP', rule }, function* ({ name, url }) {
    if (url === undefined || !plain(url.text)) return;
    const kind = hostKind(urlParts(url.text)?.host ?? '');
    if (kind === 'loopback' || url.text.includes('${') || urlParts(url.text) === undefined) return;
    yield {
      severity: kind === 'service' ? 'info' : 'error',
      range: url.range,
      message: `${name} is reached without encryption: prompts, results and keys can be read and changed`,
      remedies: [toTls(url)],
    };
  }),
  checkServers({ id: 'MCP-DROP', rule }, function* ({ name, url }) {
    const host = urlParts(url?.text ?? '')?.host;
    if (url === undefined || host === undefined || hostKind(host) !== 'drop') return;
    yield {
      severity: 'warning',
      range: url.range,
      message: `${name} is at ${host}, an address that anybody can open: what it answers goes to the agent`,
    };
  }),
  checkServers({ id: 'MCP-METADATA', rule }, function* ({ name, url, command }) {
    for (const word of url === undefined ? command : [url]) {
      const parts = urlParts(word.text);
      const kind = parts === undefined ? 'public' : hostKind(parts.host);
      if (kind !== 'metadata' && (kind !== 'private' || plain(word.text))) continue;
      yield {
        severity: 'warning',
        range: word.range,
        message:
          kind === 'metadata'
            ? `${name} points at the cloud's metadata address, which hands out credentials`
            : `${name} points into a private network: what it reaches there depends on where you are`,
      };
    }
  }),
  checkServers({ id: 'MCP-REMOTE-BRIDGE', rule }, function* ({ name, command }) {
    const bridge = command.some((word) =>
      /(?:^|[/\s])(?:mcp-remote|supergateway|mcp-proxy|mcp-bridge)(?:@|\s|$)/.test(word.text),
    );
    if (!bridge) return;
    const words = launchOf(command)?.args ?? command;
    const insecure = words.find(
      (word) =>
        plain(word.text) && !['loopback', 'service'].includes(hostKind(urlParts(word.text)?.host ?? '')),
    );
    const encrypted = words.some(
      (word) => /^https:/i.test(word.text) || hostKind(urlParts(word.text)?.host ?? 'x.y') === 'loopback',
    );
    const word = insecure ?? (encrypted ? undefined : words.find((w) => w.text === '--allow-http'));
    if (word === undefined) return;
    yield {
      severity: 'warning',
      range: word.range,
      message: `${name} bridges to a remote server without encryption`,
      remedies: insecure === undefined ? [] : [toTls(insecure)],
    };
  }),
  checkServers({ id: 'MCP-BIND', rule }, function* ({ name, command }) {
    if (!/^(?:docker|podman|nerdctl)$/.test(launchOf(command)?.program ?? '')) return;
    for (const [i, word] of command.entries()) {
      const option = /^(?:-p|--publish)(?:=(.+))?$/.exec(word.text);
      const holder = option === null ? undefined : option[1] === undefined ? command[i + 1] : word;
      const port = option?.[1] ?? holder?.text ?? '';
      if (holder === undefined || !/^(?:0\.0\.0\.0:|\[::\]:)?\d+:\d+/.test(port)) continue;
      yield {
        severity: /^\d+:/.test(port) ? 'info' : 'warning',
        range: holder.range,
        message: `${name} is reachable from other machines: its port is published on every address`,
        remedies: [
          {
            id: 'bind-loopback',
            title: 'Publish it on this machine only (127.0.0.1)',
            safety: 'unsafe',
            steps: [
              {
                do: 'replace',
                at: holder.range,
                value: holder.text.replace(port, `127.0.0.1:${port.replace(/^(?:0\.0\.0\.0|\[::\]):/, '')}`),
              },
            ],
          },
        ],
      };
    }
  }),
  checkServers({ id: 'MCP-BIND', rule }, function* ({ name, env }) {
    for (const variable of env) {
      if (!bindVariable.test(variable.name) || !/^(?:0\.0\.0\.0|\[?::\]?|\*)(?::\d+)?$/.test(variable.text))
        continue;
      yield {
        severity: 'warning',
        range: variable.range,
        message: `${name} listens on all network interfaces, so others can call its tools`,
        remedies: [
          {
            id: 'bind-loopback',
            title: 'Listen on this machine only (127.0.0.1)',
            safety: 'unsafe',
            steps: [
              {
                do: 'replace',
                at: variable.range,
                value: `${variable.lead ?? ''}${variable.text.replace(/^(?:0\.0\.0\.0|\[?::\]?|\*)/, '127.0.0.1')}`,
              },
            ],
          },
        ],
      };
    }
  }),
  checkServers({ id: 'MCP-BIND', rule }, function* ({ name, command }) {
    for (const [i, word] of command.entries()) {
      const value =
        /^--(?:host|bind|address|listen|hostname|(?:bind|listen)-(?:address|host)|addr)(?:=(.*))?$/.exec(
          word.text,
        );
      const holder = value === null ? undefined : value[1] === undefined ? command[i + 1] : word;
      const host = value?.[1] ?? holder?.text;
      if (holder === undefined || host === undefined || !/^(?:0\.0\.0\.0|\[?::\]?|\*)(?::\d+)?$/.test(host))
        continue;
      yield {
        severity: 'warning',
        range: holder.range,
        message: `${name} listens on all network interfaces, so others can call its tools`,
        remedies: [
          {
            id: 'bind-loopback',
            title: 'Listen on this machine only (127.0.0.1)',
            safety: 'unsafe',
            steps: [
              {
                do: 'replace',
                at: holder.range,
                value: holder.text.replace(host, host.replace(/^(?:0\.0\.0\.0|\[?::\]?|\*)/, '127.0.0.1')),
              },
            ],
          },
        ],
      };
    }
  }),
];
