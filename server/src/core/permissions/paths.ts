/** How much of a machine a path or glob covers. */
export type Breadth = 'filesystem' | 'home' | 'parent' | 'workspace' | 'narrow';

/** What a file or folder is for an attacker: credentials to read, or places that run code later when written to. */
export type PathDanger = 'credentials' | 'startup';

const home = String.raw`(?:~|\$HOME|\$\{HOME\}|\$\{env:HOME\}|\$\{userHome\}|%USERPROFILE%|\$env:USERPROFILE|/home/[^/*]+|/Users/[^/*]+|/root|[A-Za-z]:[\\/]Users[\\/][^\\/*]+)`;
const anything = String.raw`(?:[\\/](?:\*\*?(?:[\\/]\*)?)?)?`;
const wholeHome = new RegExp(`^/?${home}${anything}$`);
const aboveHome = /^\/?\/(?:home|Users)(?:\/\*{0,2})?$/;
const wholeSystem = /^(?:\/{1,2}(?:\*\*?(?:\/\*)?)?|[A-Za-z]:(?:[\\/](?:\*\*?(?:[\\/]\*)?)?)?|file:\/\/\/)$/;

/** Reads a path or glob as written in a config; `~`, `$HOME` and the like count as the home folder. */
export function breadthOf(path: string): Breadth {
  const written = path.trim();
  if (wholeSystem.test(written)) return 'filesystem';
  if (wholeHome.test(written) || aboveHome.test(written)) return 'home';
  if (/^(?:\.\.[\\/])*\.\.(?:[\\/]\*{0,2})?$/.test(written)) return 'parent';
  return /^(?:\.[\\/]?)?(?:\*\*?(?:[\\/]\*\*?)?)?$/.test(written) ? 'workspace' : 'narrow';
}

const credentialFiles: readonly RegExp[] = [
  /(?:^|[\\/])\.(?:ssh|aws|gnupg|kube|azure|docker|oci|terraform\.d)(?:[\\/]|$)/i,
  /(?:^|[\\/])\.config[\\/](?:gcloud|gh|hub|op|doctl)(?:[\\/]|$)/i,
  /(?:^|[\\/])\.(?:npmrc|netrc|pypirc|git-credentials|pgpass|my\.cnf|vault-token|dockercfg)$/i,
  /(?:^|[\\/])(?:id_(?:rsa|dsa|ecdsa|ed25519)[^\\/]*|[^\\/]*\.(?:pem|p12|pfx|jks|keystore|kdbx|key))$/i,
  /(?:^|[\\/])(?:\.gem[\\/]credentials|service[-_]?account[^\\/]*\.json)$/i,
  /(?:^|[\\/])(?:Keychains|keyrings|Login Data|Cookies)(?:[\\/]|$)/i,
  /^\/{1,2}etc(?:[\\/](?:\*\*?|shadow|sudoers|passwd)|[\\/]?$)/,
  /(?:^|[\\/])(?:credentials|secrets?)\.(?:json|ya?ml|toml|ini)$/i,
];

const environmentFile = /(?:^|[\\/*])\.env(?:\.[^\\/]*|\*|\.\*)?$/i;
const sampleFile = /\.(?:example|sample|template|dist|defaults?|schema|test)$/i;

const startupFiles: readonly RegExp[] = [
  /(?:^|[\\/])\.(?:bash|zsh|k|c)?(?:rc|_profile|_login|env|shrc)$/i,
  /^~?[\\/]?\.\*rc$|(?:^|[\\/])\.\*rc$/,
  /(?:^|[\\/])\.(?:bashrc|zshrc|zshenv|zprofile|zlogin|zlogout|profile|bash_aliases|bash_logout|inputrc|vimrc|tmux\.conf|gitconfig|npmrc|yarnrc|curlrc|wgetrc)$/i,
  /(?:^|[\\/])\.git(?:[\\/](?:\*\*?|hooks|config).*)?$/i,
  /(?:^|[\\/])\.(?:claude|codex|gemini|cursor|vscode|idea|zed|kiro|husky|devcontainer)(?:[\\/](?:.*\*.*|hooks?|agents|commands|skills|plugins|rules|_)(?:[\\/].*)?|[\\/](?:settings|mcp|config|tasks|launch|extensions|hooks|permissions|sandbox|devcontainer)[\w.-]*)?$/i,
  /(?:^|[\\/])\.github[\\/]workflows(?:[\\/].*)?$/i,
  /(?:^|[\\/])(?:\.gitlab-ci\.ya?ml|\.pre-commit-config\.ya?ml|(?:azure|bitbucket)-pipelines\.ya?ml|Jenkinsfile|\.(?:circleci|buildkite)(?:[\\/].*)?)$/i,
  /(?:^|[\\/])\.ssh[\\/]authorized_keys$/i,
  new RegExp(`^/?${home}[\\\\/](?:\\.config|(?:\\.config[\\\\/]fish|\\.local[\\\\/]bin|bin)(?:[\\\\/].*)?)$`),
  /(?:^|[\\/])(?:LaunchAgents|LaunchDaemons|autostart|cron(?:tab|\.[a-z]+)|systemd)(?:[\\/]|$)/i,
];

/** What a path or glob names besides ordinary project files. */
export function pathDanger(path: string, access: 'read' | 'write'): PathDanger | undefined {
  const written = path.trim().replace(/[\\/]\*\*?$/, '');
  if (access === 'write' && startupFiles.some((file) => file.test(written) || file.test(path)))
    return 'startup';
  if (environmentFile.test(written) && !sampleFile.test(written)) return 'credentials';
  return credentialFiles.some((file) => file.test(written)) ? 'credentials' : undefined;
}
