import type { Severity } from '../../finding.js';
import type { Check } from '../check.js';
import type { Remedy } from '../remedy.js';
import type { Variant } from '../risk.js';
import { checkServers } from './check-server.js';
import { type FetchedPackage, fetchedPackage, launchOf } from './launch.js';

const rule = 'mcp-server-unpinned';

/** Nearly every server in the wild is unpinned, so that alone is a note; code straight from a branch is more. */
export const pinningChecks: readonly Check[] = [
  pinning({ id: 'MCP-UNPIN-NPX', rule }, 'npm', { range: 'info', latest: 'info', source: 'warning' }),
  pinning({ id: 'MCP-UNPIN-UVX', rule }, 'python', { range: 'info', latest: 'info', source: 'warning' }),
  pinning({ id: 'MCP-UNPIN-IMG', rule }, 'image', { range: 'info', latest: 'info', source: 'info' }),
];

function pinning(
  variant: Variant,
  ecosystem: FetchedPackage['ecosystem'],
  severity: Readonly<Record<'range' | 'latest' | 'source', Severity>>,
): Check {
  return checkServers(variant, function* (server) {
    const launch = launchOf(server.command);
    const found = launch === undefined ? undefined : fetchedPackage(launch);
    if (found === undefined || found.ecosystem !== ecosystem || found.pin === 'exact') return;
    yield {
      severity: severity[found.pin],
      range: found.word.range,
      message: messageOf(found),
      // A bare name runs the copy that the project has installed.
      ...(ecosystem === 'npm' && found.spec === found.name
        ? { unlessInstalled: { name: found.name, ecosystem } }
        : {}),
      remedies: pinRemedy(found),
    };
  });
}

function messageOf({ pin, spec, ecosystem, runner }: FetchedPackage): string {
  if (pin === 'source') return `${runner} runs whatever is at ${spec} today; pin it to a commit`;
  if (ecosystem === 'image')
    return `The image ${spec} is not pinned by digest, so its content can change under you`;
  return `${runner} starts the newest ${spec} each time; a bad release runs at once`;
}

const pinRemedy = ({ ecosystem, pin, spec, name, word }: FetchedPackage): Remedy[] =>
  ecosystem === 'image' || pin === 'source'
    ? []
    : [
        {
          id: 'pin-version',
          title: `Pin ${name} to the version that this project uses`,
          safety: 'safe',
          steps: [{ do: 'pin', at: word.range, spec, name, ecosystem }],
        },
      ];
