import type { ConfigNode } from '../../config/config-node.js';
import { at, entryAt, scalarText } from '../../config/path.js';
import { type Check, check, setting } from '../check.js';
import { isOneOf, truthOf } from '../match.js';
import { breadthOf, pathDanger } from '../paths.js';
import { inProject, ofUser, type Product } from '../product.js';
import { remove, setTo } from '../remedies.js';
import type { Variant } from '../risk.js';

/** Runtimes without a container around them. */
const isolated = (runtime: string | undefined): boolean => runtime !== 'local' && runtime !== 'cli';

const confirm: Variant = { id: 'OH-CONF', rule: 'agent-permission-bypass' };

const checks: readonly Check[] = [
  setting({
    id: 'OH-LOCAL',
    rule: 'agent-permission-bypass',
    at: ['core/runtime', 'runtime'],
    when: isOneOf('local', 'cli'),
    severity: 'error',
    says: 'OpenHands works on this machine itself, without a container around its commands',
    remedy: setTo('docker'),
  }),
  check([confirm], function* (file) {
    const entry = entryAt(at(file.root, 'security'), 'confirmation_mode');
    const runtime = scalarText(at(file.root, 'core', 'runtime'));
    if (entry === undefined || truthOf(entry.value) !== false || isolated(runtime)) return;
    yield {
      variant: confirm,
      severity: 'warning',
      range: entry.range,
      message: 'Actions are not confirmed, and no container holds them',
      remedies: [
        {
          id: 'safe-value',
          title: 'Ask before each action',
          safety: 'unsafe',
          steps: [{ do: 'replace', at: entry.value.range, value: true }],
        },
      ],
    };
  }),
  setting({
    id: 'OH-MOUNT',
    rule: 'excessive-tool-grant',
    at: ['sandbox/volumes', 'core/workspace_mount_path', 'core/workspace_base'],
    when: (node) =>
      (scalarText(node) ?? '').split(',').some((mount) => {
        const source = mount.split(':')[0]?.trim() ?? '';
        return (
          ['filesystem', 'home'].includes(breadthOf(source)) || pathDanger(source, 'read') === 'credentials'
        );
      }),
    severity: 'error',
    says: 'The container gets the whole disk, a home folder or credentials to work on',
    remedy: remove(),
  }),
];

/** How many of some sections a file has: few other programs have several of these. */
const sections = (root: ConfigNode | undefined, ...names: readonly string[]): number =>
  names.filter((name) => entryAt(root, name) !== undefined).length;

/**
 * Sources: docs.openhands.dev (V0 configuration options), All-Hands-AI/OpenHands config.template.toml and
 * openhands/core/config/security_config.py (`confirmation_mode`, false unless set).
 */
const openhands: Product = {
  id: 'openhands',
  name: 'OpenHands',
  files: [
    {
      kind: 'config',
      format: 'toml',
      places: [
        inProject('config.toml', 'openhands.toml', '.openhands/config.toml'),
        ofUser('.openhands/config.toml'),
      ],
      mentions: /^\s*\[(?:core|sandbox|security)\]/m,
      holds: (root, text) =>
        /openhands|opendevin|codeact/i.test(text) ||
        (sections(root, 'core', 'llm', 'agent') > 1 &&
          ['runtime', 'workspace_base', 'sandbox', 'confirmation_mode'].some((key) => text.includes(key))) ||
        (sections(root, 'core', 'sandbox', 'security') > 1 &&
          ['workspace_base', 'confirmation_mode', 'security_analyzer'].some((key) => text.includes(key))),
      checks,
    },
  ],
};

export default openhands;
