import { at, scalarText } from '../../config/path.js';
import { type Check, setting } from '../check.js';
import { urlParts } from '../hosts.js';

/** Sources of the plugins of a marketplace. */
export const marketplaceChecks: readonly Check[] = [
  setting({
    id: 'CC-PLUGIN-SRC',
    rule: 'agent-config-backdoor',
    at: 'plugins/[]/source',
    when: (node) => node.kind === 'map' && urlOf(node) !== undefined,
    severity: ({ node }) => {
      const url = urlOf(node) ?? '';
      if (/^http:/i.test(url) || /^\d+(?:\.\d+){3}$/.test(urlParts(url)?.host ?? '')) return 'warning';
      const ref = scalarText(at(node, 'sha')) ?? scalarText(at(node, 'ref')) ?? '';
      return /^[0-9a-f]{40}$/.test(ref) ? undefined : 'info';
    },
    says: 'This plugin follows whatever is at its source today; pin it to a commit',
  }),
];

const urlOf = (source: Parameters<typeof at>[0]): string | undefined =>
  scalarText(at(source, 'url')) ?? scalarText(at(source, 'repo'));
