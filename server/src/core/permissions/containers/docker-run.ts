import { type Check, check } from '../check.js';
import type { ConfigFile } from '../product.js';
import { type CommandText, placeOf } from '../scripts/command-texts.js';
import { withoutHereDocuments } from '../scripts/here-documents.js';
import type { Word } from '../servers/server.js';
import { commandsOf, programName, type SimpleCommand } from '../shell/words.js';
import { isAgentImage, isOpenHands, startsAgent } from './agents.js';
import { type FoundDanger, mountDanger, optionDangers, sourceOf } from './options.js';
import { wallRisk, wallVariants } from './rows.js';

const engine = /^(?:docker|podman|nerdctl)$/;
const namesSomething =
  /^(?:-v|--volume|--mount|--name|-w|--workdir|-e|--env|--env-file|-p|--publish|--network|-h|--hostname)$/;

interface OpenRun {
  readonly dangers: readonly FoundDanger[];
  readonly openHands: boolean;
}

/** `docker run` lines that start an agent in a container whose walls are open. Spans count in `text`. */
function openRuns(text: string): readonly OpenRun[] {
  if (!/\b(?:docker|podman|nerdctl)\b/.test(text)) return [];
  return commandsOf(text).flatMap((command) => openRun(command, text) ?? []);
}

function openRun({ words, start, end }: SimpleCommand, text: string): OpenRun | undefined {
  const inCommand = (at: number): boolean => at >= 0 && at < end;
  const first = start + (text.slice(start, end).length - text.slice(start, end).trimStart().length);
  const program = words.findIndex((word) => engine.test(programName(word)));
  const run = words.findIndex((word, i) => i > program && /^(?:run|create|exec)$/.test(word));
  const quoting = words.slice(0, program).some((word) => /^(?:echo|printf|grep|alias)$/.test(word));
  if (program < 0 || run < 0 || quoting) return undefined;
  const args = words.slice(run + 1);
  const image = args.find(
    (arg, i) => isAgentImage(arg) && !arg.startsWith('-') && !namesSomething.test(args[i - 1] ?? ''),
  );
  if (image === undefined && !startsAgent(words.slice(program).join(' '))) return undefined;
  let from = start;
  const placed = args.map((arg) => {
    // Quotes may stand within a word: "$HOME/.ssh":/root/.ssh.
    const written = [arg, sourceOf(arg)].find((part) => part !== '' && inCommand(text.indexOf(part, from)));
    if (written === undefined) return { text: arg, range: { start: first, end } };
    const found = text.indexOf(written, from);
    from = found + written.length;
    return { text: arg, range: { start: found, end: from } };
  });
  const openHands = isOpenHands(image ?? '');
  return {
    dangers: [...optionDangers(placed), ...(openHands ? placed.flatMap(workspaceDanger) : [])],
    openHands,
  };
}

/** `-e SANDBOX_VOLUMES=/:/workspace`: what OpenHands mounts into the containers that it starts. */
function workspaceDanger(word: Word): readonly FoundDanger[] {
  const mounts = /^(?:-e|--env=)?(?:SANDBOX_VOLUMES|WORKSPACE_MOUNT_PATH|WORKSPACE_BASE)=(.+)$/.exec(
    word.text,
  )?.[1];
  const danger = mounts
    ?.split(',')
    .flatMap((mount) => mountDanger(sourceOf(mount), /:ro$/.test(mount)) ?? [])[0];
  return danger === undefined ? [] : [{ ...danger, word }];
}

const subject = 'The agent in this container';

/** In a file that is shell text throughout. */
export const dockerRunsInText = (prepare: (text: string) => string = (text) => text): Check =>
  check(wallVariants, function* ({ text }) {
    for (const { dangers, openHands } of openRuns(withoutHereDocuments(prepare(text))))
      for (const danger of dangers) yield wallRisk(danger, subject, danger.word.range, openHands);
  });

/** In the commands that a document holds. */
export const dockerRunsInCommands = (commands: (file: ConfigFile) => readonly CommandText[]): Check =>
  check(wallVariants, function* (file) {
    for (const { line, node } of commands(file)) {
      for (const { dangers, openHands } of openRuns(withoutHereDocuments(line))) {
        for (const danger of dangers)
          yield wallRisk(danger, subject, placeOf(file, node, danger.word.text) ?? node.range, openHands);
      }
    }
  });
