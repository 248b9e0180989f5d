import { inProject, ofUser, type Product } from '../product.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';
import { zedChecks, zedGrants } from './permissions.js';

/** Sources: zed-industries/zed docs/src/ai/tool-permissions.md, crates/settings_content/src/project.rs (what a project may set). */
const zed: Product = {
  id: 'zed',
  name: 'Zed',
  files: [
    {
      kind: 'settings',
      format: 'json',
      places: [ofUser('.config/zed/settings.json', 'Zed/settings.json'), inProject('.zed/settings.json')],
      grants: zedGrants,
      servers: (file) => readServers(file.root, ['context_servers']),
      // Zed expands no variables in the environment of a server.
      checks: [...zedChecks, ...serverChecks()],
    },
  ],
};

export default zed;
