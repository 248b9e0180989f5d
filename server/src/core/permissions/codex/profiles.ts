import { entriesOf, entryAt, scalarText } from '../../config/path.js';
import { type Check, setting } from '../check.js';
import { isAnyHost } from '../hosts.js';
import { isOneOf, truthOf } from '../match.js';
import { breadthOf, pathDanger } from '../paths.js';
import { remove, setTo } from '../remedies.js';

/** `:root` is the whole disk. */
const isBroad = (path: string): boolean =>
  path === ':root' ||
  ['filesystem', 'home'].includes(breadthOf(path)) ||
  pathDanger(path, 'write') !== undefined;

/** Permission profiles, which take the place of `sandbox_mode`. Source: developers.openai.com/codex/permissions. */
export const profileChecks: readonly Check[] = [
  setting({
    id: 'CX-SB',
    rule: 'agent-permission-bypass',
    at: ['default_permissions', 'profiles/*/default_permissions', 'permissions/*/extends'],
    when: isOneOf(':danger-full-access'),
    severity: 'error',
    says: 'Commands run without a sandbox, with all your rights',
    remedy: setTo(':workspace'),
  }),
  setting({
    id: 'CX-ROOTS',
    rule: 'excessive-tool-grant',
    at: 'permissions/*/filesystem/*',
    when: (node, { entry }) => scalarText(node) === 'write' && isBroad(entry?.key ?? ''),
    severity: 'error',
    says: ({ entry }) => `Sandboxed commands may write to ${entry?.key ?? ''}`,
    remedy: remove(),
  }),
  setting({
    id: 'CX-ROOTS',
    rule: 'excessive-tool-grant',
    at: 'permissions/*/workspace_roots/*',
    when: (node, { entry }) => truthOf(node) === true && isBroad(entry?.key ?? ''),
    severity: 'error',
    says: ({ entry }) => `${entry?.key ?? ''} becomes a working folder, which sandboxed commands may change`,
    remedy: remove(),
  }),
  setting({
    id: 'CX-NET',
    rule: 'excessive-tool-grant',
    at: 'permissions/*/network/enabled',
    when: (node, { parent }) => {
      const hosts = entriesOf(entryAt(parent, 'domains')?.value);
      const anywhere = hosts.some(({ key, value }) => scalarText(value) === 'allow' && isAnyHost(key));
      return truthOf(node) === true && (hosts.length === 0 || anywhere);
    },
    severity: 'warning',
    says: 'Sandboxed commands reach every address on the network',
    remedy: setTo(false),
  }),
];
