import type { Location } from '../finding.js';
import { type EffectiveAgent, type EffectiveGrant, placeOf } from './effective.js';
import { pathDanger } from './paths.js';
import { actsOnThings } from './servers/approvals.js';
import type { McpServer } from './servers/server.js';
import { grantDanger } from './shell/grant-danger.js';

/** One of the three things that together let data out. */
export interface Link {
  readonly name: string;
  readonly location: Location;
}

/** An agent that may, without a question, read private data, take in texts of strangers, and send. */
export interface Chain {
  readonly strangers: Link;
  readonly secrets: Link;
  readonly outward: Link;
}

const strangersServer =
  /browser|playwright|puppeteer|chrome|fetch|firecrawl|scrap|crawl|web-?search|brave|tavily|exa\b|slack|gmail|mail|outlook|github|gitlab|jira|linear|zendesk|intercom|reddit|twitter|discord|telegram|rss/i;
const privateServer =
  /postgres|mysql|sqlite|mongo|redis|database|\bdb\b|supabase|snowflake|bigquery|gdrive|google-?drive|dropbox|onedrive|sharepoint|gmail|mail|outlook|calendar|slack|notion|confluence|salesforce|hubspot|stripe|obsidian|1password|vault|filesystem|kubernetes|aws/i;

/** The chain of an agent, where all three links are approved in advance. */
export function exfiltrationChain(agent: EffectiveAgent): Chain | undefined {
  const links = [...grantLinks(agent), ...serverLinks(agent)];
  const strangers = links.find((link) => link.strangers);
  const secrets = links.find((link) => link.secrets);
  const outward = links.find((link) => link.outward);
  if (strangers === undefined || secrets === undefined || outward === undefined) return undefined;
  return { strangers, secrets, outward };
}

interface Role extends Link {
  readonly strangers: boolean;
  readonly secrets: boolean;
  readonly outward: boolean;
}

function grantLinks({ grants, servers }: EffectiveAgent): readonly Role[] {
  return grants
    .filter(({ effective, grant }) => effective && grant.decision === 'allow')
    .flatMap((granted) => {
      const role = roleOfGrant(
        granted,
        servers.map(({ server }) => server),
      );
      return role === undefined ? [] : [{ ...role, name: nameOf(granted), location: placeOf(granted) }];
    });
}

const nameOf = ({ grant }: EffectiveGrant): string =>
  grant.specifier === undefined ? grant.tool : `${grant.tool}(${grant.specifier})`;

function roleOfGrant(
  { grant }: EffectiveGrant,
  servers: readonly McpServer[],
): Omit<Role, 'name' | 'location'> | undefined {
  const { tool, specifier } = grant;
  const server = /^mcp__(.+?)(?:__(.+))?$/.exec(tool);
  if (server !== null) {
    const [, name = '', method = '*'] = server;
    const about = [
      name,
      ...(servers.find((s) => s.name === name)?.command ?? []).map((word) => word.text),
    ].join(' ');
    return {
      strangers: strangersServer.test(about),
      secrets: privateServer.test(about),
      outward:
        method === '*' ? strangersServer.test(about) : actsOnThings(method) && strangersServer.test(about),
    };
  }
  if (grant.capabilities.includes('shell')) {
    const danger = grantDanger(grant);
    const sends = danger === 'everything' || danger === 'network' || danger === 'shell';
    return { strangers: danger === 'network', secrets: false, outward: sends };
  }
  if (grant.capabilities.includes('browse') || grant.capabilities.includes('network')) {
    const anywhere = specifier === undefined;
    return {
      strangers: anywhere || tool === 'WebSearch',
      secrets: false,
      outward: anywhere && tool !== 'WebSearch',
    };
  }
  if (grant.capabilities.includes('read')) {
    return {
      strangers: false,
      secrets: specifier !== undefined && pathDanger(specifier, 'read') === 'credentials',
      outward: false,
    };
  }
  return undefined;
}

/** Servers whose tools run unasked by their own entry. */
function serverLinks({ servers }: EffectiveAgent): readonly Role[] {
  return servers.flatMap(({ server, config }) => {
    const all = server.trusted ?? server.approved.find((word) => /^\*+$/.test(word.text));
    const approved = all === undefined ? server.approved : [all];
    const [first] = approved;
    if (first === undefined) return [];
    const about = [server.name, ...server.command.map((word) => word.text), server.url?.text ?? ''].join(' ');
    const acts = all !== undefined || approved.some((word) => actsOnThings(word.text));
    return [
      {
        name: server.name,
        location: { path: config.path, range: first.range },
        strangers: strangersServer.test(about),
        secrets: privateServer.test(about),
        outward: acts && strangersServer.test(about),
      },
    ];
  });
}
