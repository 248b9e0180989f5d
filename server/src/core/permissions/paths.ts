/** How much of a machine a path or glob covers. */
export type Breadth = 'filesystem' | 'home' | 'parent' | 'workspace' | 'narrow';

/** What a file or folder is for an attacker: credentials to read, or places that run code later when written to. */
export type PathDanger = 'credentials' | 'startup';

const home = String.raw`(?:~|\$HOME|\$\{HOME\}|\$\{env:HOME\}|\$\{userHome\}|\$\{localEnv:(?:HOME|USERPROFILE)\}|~root|%USERPROFILE%|%HOMEPATH%|\$env:USERPROFILE|/home/[^/*]+|/Users/[^/*]+|/root|(?:[A-Za-z]:|/{1,2}[a-z]|/mnt/[a-z])[\\/]Users[\\/][^\\/*]+)`;
const anything = String.raw`(?:[\\/](?:\*\*?(?:[\\/]\*)?)?)?`;
const wholeHome = new RegExp(`^/?${home}${anything}$`);
const aboveHome = /^(?:\/?\/|\/{1,2}[a-z]\/|\/mnt\/[a-z]\/|[A-Za-z]:[\\/])(?:home|Users)(?:[\\/]\*{0,2})?$/i;
const wholeSystem =
  /^(?:\/{1,2}(?:\*\*?(?:\/\*)?)?|[A-Za-z]:(?:[\\/](?:\*\*?(?:[\\/]\*)?)?)?|file:\/\/\/|\/\.\.|\/(?:mnt\/[a-z]|Volumes|media)(?:\/\*{0,2})?)$/;

/** Reads a path or glob as written in a config; `~`, `$HOME` and the like count as the home folder. */
export function breadthOf(path: string): Breadth {
  // `/.` is the root, `./..` is above.
  const written = path
    .trim()
    .replace(/(?<=[\\/])\.$/, '')
    .replace(/^\.[\\/](?=\.\.)/, '');
  if (wholeSystem.test(written)) return 'filesystem';
  if (wholeHome.test(written) || aboveHome.test(written)) return 'home';
  if (/^(?:\.\.[\\/])*\.\.(?:[\\/]\*{0,2})?$/.test(written)) return 'parent';
  return /^(?:\.[\\/]?)?(?:\*\*?(?:[\\/]\*\*?)?)?$/.test(written) ? 'workspace' : 'narrow';
}

const credentialFiles: readonly RegExp[] = [
  /(?:^|[\\/])\.(?:ssh|aws|gnupg|kube|azure|docker|oci|terraform\.d)(?:[\\/]|$)/i,
  /(?:^|[\\/])\.config[\\/](?:gcloud|gh|glab-cli|hub|op|1Password|doctl|rclone|sops|github-copilot|google-chrome|BraveSoftware|goose[\\/]secrets\.ya?ml)(?:[\\/]|$)/i,
  // What agents log in with.
  /(?:^|[\\/])\.(?:claude[\\/]\.credentials|codex[\\/]auth|gemini[\\/](?:oauth_creds|google_accounts)|qwen[\\/]oauth_creds|cursor[\\/]auth|copilot[\\/]config)\.json$/i,
  /(?:^|[\\/])\.local[\\/]share[\\/](?:opencode|crush|amp)[\\/](?:auth|secrets)\.json$/i,
  /(?:^|[\\/])\.(?:password-store|mozilla|thunderbird|subversion[\\/]auth|cargo[\\/]credentials(?:\.toml)?|m2[\\/]settings(?:-security)?\.xml|gradle[\\/]gradle\.properties|gem[\\/]credentials|bundle[\\/]config)(?:[\\/]|$)/i,
  /(?:^|[\\/])\.(?:(?:bash|zsh|python|node_repl|psql|mysql|rediscli)_history|histfile|boto|s3cfg|htpasswd|envrc|yarnrc\.yml|databrickscfg|snowsql)$/i,
  /(?:^|[\\/])(?:kubeconfig|[^\\/]*\.tfvars|[^\\/]*\.tfstate|client_secret[^\\/]*\.json|wp-config\.php)$/i,
  /^\/{1,2}(?:run\/secrets|var\/run\/secrets|proc\/(?:self|\d+|\*)\/environ)(?:[\\/]|$)/,
  /(?:^|[\\/])\.(?:npmrc|netrc|pypirc|git-credentials|pgpass|my\.cnf|vault-token|dockercfg)$/i,
  /(?:^|[\\/])(?:id_(?:rsa|dsa|ecdsa|ed25519)[^\\/]*|[^\\/]*\.(?:pem|p12|pfx|jks|keystore|kdbx|key|ppk|asc|gpg))$/i,
  /(?:^|[\\/])(?:\.gem[\\/]credentials|service[-_]?account[^\\/]*\.json)$/i,
  /(?:^|[\\/])(?:Keychains|keyrings|Login Data|Cookies)(?:[\\/]|$)/i,
  /^\/{1,2}etc(?:[\\/](?:\*\*?|shadow|sudoers|passwd)|[\\/]?$)/,
  /(?:^|[\\/])(?:(?:credentials|secrets?)\.(?:json|ya?ml|toml|ini)|[\w.-]*(?:credentials?|adminsdk)[\w.-]*\.json|\.claude\.json|wallet\.dat)$/i,
];

