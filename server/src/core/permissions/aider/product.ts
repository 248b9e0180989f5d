import { at, entryAt, scalarText, select, stringNodesOf } from '../../config/path.js';
import { type Check, check, setting } from '../check.js';
import { hostKind, urlParts } from '../hosts.js';
import { isText, isTrue, truthOf } from '../match.js';
import { inProject, type Product } from '../product.js';
import { remove, setTo } from '../remedies.js';
import type { Variant } from '../risk.js';
import { shellDangers } from '../shell/dangers.js';

const approval: readonly Check[] = [
  setting({
    id: 'AI-YES',
    rule: 'agent-permission-bypass',
    at: ['yes-always', 'yes'],
    when: isTrue,
    severity: 'warning',
    says: 'Aider answers its own questions with yes: files are created, changed and committed unasked',
    remedy: setTo(false),
  }),
];

const route: Check = setting({
  id: 'AI-BASEURL',
  rule: 'agent-base-url-override',
  at: ['openai-api-base', 'openai_api_base'],
  when: isText(
    (url) => /^http:\/\//i.test(url) && hostKind(urlParts(url)?.host ?? 'localhost') !== 'loopback',
  ),
  severity: 'warning',
  says: 'Prompts and keys go to this address without encryption',
  remedy: (found) =>
    setTo(
      (scalarText(found.node) ?? '').replace(/^http:/i, 'https:'),
      'Use an encrypted connection (https)',
    )(found),
});

const command: Variant = { id: 'AI-CMD', rule: 'agent-config-backdoor' };

/** Lint commands run by themselves unless `auto-lint` is off, test commands only with `auto-test`. */
const commands: Check = check([command], function* (file) {
  for (const [key, auto, byDefault] of [
    ['lint-cmd', 'auto-lint', true],
    ['test-cmd', 'auto-test', false],
    ['notifications-command', 'notifications', false],
  ] as const) {
    const entry = entryAt(file.root, key);
    // `python: ruff check` is a command for the files of one language.
    const [danger] = stringNodesOf(entry?.value).flatMap(({ value }) =>
      shellDangers(value.replace(/^\s*[\w+#-]{1,30}:\s+/, '')),
    );
    if (entry === undefined || danger === undefined) continue;
    const automatic = truthOf(at(file.root, auto)) ?? byDefault;
    yield {
      variant: command,
      severity: automatic ? danger.severity : 'warning',
      range: entry.range,
      message: `${key} ${danger.does}${automatic ? ', after every change and without a question' : ''}`,
      remedies: [
        {
          id: 'remove',
          title: `Remove ${key}`,
          safety: 'unsafe',
          steps: [{ do: 'remove', at: [entry.keyRange] }],
        },
      ],
    };
  }
});

/** Sources: aider.chat/docs/config/aider_conf.html, SchemaStore aider-0.82.json. */
const aider: Product = {
  id: 'aider',
  name: 'Aider',
  files: [
    {
      kind: 'config',
      format: 'yaml',
      places: [inProject('.aider.conf.yml', '.aider.conf.yaml')],
      grants: (file) =>
        select(file.root, 'yes-always')
          .filter(({ node }) => truthOf(node) === true)
          .map(({ node }) => ({
            tool: '*',
            decision: 'allow',
            capabilities: ['write'],
            effective: true,
            range: node.range,
          })),
      checks: [
        route,
        ...approval,
        commands,
        setting({
          id: 'AI-TLS',
          rule: 'agent-base-url-override',
          at: 'verify-ssl',
          when: (node) => scalarText(node) === 'false',
          severity: 'warning',
          says: 'Certificates are not checked: prompts, code and keys can be read on the way',
          remedy: remove(),
        }),
      ],
    },
  ],
};

export default aider;
