/** What the host of a URL says about where data goes. */
export type HostKind = 'loopback' | 'service' | 'private' | 'metadata' | 'drop' | 'public';

/** Scheme and host of a URL as configs hold them; placeholders such as `${HOST}` count as unknown. */
export function urlParts(
  url: string,
): { readonly scheme: string; readonly host: string; readonly userInfo: string } | undefined {
  const parts =
    /^([a-z][a-z0-9+.-]{0,20}):\/\/(?:([^@/?#\s]{0,200})@)?(\[[0-9a-f:.]{2,60}\]|[^:/?#\s]{1,255})/i.exec(
      url.trim(),
    );
  if (parts === null) return undefined;
  return {
    scheme: (parts[1] ?? '').toLowerCase(),
    userInfo: parts[2] ?? '',
    host: (parts[3] ?? '').toLowerCase(),
  };
}

export function hostKind(host: string): HostKind {
  const name = host
    .toLowerCase()
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '');
  if (isLoopback(name)) return 'loopback';
  if (metadataHosts.includes(name)) return 'metadata';
  if (/^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|f[cd][0-9a-f]{2}:|fe80:)/.test(name))
    return 'private';
  if (dropHosts.some((drop) => name === drop || name.endsWith(`.${drop}`))) return 'drop';
  if (!name.includes('.') && !name.includes(':')) return 'service';
  return 'public';
}

const isLoopback = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === 'host.docker.internal' ||
  name === 'host.containers.internal' ||
  name === '::1' ||
  name === '0.0.0.0' ||
  /^127\.\d+\.\d+\.\d+$/.test(name);

/** Addresses inside a cloud that hand out credentials of the machine or container: AWS (EC2, ECS, EKS), Google, Azure, Alibaba, Oracle. */
const metadataHosts: readonly string[] = [
  '169.254.169.254',
  'fd00:ec2::254',
  '169.254.170.2',
  '169.254.170.23',
  'fd00:ec2::23',
  'metadata.google.internal',
  'metadata.goog',
  '168.63.129.16',
  '100.100.100.200',
  '192.0.0.192',
];

/** Places where anybody can leave data or a payload: paste bins, request catchers, tunnels. */
const dropHosts: readonly string[] = [
  'webhook.site',
  'requestbin.com',
  'requestbin.net',
  'pipedream.net',
  'beeceptor.com',
  'hookbin.com',
  'requestcatcher.com',
  'interact.sh',
  'oast.fun',
  'oast.pro',
  'oast.live',
  'oast.site',
  'oast.online',
  'oastify.com',
  'burpcollaborator.net',
  'canarytokens.com',
  'pastebin.com',
  'paste.ee',
  'hastebin.com',
  'dpaste.com',
  'dpaste.org',
  'ix.io',
  '0x0.st',
  'termbin.com',
  'transfer.sh',
  'file.io',
  'gofile.io',
  'anonfiles.com',
  'temp.sh',
  'ngrok.io',
  'ngrok.app',
  'ngrok-free.app',
  'ngrok.dev',
  'trycloudflare.com',
  'loca.lt',
  'localhost.run',
  'serveo.net',
  'bore.pub',
  'hooks.slack.com',
  'hooks.zapier.com',
  'maker.ifttt.com',
  'webhook.office.com',
  'script.google.com',
  'ntfy.sh',
  'smee.io',
  'webhook.cool',
  'postb.in',
  'mockbin.io',
  'dnslog.cn',
  'ceye.io',
  'interactsh.com',
  'rentry.co',
  'sprunge.us',
  'bashupload.com',
  'tmpfiles.org',
  'catbox.moe',
  'localtunnel.me',
  'pinggy.link',
  'pinggy.io',
  'discord.com',
  'discordapp.com',
  'api.telegram.org',
];

/** A pattern of hosts that takes in everybody's: `*`, `*.com`, `*.co.uk`, `https://*`, `http*://*`. */
export const isAnyHost = (pattern: string): boolean =>
  /^(?:(?:https?|\*|http\*):\/\/)?\*{1,2}(?:\.(?:[a-z]{2,12}|(?:co|com|org|net|ac|gov)\.[a-z]{2}))?(?::\*|:\d{1,5})?(?:\/\*{0,2})?$/i.test(
    pattern.trim(),
  );
