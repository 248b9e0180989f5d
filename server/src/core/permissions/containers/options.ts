import { breadthOf, pathDanger } from '../paths.js';
import type { Word } from '../servers/server.js';

/** What takes the walls of a container down. */
export interface ContainerDanger {
  readonly kind: 'privileges' | 'socket' | 'mount';
  /** Completes a sentence about the container: "mounts the whole disk". */
  readonly says: string;
}

export interface FoundDanger extends ContainerDanger {
  readonly word: Word;
}

const options: readonly (readonly [RegExp, string])[] = [
  [/^--privileged(?:=true)?$/, 'runs privileged: the container is as good as root on this machine'],
  [
    /^--cap-add=(?:.*,)?(?:CAP_)?(?:ALL|SYS_ADMIN|SYS_PTRACE|SYS_MODULE|SYS_RAWIO|SYS_BOOT|BPF|PERFMON|MAC_ADMIN|MAC_OVERRIDE|DAC_READ_SEARCH)(?:,|$)/i,
    'gets kernel capabilities that let it leave the container',
  ],
  [
    /^--security-opt=(?:(?:seccomp|apparmor|systempaths)[=:]unconfined|label[=:]disable|unmask=(?:all|\/.*)|no-new-privileges[=:]false)$/i,
    'runs without the container filter',
  ],
  [
    /^--device=\/dev\/(?:sd|nvme|vd|xvd|hd[a-z]|mapper|disk|mmcblk|loop|dm-|root\b|k?mem\b|port\b|kmsg\b|\*|:|$)|^--device-cgroup-rule=['"]?[abc] \*:/,
    'gets a disk or the memory of this machine',
  ],
  [/^--(?:pid|ipc|userns|uts|cgroupns)=host$/, 'shares the namespaces of this machine'],
  [/^--net(?:work)?=host$/, 'shares the network of this machine, local services included'],
];

/** The danger of one option, its value joined by `=`: "--cap-add=SYS_ADMIN", "--pid=host", "-v=/:/host". */
export function optionDanger(option: string): ContainerDanger | undefined {
  const known = options.find(([pattern]) => pattern.test(option));
  if (known !== undefined) return { kind: 'privileges', says: known[1] };
  const source = mountSource(option);
  return source === undefined
    ? undefined
    : mountDanger(source, /:(?:[^:]*,)?ro(?:,|$)|readonly|,ro(?:,|$)/.test(option));
}

const withValue =
  /^(?:-v|--volume|--mount|--cap-add|--security-opt|--device|--device-cgroup-rule|--pid|--ipc|--userns|--uts|--cgroupns|--net|--network|--user|-u)$/;

/** The dangerous ones among the arguments of `docker run`. */
export function optionDangers(args: readonly Word[]): readonly FoundDanger[] {
  return args.flatMap((word, i) => {
    const following = args[i + 1];
    const takesNext = withValue.test(word.text);
    const option = takesNext ? `${word.text}=${following?.text ?? ''}` : word.text;
    const danger = optionDanger(option);
    return danger === undefined ? [] : [{ ...danger, word: takesNext ? (following ?? word) : word }];
  });
}

function mountSource(option: string): string | undefined {
  const volume = /^(?:-v|--volume)=(.+)$/.exec(option)?.[1];
  if (volume !== undefined) return sourceOf(volume);
  return /^--mount=(.+)$/.exec(option)?.[1]?.match(/(?:^|,)(?:src|source)=([^,]+)/)?.[1];
}

/** "~/.ssh" of "~/.ssh:/root/.ssh:ro"; a drive letter or a default in `${…:-…}` has a colon of its own. */
export const sourceOf = (volume: string): string =>
  /^(?:[A-Za-z]:[\\/][^:]*|\$\{[^}]*\}[^:]*|[^:]*)/.exec(volume)?.[0] ?? volume;

const agentFolders =
  /^~[\\/]\.(?:claude|codex|gemini|cursor|copilot|amp|kiro|config[\\/](?:opencode|goose|crush|amp))(?:[\\/]|$)/;

export function mountDanger(written: string, readOnly = false): ContainerDanger | undefined {
  const source = written
    .trim()
    .replace(
      /^(?:\$HOME|\$\{HOME\}|\$\{localEnv:(?:HOME|USERPROFILE)\}|\$\{HOME:?-[^}]*\}|\$\{env:HOME\}|%USERPROFILE%)/,
      '~',
    );
  if (
    /(?:docker|podman|containerd|crio|buildkitd|dockershim)\.sock$|[\\/]pipe[\\/]docker_engine$/.test(source)
  )
    return { kind: 'socket', says: "gets the container engine's socket: root on this machine" };
  const breadth = breadthOf(source);
  if (
    /^\/(?:etc|dev|proc|boot|run|var(?:\/run)?|var\/lib\/(?:docker|containers|kubelet))\/?$/.test(source) &&
    !readOnly
  )
    return { kind: 'mount', says: `mounts ${source} of this machine` };
  if (breadth === 'filesystem') return { kind: 'mount', says: 'mounts the whole disk' };
  if (breadth === 'home') return { kind: 'mount', says: 'mounts the whole home folder' };
  if (!readOnly && agentFolders.test(source))
    return { kind: 'mount', says: 'can change settings that an agent on this machine follows' };
  return pathDanger(source, 'read') === 'credentials' && /[\\/]/.test(source)
    ? { kind: 'mount', says: 'mounts credentials' }
    : undefined;
}
