import type { Severity } from '../../finding.js';
import type { TextRange } from '../../text/range.js';
import { type Check, check } from '../check.js';
import type { ConfigFile } from '../product.js';
import type { Remedy } from '../remedy.js';
import type { Risk, Variant } from '../risk.js';
import type { McpServer } from './server.js';

/** What a look at one server found. */
export interface ServerFinding {
  readonly severity: Severity;
  readonly range: TextRange;
  readonly message: string;
  readonly remedies?: readonly Remedy[];
  readonly unlessInstalled?: Risk['unlessInstalled'] & {};
}

/** A check of every server of a file. Disabled servers start nothing; they are looked at only for what is written into the file (`even: 'disabled'`). */
export const checkServers = (
  variant: Variant,
  look: (server: McpServer, file: ConfigFile) => Iterable<ServerFinding>,
  even?: 'disabled',
): Check =>
  check([variant], function* (file) {
    for (const server of file.servers) {
      if (server.disabled && even === undefined) continue;
      for (const finding of look(server, file)) yield { variant, remedies: [], ...finding };
    }
  });
