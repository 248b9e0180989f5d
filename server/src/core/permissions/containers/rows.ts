import type { TextRange } from '../../text/range.js';
import type { Remedy } from '../remedy.js';
import type { Risk, Variant } from '../risk.js';
import type { ContainerDanger } from './options.js';

const row = (id: string, rule: Variant['rule'] = 'excessive-tool-grant'): Variant => ({ id, rule });

export const privileges = row('CT-PRIV');
export const socket = row('CT-SOCK');
export const mount = row('CT-HOSTMNT');
export const openHandsSocket = row('OH-SOCK');
export const rootUser = row('CT-ROOT', 'agent-permission-bypass');
export const key = row('CT-KEY', 'mcp-config-secret');
export const egress = row('CT-EGRESS', 'agent-permission-bypass');
export const features = row('CT-FEAT');

/** A wall against data leaving: a script that sets up a firewall, or a container without a network. */
export const firewall = /firewall|iptables|nftables|squid|--network[= ]none|--net[= ]none|"none"|egress/i;

/** As in the configuration file of OpenHands. */
export const local = row('OH-LOCAL', 'agent-permission-bypass');
export const volumes = row('OH-MOUNT');

const rows = { privileges, socket, mount } as const;

/** What an open wall of a container is reported as. `subject`: "The agent in sandbox". */
export function wallRisk(
  { kind, says }: ContainerDanger,
  subject: string,
  range: TextRange,
  openHands: boolean,
  remedies: readonly Remedy[] = [],
): Risk {
  const own = kind === 'socket' && openHands;
  return {
    variant: own ? openHandsSocket : rows[kind],
    severity: own ? 'warning' : 'error',
    range,
    message: `${subject} ${says}`,
    remedies,
  };
}

export const wallVariants: readonly Variant[] = [privileges, socket, mount, openHandsSocket];
