import type { Check } from '../check.js';
import { checkServers } from './check-server.js';
import { fetchedPackage, launchOf } from './launch.js';

/** Packages of MCP servers that many people install. Sources: the npm and PyPI pages of their makers. */
const wellKnown: readonly string[] = [
  '@modelcontextprotocol/server-filesystem',
  '@modelcontextprotocol/server-github',
  '@modelcontextprotocol/server-memory',
  '@modelcontextprotocol/server-sequential-thinking',
  '@modelcontextprotocol/server-postgres',
  '@modelcontextprotocol/server-slack',
  '@modelcontextprotocol/server-puppeteer',
  '@modelcontextprotocol/server-brave-search',
  '@modelcontextprotocol/server-everything',
  '@modelcontextprotocol/server-google-maps',
  '@modelcontextprotocol/inspector',
  '@playwright/mcp',
  '@upstash/context7-mcp',
  '@supabase/mcp-server-supabase',
  '@notionhq/notion-mcp-server',
  '@stripe/mcp',
  '@sentry/mcp-server',
  '@browserbasehq/mcp',
  '@figma/mcp',
  '@wonderwhy-er/desktop-commander',
  '@cloudflare/mcp-server-cloudflare',
  '@azure/mcp',
  '@heroku/mcp-server',
  '@elastic/mcp-server-elasticsearch',
  'mcp-remote',
  'firecrawl-mcp',
  'exa-mcp-server',
  'tavily-mcp',
  'chrome-devtools-mcp',
  'figma-developer-mcp',
  'task-master-ai',
  'mcp-server-kubernetes',
  'mcp-server-fetch',
  'mcp-server-git',
  'mcp-server-time',
  'mcp-server-sqlite',
  'mcp-atlassian',
  'mcp-server-qdrant',
  'duckduckgo-mcp-server',
  'serena-agent',
];

/** A package one slip away from a well-known one: a letter more, less, other or swapped. */
export function lookalikeOf(name: string): string | undefined {
  const lower = name.toLowerCase();
  if (wellKnown.includes(lower)) return undefined;
  return wellKnown.find((known) => known.length >= 8 && isOneSlipAway(lower, known));
}

function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return left !== right;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

export const typosquatChecks: readonly Check[] = [
  checkServers(
    { id: 'MCP-LOOKALIKE', rule: 'tool-name-typosquat', confidence: 'medium' },
    function* (server) {
      const launch = launchOf(server.command);
      const found = launch === undefined ? undefined : fetchedPackage(launch);
      if (found === undefined || found.ecosystem === 'image') return;
      const known = lookalikeOf(found.name);
      if (known === undefined) return;
      yield {
        severity: 'warning',
        range: found.word.range,
        message: `${found.name} is one slip away from ${known}; make sure that it is the one you mean`,
        remedies: [
          {
            id: 'known-name',
            title: `Use ${known}`,
            safety: 'manual',
            steps: [
              {
                do: 'replace',
                at: found.word.range,
                value: found.word.text.replace(found.name, () => known),
              },
            ],
          },
        ],
      };
    },
  ),
];
