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

function wallsOf(service: ConfigNode): readonly Wall[] {
  const ofEntry = (entry: ConfigEntry | undefined, option: string): readonly Wall[] => {
    const danger = entry === undefined ? undefined : optionDanger(option);
    return entry === undefined || danger === undefined
      ? []
      : [{ danger, range: entry.range, remove: entry.keyRange }];
  };
  const ofItems = (name: string, prefix: string): readonly Wall[] =>
    itemsOf(at(service, name)).flatMap((item) => {
      const danger = optionDanger(`${prefix}=${scalarText(item) ?? ''}`);
      return danger === undefined ? [] : [{ danger, range: item.range, remove: item.range }];
    });
  const privileged = entryAt(service, 'privileged');
  return [
    ...(truthOf(privileged?.value) === true ? ofEntry(privileged, '--privileged') : []),
    ...['pid', 'ipc', 'userns_mode', 'uts'].flatMap((name) => {
      const entry = entryAt(service, name);
      return ofEntry(entry, `--${name.replace('_mode', '')}=${scalarText(entry?.value) ?? ''}`);
    }),
    ...ofEntry(
      entryAt(service, 'network_mode'),
      `--network=${scalarText(at(service, 'network_mode')) ?? ''}`,
    ),
    ...ofItems('cap_add', '--cap-add'),
    ...ofItems('security_opt', '--security-opt'),
    ...itemsOf(at(service, 'volumes')).flatMap((item) => {
      const text = scalarText(item);
      const source = text === undefined ? scalarText(at(item, 'source')) : sourceOf(text);
      const readOnly = text === undefined ? truthOf(at(item, 'read_only')) === true : /:ro(?:,|$)/.test(text);
      const danger = source === undefined ? undefined : mountDanger(source, readOnly);
      return danger === undefined ? [] : [{ danger, range: item.range, remove: item.range }];
    }),
  ];
}

const walls: Check = check(wallVariants, function* (file) {
  for (const { name, node, openHands } of agentServices(file)) {
    for (const { danger, range, remove } of wallsOf(node)) {
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

function variablesOf(service: ConfigNode) {
  const environment = at(service, 'environment');
  return [
    ...entriesOf(environment).map(({ key: name, value }) => ({ name, text: scalarText(value) ?? '', value })),
    ...itemsOf(environment).map((item) => {
      const [name = '', ...rest] = (scalarText(item) ?? '').split('=');
      return { name, text: rest.join('='), value: item };
    }),
  ];
}

const keys: Check = check([key], function* (file) {
  for (const { node } of agentServices(file)) {
    const isList = at(node, 'environment')?.kind === 'list';
    for (const { name, text, value } of variablesOf(node)) {
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
            steps: [{ do: 'replace', at: value.range, value: isList ? name : `\${${name}}` }],
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
