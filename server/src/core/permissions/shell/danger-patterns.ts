import type { ShellDanger } from './dangers.js';

/** A danger that is plain from the text of a line, whatever its programs are. Gaps are bounded. */
export interface DangerPattern extends Omit<ShellDanger, 'excerpt'> {
  readonly match: RegExp;
}

const opensShell = 'opens a shell to another machine';
const hidden = 'runs code that is hidden in an encoding';
const downloads = 'downloads code and runs it';
const later = 'installs a job that runs later by itself';
const unguards = 'switches off a protection of this machine';

const pattern = (
  kind: ShellDanger['kind'],
  severity: ShellDanger['severity'],
  does: string,
  match: RegExp,
): DangerPattern => ({ kind, severity, does, match });

export const dangerPatterns: readonly DangerPattern[] = [
  pattern('reverse-shell', 'error', opensShell, /\/dev\/(?:tcp|udp)\//),
  pattern(
    'reverse-shell',
    'error',
    opensShell,
    /\b(?:nc|ncat|netcat)\b[^|;&\n]{0,80}\s-(?:e|c)\s|socat\s[^|;&\n]{0,120}exec:/i,
  ),
  pattern(
    'reverse-shell',
    'error',
    opensShell,
    /\bmkfifo\b[^\n]{0,200}\b(?:nc|ncat|netcat|openssl|telnet)\b/,
  ),
  pattern(
    'reverse-shell',
    'error',
    opensShell,
    /\b(?:ba|z|da|k)?sh\s+-i\b[^\n]{0,120}\b(?:nc|ncat|netcat|openssl|telnet|socat)\b/,
  ),
  pattern(
    'reverse-shell',
    'error',
    opensShell,
    /\bsocket\b[^\n]{0,400}\b(?:dup2|pty\.spawn|subprocess|popen)\b/i,
  ),
  pattern(
    'reverse-shell',
    'error',
    opensShell,
    /(?:IO::Socket|TCPSocket|fsockopen|net\.(?:Socket|connect|createConnection))\b[^\n]{0,400}(?:system|exec|popen|spawn|\/bin\/(?:ba)?sh)/,
  ),
  pattern(
    'reverse-shell',
    'error',
    'opens a way into this machine from elsewhere',
    /\bssh\s(?:[^|;&\n]{0,120}\s)?-[A-Za-z]{0,6}R[\s\d]/,
  ),
  pattern(
    'hidden-code',
    'error',
    hidden,
    /\b(?:exec|eval|compile|system|popen|Function)\b[^\n]{0,120}(?:b64decode|fromhex|unhexlify|\batob\b|marshal\.loads|zlib\.decompress|rot_?13|Buffer\.from\([^\n]{0,200}(?:base64|hex))/,
  ),
  pattern(
    'download-and-run',
    'error',
    downloads,
    /\b(?:exec|eval|compile|runpy|Function)\b.{0,200}(?:urlopen|urlretrieve|requests\.get|httpx\.get|https?\.get|fetch\(|open-uri|Net::HTTP|file_get_contents\(['"]https?:)/s,
  ),
  pattern(
    'download-and-run',
    'error',
    downloads,
    /(?:urlopen|requests\.get|httpx\.get|https?\.get|fetch\().{0,300}\b(?:exec|eval|Function)\b/s,
  ),
  pattern(
    'download-and-run',
    'error',
    downloads,
    /\b(?:ba|z|da|k)?sh\s+<\(\s*(?:curl|wget)|(?:\bsource|(?:^|[\s;&|])\.)\s+(?:<\(|\/dev\/stdin\s{0,5}<<<)[^\n]{0,20}(?:curl|wget)/,
  ),
  pattern(
    'persistence',
    'error',
    'changes what git runs everywhere',
    /\bgit\s+config\s+--(?:global|system)\s+(?:--\w+\s+)?(?:core\.(?:hooksPath|fsmonitor|sshCommand|pager|editor)|alias\.\w+|credential\.helper\s+['"]?!)/,
  ),
  pattern(
    'persistence',
    'error',
    later,
    /\blaunchctl\s+(?:load|bootstrap|submit)\b|\bschtasks(?:\.exe)?\s+\/create\b|\breg(?:\.exe)?\s+add\s[^\n]{0,120}\\Run\b|(?:^|[;&|]\s*)at\s+(?:now|-f|\d|midnight|noon|tomorrow)/i,
  ),
  pattern('persistence', 'warning', later, /\bsystemctl\s+(?:--user\s+)?enable\b/),
  pattern(
    'persistence',
    'warning',
    'changes where packages come from',
    /\b(?:npm|pnpm|yarn|pip3?|bundle|gem)\s+config\s+set\s[^\n]{0,80}http:\/\//,
  ),
  pattern(
    'destruction',
    'error',
    'overwrites a disk',
    /\bdd\s[^\n]{0,200}\bof=\/dev\/(?:sd|nvme|vd|hd|disk|mmcblk)|\bmkfs(?:\.\w+)?\s[^\n]{0,80}\/dev\/|>\s*\/dev\/(?:sd|nvme|disk)|\b(?:shred|wipefs)\s[^\n]{0,80}\/dev\//,
  ),
  pattern(
    'destruction',
    'error',
    'stops this machine by starting itself without end',
    /:\(\)\s*\{\s*:\s*\|\s*:\s*&\s*\}\s*;\s*:/,
  ),
  pattern(
    'destruction',
    'error',
    'deletes everything',
    /\brm\s[^\n;&|]{0,60}--no-preserve-root|\bRemove-Item\b[^\n]{0,80}\s-Recurse\b[^\n]{0,40}\s[A-Z]:\\(?:\s|$|\*)|\bdel\s+\/[sq]\b[^\n]{0,20}[A-Z]:\\\*?/i,
  ),
  pattern(
    'privilege',
    'error',
    'lets a program run as root for everybody',
    /\bchmod\s+(?:[ugo]*\+[rwx]*s|[2467][0-7]{3})\b|\bsetcap\s/,
  ),
  pattern(
    'privilege',
    'error',
    'gives an account the rights of root',
    /\busermod\s[^\n]{0,40}-aG\s+(?:sudo|docker|wheel|root|admin)\b/,
  ),
  pattern(
    'privilege',
    'warning',
    unguards,
    /\bxattr\s[^\n]{0,40}com\.apple\.quarantine|\bspctl\s+--(?:master|global)-disable|\bsetenforce\s+0|\bSet-ExecutionPolicy\s[^\n]{0,40}(?:Bypass|Unrestricted)|\bufw\s+disable\b|\bSet-MpPreference\b/i,
  ),
];
