import type { ConfigNode } from '../../config/config-node.js';
import { at, entriesOf, entryAt, itemsOf, scalarText, stringNodesOf } from '../../config/path.js';
import { type Check, check } from '../check.js';
import { isLiteralSecret } from '../credentials.js';
import { truthOf } from '../match.js';
import type { ConfigFile } from '../product.js';
import type { Remedy } from '../remedy.js';
import { type CommandText, commandTexts, placeOf } from '../scripts/command-texts.js';
import { switchOf } from '../scripts/environment.js';
import { findFlags } from '../scripts/find-flags.js';
import { installsAgent, isAgentImage, isOpenHands, startsAgent } from './agents.js';
import { mountDanger, optionDangers, sourceOf } from './options.js';
import { egress, features, firewall, key, wallRisk, wallVariants } from './rows.js';

const lifecycle = [
  'initializeCommand',
  'onCreateCommand',
  'updateContentCommand',
  'postCreateCommand',
  'postStartCommand',
  'postAttachCommand',
];

/** Set-up steps: a line, a list of words, or several by name. */
const commands = (file: ConfigFile): readonly CommandText[] =>
  commandTexts(file.root, [...lifecycle, ...lifecycle.map((name) => `${name}/*`)], 'words');

/** Extensions whose agent runs commands in the container. */
const agentExtensions =
  /^(?:anthropic\.claude-code|saoudrizwan\.claude-dev|rooveterinaryinc\.roo-cline|kilocode\.kilo-code|openai\.chatgpt|google\.gemini-cli-vscode-ide-companion|sourcegraph\.amp|continue\.continue|sst-dev\.opencode|block\.goose)$/i;

const agentFeature = /claude-code|codex|gemini-cli|opencode|copilot-cli|\/aider|\/goose|\/amp|cursor-agent/i;

/** True when an agent is put into the container or started in it. */
function holdsAgent(file: ConfigFile): boolean {
  const { root } = file;
  return (
    entriesOf(at(root, 'features')).some(({ key: name }) => agentFeature.test(name)) ||
    stringNodesOf(at(root, 'customizations', 'vscode', 'extensions')).some(({ value }) =>
      agentExtensions.test(value),
    ) ||
    commands(file).some(({ line }) => installsAgent(line) || startsAgent(line)) ||
    [
      scalarText(at(root, 'image')),
      scalarText(at(root, 'build', 'dockerfile')),
      scalarText(at(root, 'name')),
    ].some((name) => isAgentImage((name ?? '').replace(/\s+/g, '-')))
  );
}

const drop = (node: ConfigNode): Remedy => ({
  id: 'remove',
  title: 'Remove it',
  safety: 'unsafe',
  steps: [{ do: 'remove', at: [node.range] }],
});

const walls: Check = check(wallVariants, function* (file) {
  if (!holdsAgent(file)) return;
  const subject = 'The agent in this container';
  const openHands = isOpenHands(scalarText(at(file.root, 'image')) ?? '');
  const privileged = entryAt(file.root, 'privileged');
  if (privileged !== undefined && truthOf(privileged.value) === true) {
    yield wallRisk(
      { kind: 'privileges', says: 'runs privileged: the container is as good as root on this machine' },
      subject,
      privileged.range,
      openHands,
      [
        {
          id: 'safe-value',
          title: 'Set privileged to false',
          safety: 'unsafe',
          steps: [{ do: 'replace', at: privileged.value.range, value: false }],
        },
      ],
    );
  }
  const words = stringNodesOf(at(file.root, 'runArgs')).map(({ value, range }) => ({ text: value, range }));
  const capabilities = [
    ...stringNodesOf(at(file.root, 'capAdd')).map(({ value, range }) => ({
      text: `--cap-add=${value}`,
      range,
    })),
    ...stringNodesOf(at(file.root, 'securityOpt')).map(({ value, range }) => ({
      text: `--security-opt=${value}`,
      range,
    })),
  ];
  for (const danger of [...optionDangers(words), ...optionDangers(capabilities)])
    yield wallRisk(danger, subject, danger.word.range, openHands);
  for (const item of itemsOf(at(file.root, 'mounts'))) {
    const text = scalarText(item);
    const source =
      text === undefined
        ? scalarText(at(item, 'source'))
        : (/(?:^|,)(?:src|source)=([^,]+)/.exec(text)?.[1] ?? sourceOf(text));
    const danger =
      source === undefined ? undefined : mountDanger(source, /readonly|,ro(?:,|$)/.test(text ?? ''));
    if (danger !== undefined) yield wallRisk(danger, subject, item.range, openHands, [drop(item)]);
  }
});

