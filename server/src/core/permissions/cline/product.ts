import { entriesOf, select } from '../../config/path.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, check, setting } from '../check.js';
import { isTrue, truthOf } from '../match.js';
import { type ConfigFile, inProject, ofUser, type Product } from '../product.js';
import { setTo } from '../remedies.js';
import type { Variant } from '../risk.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';

const yolo: readonly Check[] = [
  setting({
    id: 'CL-YOLO',
    rule: 'agent-permission-bypass',
    at: [
      'yoloModeToggled',
      'globalState/yoloModeToggled',
      'autoApproveAllToggled',
      'globalState/autoApproveAllToggled',
    ],
    when: isTrue,
    severity: 'error',
    says: 'Cline runs every tool and every command without asking',
    remedy: setTo(false),
  }),
];

const auto: Variant = { id: 'CL-AUTO', rule: 'agent-permission-bypass' };

const actions: Readonly<Record<string, string>> = {
  executeAllCommands: 'runs every command',
  editFilesExternally: 'changes files outside the project',
  readFilesExternally: 'reads files outside the project',
};

const autoApproval: Check = check([auto], function* (file) {
  for (const { node } of ['autoApprovalSettings', 'globalState/autoApprovalSettings'].flatMap((path) =>
    select(file.root, path),
  )) {
    if (truthOf(select(node, 'enabled')[0]?.node) === false) continue;
    const on = entriesOf(select(node, 'actions')[0]?.node).filter(
      ({ key, value }) => actions[key] !== undefined && truthOf(value) === true,
    );
    const [first] = on;
    if (first === undefined) continue;
    yield {
      variant: auto,
      severity: 'error',
      range: first.range,
      message: `Cline ${on.map(({ key }) => actions[key] ?? '').join(', ')} without asking`,
      remedies: [
        {
          id: 'safe-value',
          title: 'Ask first',
          safety: 'unsafe',
          steps: on.map(({ value }) => ({ do: 'replace', at: value.range, value: false })),
        },
      ],
    };
  }
});

const capabilities: Readonly<Record<string, ToolGrant['capabilities']>> = {
  readFiles: ['read'],
  readFilesExternally: ['read'],
  editFiles: ['write'],
  editFilesExternally: ['write'],
  executeSafeCommands: [],
  executeAllCommands: ['shell'],
  useBrowser: ['browse', 'network'],
  useMcp: [],
};

/** What Cline does unasked: the actions that are switched on. */
const actionGrants = (file: ConfigFile): readonly ToolGrant[] =>
  ['autoApprovalSettings', 'globalState/autoApprovalSettings'].flatMap((path) =>
    select(file.root, path).flatMap(({ node }) => {
      if (truthOf(select(node, 'enabled')[0]?.node) === false) return [];
      return entriesOf(select(node, 'actions')[0]?.node).flatMap(
        ({ key, value, range }): readonly ToolGrant[] => {
          const can = capabilities[key];
          return can === undefined || truthOf(value) !== true
            ? []
            : [{ tool: key, decision: 'allow', capabilities: can, effective: true, range }];
        },
      );
    }),
  );

/** Sources: docs.cline.bot, cline/cline src/shared/AutoApprovalSettings.ts. */
const cline: Product = {
  id: 'cline',
  name: 'Cline',
  files: [
    {
      kind: 'state',
      format: 'json',
      places: [
        ofUser('.cline/data/globalState.json', '.cline/data/settings/*.json', 'globalState.json'),
        inProject('.cline/settings.json'),
      ],
      mentions: /yoloModeToggled|autoApprov/,
      grants: actionGrants,
      checks: [...yolo, autoApproval],
    },
    {
      kind: 'mcp',
      format: 'json',
      places: [ofUser('cline_mcp_settings.json')],
      servers: (file) => readServers(file.root, ['mcpServers']),
      checks: serverChecks(),
    },
  ],
};

export default cline;
