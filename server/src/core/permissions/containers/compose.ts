import type { ConfigEntry, ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, entryAt, itemsOf, scalarText, select } from '../../config/path.js';
import type { TextRange } from '../../text/range.js';
import { type Check, check } from '../check.js';
import { isLiteralSecret } from '../credentials.js';
import { truthOf } from '../match.js';
import type { ConfigFile } from '../product.js';
import type { Remedy } from '../remedy.js';
import { type CommandText, commandTexts } from '../scripts/command-texts.js';
import { isAgentImage, isOpenHands, startsAgent } from './agents.js';
import { type ContainerDanger, mountDanger, optionDanger, sourceOf } from './options.js';
import { key, local, volumes, wallRisk, wallVariants } from './rows.js';

interface Service {
  readonly name: string;
  readonly node: ConfigNode;
  readonly openHands: boolean;
}

const commandKeys = ['command', 'entrypoint', 'healthcheck/test'];

/** Commands of all services: an agent may be started anywhere. */
export const composeCommands = (file: ConfigFile): readonly CommandText[] =>
  commandTexts(file.root, ['services/*/command', 'services/*/entrypoint'], 'words');

/** The services that hold or start an agent. */
function agentServices(file: ConfigFile): readonly Service[] {
  return select(file.root, 'services/*').flatMap(({ node, entry }) => {
    const name = entry?.key ?? '';
    const image = scalarText(at(node, 'image')) ?? '';
    const build = at(node, 'build');
    const built = [scalarText(build), scalarText(at(build, 'context')), scalarText(at(build, 'dockerfile'))];
    const named = [
      image,
      name,
      scalarText(at(node, 'container_name')) ?? '',
      ...built.map((part) => part ?? ''),
    ];
    const starts = commandTexts(node, commandKeys, 'words').some(({ line }) => startsAgent(line));
    if (!starts && !named.some(isAgentImage)) return [];
    return [{ name, node, openHands: named.some(isOpenHands) }];
  });
}

interface Wall {
  readonly danger: ContainerDanger;
  readonly range: TextRange;
  /** What a fix takes out: the key of an entry or an item. */
  readonly remove: TextRange;
}

/** Keys by which a service shares what is the machine's, and the options that do the same. */
const hostNames = {
  pid: '--pid',
  ipc: '--ipc',
  userns_mode: '--userns',
  uts: '--uts',
  cgroup: '--cgroupns',
} as const;

/** What a named volume of the file stands for, where it is a folder of the machine: `driver_opts: { type: none, o: bind, device: / }`. */
const deviceOf = (name: string, root: ConfigNode | undefined): string | undefined =>
  scalarText(at(root, 'volumes', name, 'driver_opts', 'device'));

function wallsOf(service: ConfigNode, root: ConfigNode | undefined): readonly Wall[] {
  const ofEntry = (entry: ConfigEntry | undefined, option: string): readonly Wall[] => {
    const danger = entry === undefined ? undefined : optionDanger(option);
    return entry === undefined || danger === undefined
      ? []
      : [{ danger, range: entry.range, remove: entry.keyRange }];
  };
  const ofItems = (name: string, prefix: string, field = ''): readonly Wall[] =>
    itemsOf(at(service, name)).flatMap((item) => {
      const danger = optionDanger(`${prefix}=${scalarText(item) ?? scalarText(at(item, field)) ?? ''}`);
      return danger === undefined ? [] : [{ danger, range: item.range, remove: item.range }];
    });
  const privileged = entryAt(service, 'privileged');
  return [
    ...(truthOf(privileged?.value) === true ? ofEntry(privileged, '--privileged') : []),
    ...Object.entries(hostNames).flatMap(([name, option]) => {
      const entry = entryAt(service, name);
      return ofEntry(entry, `${option}=${scalarText(entry?.value) ?? ''}`);
    }),
    ...ofEntry(
      entryAt(service, 'network_mode'),
      `--network=${scalarText(at(service, 'network_mode')) ?? ''}`,
    ),
    ...ofItems('cap_add', '--cap-add'),
    ...ofItems('security_opt', '--security-opt'),
    ...ofItems('devices', '--device', 'source'),
    ...ofItems('device_cgroup_rules', '--device-cgroup-rule'),
    ...itemsOf(at(service, 'volumes')).flatMap((item) => {
      const text = scalarText(item);
      const written = text === undefined ? scalarText(at(item, 'source')) : sourceOf(text);
      const source = written === undefined ? undefined : (deviceOf(written, root) ?? written);
      const readOnly = text === undefined ? truthOf(at(item, 'read_only')) === true : /:ro(?:,|$)/.test(text);
      const danger = source === undefined ? undefined : mountDanger(source, readOnly);
      return danger === undefined ? [] : [{ danger, range: item.range, remove: item.range }];
    }),
  ];
}

const walls: Check = check(wallVariants, function* (file) {
  for (const { name, node, openHands } of agentServices(file)) {
    for (const { danger, range, remove } of wallsOf(node, file.root)) {
      const drop: Remedy = {
        id: 'remove',
        title: 'Remove it',
        safety: 'unsafe',
        steps: [{ do: 'remove', at: [remove] }],
      };
      yield wallRisk(danger, `The agent in ${name}`, range, openHands, [drop]);
    }
  }
});

/** Variables of the running service; those of its build stay in the image. */
function variablesOf(service: ConfigNode) {
  return [at(service, 'environment'), at(service, 'build', 'args')].flatMap((variables) => [
    ...entriesOf(variables).map(({ key: name, value }) => ({
      name,
      text: scalarText(value) ?? '',
      value,
      isItem: false,
    })),
    ...itemsOf(variables).map((item) => {
      const [name = '', ...rest] = (scalarText(item) ?? '').split('=');
      return { name, text: rest.join('='), value: item, isItem: true };
    }),
  ]);
}

const keys: Check = check([key], function* (file) {
  for (const { node } of agentServices(file)) {
    for (const { name, text, value, isItem } of variablesOf(node)) {
      if (!isLiteralSecret(name, text)) continue;
      yield {
        variant: key,
        severity: 'error',
        range: value.range,
        message: `${name} is written in plain text; anyone with this file can use it`,
        remedies: [
          {
            id: 'env-reference',
            title: 'Take it from the environment',
            safety: 'safe',
            steps: [{ do: 'replace', at: value.range, value: isItem ? name : `\${${name}}` }],
          },
        ],
      };
    }
  }
});

/** Variables by which OpenHands is told where it works. */
const openHandsVariables: Check = check([local, volumes], function* (file) {
  for (const { node, openHands } of agentServices(file)) {
    if (!openHands) continue;
    for (const { name, text, value } of variablesOf(node)) {
      if (name === 'RUNTIME' && /^(?:local|cli)$/.test(text)) {
        yield {
          variant: local,
          severity: 'error',
          range: value.range,
          message: 'OpenHands works in this container itself, without one of its own around each task',
          remedies: [],
        };
      }
      if (!/^(?:SANDBOX_VOLUMES|WORKSPACE_MOUNT_PATH|WORKSPACE_BASE)$/.test(name)) continue;
      const danger = text
        .split(',')
        .flatMap((mount) => mountDanger(sourceOf(mount), /:ro$/.test(mount)) ?? [])[0];
      if (danger !== undefined)
        yield {
          variant: volumes,
          severity: 'error',
          range: value.range,
          message: `The sandbox of OpenHands ${danger.says}`,
          remedies: [],
        };
    }
  }
});

export const composeChecks: readonly Check[] = [walls, keys, openHandsVariables];