const engines = /docker-outside-of-docker|docker-from-docker|docker-in-docker/;

const dockerFeatures: Check = check([features], function* (file) {
  if (!holdsAgent(file)) return;
  for (const entry of entriesOf(at(file.root, 'features'))) {
    const name = engines.exec(entry.key)?.[0];
    if (name === undefined) continue;
    yield {
      variant: features,
      severity: 'warning',
      range: entry.range,
      message:
        name === 'docker-in-docker'
          ? 'docker-in-docker runs privileged: the agent in this container is as good as root on this machine'
          : `${name} gives the agent in this container the engine of this machine, and with it root`,
      remedies: [
        {
          id: 'remove',
          title: 'Remove the feature',
          safety: 'unsafe',
          steps: [{ do: 'remove', at: [entry.keyRange] }],
        },
      ],
    };
  }
});

/** An agent that asks nobody may work in a container, as long as nothing can leave it. */
const openNetwork: Check = check([egress], function* (file) {
  const settings = entriesOf(at(file.root, 'customizations', 'vscode', 'settings'));
  const unasked = settings.find(
    ({ key: name, value }) =>
      (/^claude-?Code\.allowDangerouslySkipPermissions$|^chat\.tools\.(?:global\.)?autoApprove$/i.test(
        name,
      ) &&
        truthOf(value) === true) ||
      (/^chat\.permissions\.default$|^claudeCode\.initialPermissionMode$/.test(name) &&
        /^(?:autoApprove|autopilot|bypassPermissions)$/.test(scalarText(value) ?? '')),
  );
  const switched = ['containerEnv', 'remoteEnv']
    .flatMap((place) => entriesOf(at(file.root, place)))
    .find(({ key: name, value }) => switchOf(name, scalarText(value) ?? '')?.severity === 'error');
  const flagged = commands(file).flatMap(({ line, node }) =>
    findFlags(line)
      .filter(({ flag }) => flag.severity === 'error')
      .map(({ text }) => placeOf(file, node, text.split(' ')[0] ?? text) ?? node.range),
  );
  const range = flagged[0] ?? unasked?.range ?? switched?.range;
  if (range === undefined || firewall.test(file.text)) return;
  yield {
    variant: egress,
    severity: 'warning',
    range,
    message:
      'The agent asks nobody, and nothing keeps data from leaving this container; allow the few hosts it needs',
    remedies: [],
  };
});

const keys: Check = check([key], function* (file) {
  for (const place of ['containerEnv', 'remoteEnv']) {
    for (const entry of entriesOf(at(file.root, place))) {
      const text = scalarText(entry.value) ?? '';
      if (!isLiteralSecret(entry.key, text)) continue;
      yield {
        variant: key,
        severity: 'error',
        range: entry.value.range,
        message: `${entry.key} is written in plain text; anyone with this file can use it`,
        remedies: [
          {
            id: 'env-reference',
            title: "Take it from the developer's environment",
            safety: 'safe',
            steps: [{ do: 'replace', at: entry.value.range, value: `\${localEnv:${entry.key}}` }],
          },
        ],
      };
    }
  }
});

export const devcontainerChecks: readonly Check[] = [walls, dockerFeatures, openNetwork, keys];
