import type { TextRange } from '../../text/range.js';
import { type Check, check } from '../check.js';
import { isLiteralSecret } from '../credentials.js';
import type { ConfigFile } from '../product.js';
import { findFlags } from '../scripts/find-flags.js';
import { installsAgent, startsAgent } from './agents.js';
import { egress, firewall, key, rootUser } from './rows.js';

/** One instruction of a Dockerfile, continuation lines joined. */
interface Instruction {
  readonly name: string;
  /** Its arguments, with the offset at which they start. */
  readonly args: string;
  readonly start: number;
  readonly end: number;
}

function instructionsOf(text: string): readonly Instruction[] {
  const found: Instruction[] = [];
  const line = /^[ \t]*([A-Za-z]+)[ \t]+((?:[^\n\\]|\\(?:[ \t]*\r?\n|.)?)*)/gm;
  for (const match of text.matchAll(line)) {
    const [whole, name = '', args = ''] = match;
    const start = match.index + whole.length - args.length;
    found.push({ name: name.toUpperCase(), args, start, end: start + args.length });
  }
  return found;
}

const shellInstructions = /^(?:RUN|CMD|ENTRYPOINT|SHELL|HEALTHCHECK|ONBUILD)$/;

/** The commands of a Dockerfile with all else blanked, offsets kept; lists of words lose their brackets and commas. */
export function dockerfileCommands(text: string): string {
  const out: string[] = text.split('').map((c) => (c === '\n' ? c : ' '));
  for (const { name, args, start } of instructionsOf(text)) {
    if (!shellInstructions.test(name)) continue;
    const list = /^\s*\[/.test(args);
    for (let i = 0; i < args.length; i++) {
      const c = args.charAt(i);
      out[start + i] = list && /[[\],]/.test(c) ? ' ' : c;
    }
  }
  return out.join('');
}

const holdsAgent = (file: ConfigFile): boolean =>
  installsAgent(file.text) || startsAgent(dockerfileCommands(file.text));

/** Without a user of its own an agent is root in the container, which some agents even refuse. */
const root: Check = check([rootUser], function* (file) {
  const commands = dockerfileCommands(file.text);
  const [flag] = findFlags(commands).filter(({ flag: found }) => found.severity === 'error');
  if (flag === undefined) return;
  const user = instructionsOf(file.text)
    .filter(({ name }) => name === 'USER')
    .at(-1);
  if (user !== undefined && !/^(?:root|0)\b/.test(user.args.trim())) return;
  if (/\b(?:gosu|su-exec|runuser|setpriv|su)\s+(?:-\S+\s+)*\w+/.test(commands)) return;
  const range: TextRange = user === undefined ? flag.range : { start: user.start, end: user.end };
  yield {
    variant: rootUser,
    severity: 'warning',
    range,
    message: 'The agent asks nobody and is root in this container; give it a user of its own',
    remedies: [],
  };
});

const keys: Check = check([key], function* (file) {
  if (!holdsAgent(file)) return;
  for (const { name, args, start, end } of instructionsOf(file.text)) {
    if (name !== 'ENV' && name !== 'ARG') continue;
    const pairs = /^[A-Za-z_]\w*[ \t]+[^=]/.test(args)
      ? [/^([A-Za-z_]\w*)[ \t]+(.*)$/s.exec(args)]
      : [...args.matchAll(/([A-Za-z_]\w*)=("[^"]{0,500}"|'[^']{0,500}'|[^\s"']{1,500})/g)];
    for (const pair of pairs) {
      const [, variable = '', value = ''] = pair ?? [];
      if (!isLiteralSecret(variable, value.replace(/^["']|["']$/g, '').trim())) continue;
      yield {
        variant: key,
        severity: 'error',
        range: { start, end },
        message: `${variable} becomes part of the image: anyone who pulls it can read it`,
        remedies: [],
      };
    }
  }
});

/** The image of a development container in which the agent asks nobody, and which holds nothing that could keep data in. */
const openNetwork: Check = check([egress], function* (file) {
  if (!/(?:^|\/)\.devcontainer\//.test(file.path) || firewall.test(file.text)) return;
  const [flag] = findFlags(dockerfileCommands(file.text)).filter(
    ({ flag: found }) => found.severity === 'error',
  );
  if (flag === undefined) return;
  yield {
    variant: egress,
    // The settings beside it may start one from elsewhere.
    severity: 'info',
    range: flag.range,
    message:
      'The agent asks nobody, and this image brings nothing that keeps data from leaving the container',
    remedies: [],
  };
});

export const dockerfileChecks: readonly Check[] = [root, keys, openNetwork];
