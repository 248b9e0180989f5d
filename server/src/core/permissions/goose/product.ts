import { select, stringNodesOf } from '../../config/path.js';
import type { ToolGrant } from '../agent-config.js';
import { type Check, setting } from '../check.js';
import { isText, isTrue } from '../match.js';
import { type ConfigFile, inProject, ofUser, type Product } from '../product.js';
import { remove, setTo } from '../remedies.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';

/** Tools that run commands or change files: `developer__shell`, `developer__text_editor`, `computercontroller__automation_script`. */
const acting =
  /(?:^|__)(?:shell|bash|execute\w*|run_\w+|text_editor|write|edit|delete\w*|automation_script|computer_control)$/;

const lists = { always_allow: 'allow', ask_before: 'ask', never_allow: 'deny' } as const;

/** permission.yaml: who decided (the user, or the smart mode), then three lists. */
const permissionGrants = (file: ConfigFile): readonly ToolGrant[] =>
  (['always_allow', 'ask_before', 'never_allow'] as const).flatMap((list) =>
    select(file.root, `*/${list}`).flatMap(({ node }) =>
      stringNodesOf(node).map(({ value, range }) => ({
        tool: value,
        decision: lists[list],
        capabilities: /shell|bash|execute/.test(value)
          ? (['shell'] as const)
          : acting.test(value)
            ? (['write'] as const)
            : [],
        effective: true,
        range,
      })),
    ),
  );

const modeChecks: readonly Check[] = [
  setting({
    id: 'GO-MODE',
    rule: 'agent-permission-bypass',
    at: ['GOOSE_MODE', 'goose_mode'],
    when: isText(/^auto$/i),
    severity: 'error',
    says: 'In mode auto every command, edit and deletion goes through without asking',
    remedy: setTo('smart_approve'),
  }),
  setting({
    id: 'GO-ALLOWLIST',
    rule: 'agent-permission-bypass',
    at: 'GOOSE_ALLOWLIST_BYPASS',
    when: isTrue,
    severity: 'warning',
    says: 'Extensions that the allow list of your organization does not name are started all the same',
    remedy: remove(),
  }),
];

/** Sources: block/goose documentation/docs/guides/{goose-permissions,config-files,environment-variables,allowlist}.md. */
const goose: Product = {
  id: 'goose',
  name: 'Goose',
  files: [
    {
      kind: 'config',
      format: 'yaml',
      places: [
        ofUser('.config/goose/config.yaml', 'Block/goose/config/config.yaml'),
        inProject('.goose/config.yaml'),
      ],
      servers: (file) => readServers(file.root, ['extensions']),
      checks: [...modeChecks, ...serverChecks()],
    },
    {
      kind: 'permissions',
      format: 'yaml',
      places: [
        ofUser('.config/goose/permission.yaml', 'Block/goose/config/permission.yaml'),
        inProject('.goose/permission.yaml'),
      ],
      grants: permissionGrants,
      checks: [
        setting({
          id: 'GO-PERM',
          rule: 'excessive-tool-grant',
          at: '*/always_allow/[]',
          when: isText(acting),
          severity: 'warning',
          says: ({ node }) =>
            `${node.kind === 'string' ? node.value : 'This tool'} runs without asking, whatever it is told to do`,
          remedy: remove(),
        }),
      ],
    },
    {
      kind: 'recipe',
      format: 'yaml',
      places: [
        inProject(
          '.goose/recipes/*.yaml',
          '.goose/recipes/*.yml',
          'recipe.yaml',
          'recipes/*.yaml',
          'recipes/*.yml',
        ),
      ],
      mentions: /^extensions:/m,
      servers: (file) => readServers(file.root, ['extensions']),
      checks: serverChecks(),
    },
  ],
};

export default goose;
