/** The words of a text. */
const words = (text: string): readonly string[] => text.split(/\s+/).filter((word) => word !== '');
const wordSet = (text: string): ReadonlySet<string> => new Set(words(text));
const bySubcommand = (table: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(Object.entries(table).map(([program, names]) => [program, words(names)]));

export const shells = wordSet(
  `sh bash zsh fish dash ksh csh tcsh ash mksh rbash nu xonsh elvish busybox cmd powershell pwsh eval exec source .
   sudo doas su runas wsl`,
);

/** Programs whose first argument that is no option names what is run. */
export const runners = wordSet(
  `npx bunx pnpx uvx pipx python python2 python3 py pypy pypy3 ipython node nodejs deno bun ruby irb perl php lua luajit rscript tsx ts-node
   vite-node esno jiti java jshell groovy kotlin julia elixir iex ghci runghc runhaskell tclsh wish guile racket sbcl clojure clj bb scala octave
   raku crystal swipl erl escript
   env xargs parallel watch watchexec entr nodemon hyperfine nohup time timeout nice setsid stdbuf script strace ltrace gdb lldb expect command
   builtin ssh sshpass mosh osascript start chroot unshare nsenter systemd-run proot wine tmux screen at batch npm-run-all concurrently
   nix-shell rundll32 mshta wscript cscript msbuild`,
);

/** Programs that run others through an option, a script or a file of tasks only: noted, not warned about. */
export const occasionalRunners = wordSet(
  `find gfind fd awk gawk mawk make gmake just task mise nx turbo moon lerna rush rake rails invoke inv fab tox nox gradle gradlew mvn mvnw ant
   sbt mage psql mysql sqlite3 duckdb mongosh redis-cli vim nvim emacs ed claude codex gemini aider opencode goose`,
);

/** Programs that run what follows one of these sub-commands. */
export const runningSubcommands = bySubcommand({
  npm: 'exec x create init',
  pnpm: 'dlx exec create',
  yarn: 'dlx exec create',
  bun: 'x run create',
  lerna: 'exec',
  nx: 'exec',
  uv: 'run tool x',
  pipx: 'run',
  poetry: 'run',
  pdm: 'run',
  pipenv: 'run',
  hatch: 'run',
  rye: 'run',
  conda: 'run',
  mamba: 'run',
  micromamba: 'run',
  bundle: 'exec',
  rails: 'runner console',
  composer: 'exec',
  artisan: 'tinker',
  go: 'run generate',
  cargo: 'run install',
  swift: 'run',
  dart: 'run',
  stack: 'exec runghc',
  cabal: 'exec run',
  zig: 'run',
  mix: 'run',
  bazel: 'run',
  deno: 'run eval task',
  dotnet: 'run exec script',
  nix: 'run shell develop',
  pixi: 'run exec',
  mise: 'exec x',
  asdf: 'exec',
  volta: 'run',
  rustup: 'run',
  fnm: 'exec',
  nvm: 'exec run',
  rbenv: 'exec',
  pyenv: 'exec',
  direnv: 'exec',
  devbox: 'run shell',
  flatpak: 'run',
  snap: 'run',
  doppler: 'run',
  op: 'run',
  infisical: 'run',
  docker: 'run exec',
  'docker-compose': 'run exec',
  podman: 'run exec',
  nerdctl: 'run exec',
  crictl: 'exec',
  lxc: 'exec',
  tmux: 'send-keys new new-session respawn-pane',
  devcontainer: 'exec',
  vagrant: 'ssh',
  kubectl: 'exec run debug',
  oc: 'exec run',
  gh: 'api extension alias',
  // `git bisect run`, `git submodule foreach`.
  git: 'config run foreach',
});

/** Words that stand between one of the sub-commands above and the program: `docker exec web sh`. */
export const namesTarget =
  /^(?:docker|docker-compose|podman|nerdctl|crictl|lxc|kubectl|oc|flatpak|snap|rustup)$/;

/** Tools whose everyday sub-commands are harmless: all of them together are noted, not warned about. */
export const everydayTools = wordSet(
  `git gh npm pnpm yarn cargo go poetry pdm pipenv hatch rye pixi conda mamba micromamba bundle composer dotnet swift dart stack cabal zig mix bazel
   docker-compose vagrant asdf volta rustup fnm nvm rbenv pyenv direnv devbox flatpak snap doppler op infisical devcontainer artisan`,
);

export const networkPrograms = wordSet(
  `curl curlie wget wget2 nc ncat netcat socat telnet scp sftp ftp lftp tftp rsync rclone croc wormhole magic-wormhole http https httpie xh aria2c
   axel lynx w3m links elinks lwp-request yt-dlp hurl websocat wscat grpcurl ssh-copy-id nmap ngrok cloudflared localtunnel s3cmd s5cmd mail mailx
   sendmail mutt swaks invoke-webrequest invoke-restmethod start-bitstransfer iwr irm certutil bitsadmin`,
);

export const destructivePrograms = wordSet(
  `rm rmdir unlink shred srm wipe dd mkfs fdisk sfdisk parted wipefs mkswap lvremove vgremove truncate chmod chown chgrp kill killall pkill del erase
   rd format diskpart diskutil remove-item stop-process format-volume clear-disk taskkill crontab systemctl launchctl shutdown reboot poweroff halt
   iptables nft ufw useradd userdel usermod passwd visudo
   aws gcloud az gsutil azcopy doctl eksctl ibmcloud linode-cli oci ansible ansible-playbook terraform tofu terragrunt pulumi cdk sam serverless sls
   helm flyctl fly vercel netlify heroku firebase wrangler railway dropdb dropuser mysqladmin`,
);

export const destructiveSubcommands = bySubcommand({
  git: 'push reset clean filter-branch filter-repo update-ref reflog -D drop clear',
  gh: 'delete merge release secret ruleset gist',
  glab: 'delete merge release',
  npm: 'publish unpublish deprecate owner access token dist-tag',
  pnpm: 'publish',
  yarn: 'publish npm',
  bun: 'publish',
  jsr: 'publish',
  deno: 'publish',
  cargo: 'publish yank owner',
  twine: 'upload',
  poetry: 'publish',
  uv: 'publish',
  flit: 'publish',
  hatch: 'publish',
  mvn: 'deploy release:perform',
  gradle: 'publish',
  dotnet: 'nuget',
  nuget: 'push delete',
  gem: 'push yank',
  docker: 'push rm rmi system volume prune',
  podman: 'push rm rmi system volume prune',
  kubectl: 'delete apply replace patch drain scale edit create',
  oc: 'delete apply',
  argocd: 'delete sync',
  supabase: 'reset push delete',
  prisma: 'reset push',
  'redis-cli': 'flushall flushdb FLUSHALL FLUSHDB',
  rails: 'db:drop db:reset db:purge',
  rake: 'db:drop db:reset',
  alembic: 'downgrade',
  reg: 'delete',
  apt: 'remove purge autoremove',
  'apt-get': 'remove purge autoremove',
  zfs: 'destroy rollback',
  zpool: 'destroy',
  restic: 'forget prune',
  mc: 'rb',
  find: '-delete -exec -execdir -ok',
});

/** Sub-commands of the programs above that change nothing elsewhere. */
export const readOnlySubcommands = bySubcommand({
  terraform: 'plan validate fmt show output version providers graph state init',
  tofu: 'plan validate fmt show output version init',
  terragrunt: 'plan validate output hclfmt show',
  cdk: 'synth diff list ls doctor',
  sam: 'build validate local logs',
  serverless: 'package info logs offline',
  sls: 'package info logs offline',
  helm: 'list ls status template lint show history get search version diff',
  pulumi: 'preview stack about version config',
  systemctl: 'status is-active is-enabled list-units list-timers show cat',
  launchctl: 'list print',
  crontab: '-l',
  diskutil: 'list info',
  iptables: '-L',
  ufw: 'status',
  vercel: 'ls list logs inspect whoami build dev env',
  netlify: 'status dev build',
  firebase: 'emulators:start serve',
  wrangler: 'dev whoami tail types',
  railway: 'status logs whoami',
  fly: 'status logs',
  flyctl: 'status logs',
  heroku: 'logs ps',
});

/** Sub-commands that only look, where one of their words is dangerous elsewhere: `gh release view`. */
export const looks = wordSet('view list ls status show diff checks log cat --list -l get describe download');