const environmentFile = /(?:^|[\\/*])\.env(?:\.[^\\/]*|\*|\.\*)?$/i;
const sampleFile = /\.(?:example|sample|template|dist|defaults?|schema|test)$/i;

const startupFiles: readonly RegExp[] = [
  /(?:^|[\\/])\.(?:bash|zsh|k|c)?(?:rc|_profile|_login|env|shrc)$/i,
  /^~?[\\/]?\.\*rc$|(?:^|[\\/])\.\*rc$/,
  /(?:^|[\\/])\.(?:bashrc|zshrc|zshenv|zprofile|zlogin|zlogout|profile|bash_aliases|bash_logout|inputrc|vimrc|tmux\.conf|gitconfig|npmrc|yarnrc|curlrc|wgetrc)$/i,
  /(?:^|[\\/])\.git(?:[\\/](?:\*\*?|hooks|config).*)?$/i,
  /(?:^|[\\/])\.(?:claude|codex|gemini|cursor|vscode|idea|zed|kiro|husky|devcontainer)(?:[\\/](?:.*\*.*|hooks?|agents|commands|skills|plugins|rules|_)(?:[\\/].*)?|[\\/](?:settings|mcp|config|tasks|launch|extensions|hooks|permissions|sandbox|devcontainer)[\w.-]*)?$/i,
  /(?:^|[\\/])\.github[\\/](?:workflows|actions)(?:[\\/].*)?$/i,
  /(?:^|[\\/])\.(?:mcp\.json|envrc|gitmodules|githooks(?:[\\/].*)?|git-hooks(?:[\\/].*)?|cursorrules|(?:opencode|amp|continue|roo|windsurf|qwen|gemini)[\\/](?:settings\.json|\*\*?|hooks[\\/].*))$/i,
  /(?:^|[\\/])(?:\.?lefthook(?:-local)?\.ya?ml|(?:site|user)customize\.py|crontab)$/i,
  /^\/{1,2}(?:usr(?:[\\/]local)?|(?:usr[\\/](?:local[\\/])?)?(?:s?bin|lib(?:64)?)|boot|etc|opt[\\/]homebrew)(?:[\\/]\*{0,2})?$/,
  /(?:^|[\\/])(?:\.gitlab-ci\.ya?ml|\.pre-commit-config\.ya?ml|(?:azure|bitbucket)-pipelines\.ya?ml|Jenkinsfile|\.(?:drone|woodpecker|travis)\.ya?ml|cloudbuild\.ya?ml|\.(?:circleci|buildkite|woodpecker)(?:[\\/].*)?)$/i,
  /(?:^|[\\/])(?:\.emacs(?:\.d[\\/].*)?|nvim[\\/]init\.(?:lua|vim)|Start Menu[\\/]Programs[\\/]Startup)(?:[\\/].*)?$/i,
  /(?:^|[\\/])\.ssh[\\/](?:authorized_keys|config|rc)$/i,
  /^\/{1,2}etc\/(?:sudoers|profile|bash\.bashrc|zsh|cron|rc\.local|ld\.so|systemd|init|pam\.d|environment|hosts)/,
  new RegExp(`^/?${home}[\\\\/](?:\\.config|(?:\\.config[\\\\/]fish|\\.local[\\\\/]bin|bin)(?:[\\\\/].*)?)$`),
  /(?:^|[\\/])(?:LaunchAgents|LaunchDaemons|autostart|cron(?:tab|\.[a-z]+)|systemd)(?:[\\/]|$)/i,
];

/** What a path or glob names besides ordinary project files. */
export function pathDanger(path: string, access: 'read' | 'write'): PathDanger | undefined {
  const written = path.trim().replace(/[\\/]\*\*?$/, '');
  if (access === 'write' && startupFiles.some((file) => file.test(written) || file.test(path)))
    return 'startup';
  if (/^(?:\.[\\/]|\*\*[\\/])?\.?secrets?[\\/]\*{1,2}$/i.test(path.trim())) return 'credentials';
  if (environmentFile.test(written) && !sampleFile.test(written)) return 'credentials';
  return credentialFiles.some((file) => file.test(written)) ? 'credentials' : undefined;
}
