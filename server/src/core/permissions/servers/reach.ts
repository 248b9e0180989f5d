import type { Check } from '../check.js';
import { optionDangers } from '../containers/options.js';
import { breadthOf, pathDanger } from '../paths.js';
import { shellDangers } from '../shell/dangers.js';
import { programName } from '../shell/words.js';
import { checkServers } from './check-server.js';
import { launchOf } from './launch.js';

/** Variables that make a program load code or trust somebody else. */
export const executingVariables =
  /^(?:LD_PRELOAD|LD_LIBRARY_PATH|LD_AUDIT|DYLD_INSERT_LIBRARIES|DYLD_LIBRARY_PATH|NODE_OPTIONS|NODE_PATH|PYTHONSTARTUP|PYTHONPATH|PYTHONHOME|PERL5OPT|PERL5LIB|RUBYOPT|RUBYLIB|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|BASH_ENV|ENV|ZDOTDIR|PROMPT_COMMAND|PATH|GIT_SSH|GIT_SSH_COMMAND|GIT_EXTERNAL_DIFF|GIT_ASKPASS|GIT_CONFIG_GLOBAL|GIT_PAGER|SSH_ASKPASS|GIT_EDITOR|GIT_SEQUENCE_EDITOR|GIT_PROXY_COMMAND|GIT_EXEC_PATH|GIT_TEMPLATE_DIR|PAGER|MANPAGER|EDITOR|VISUAL|BROWSER|PYTHONBREAKPOINT|PYTHONUSERBASE|PERL5DB|LUA_INIT|R_PROFILE(?:_USER)?|PHPRC|PHP_INI_SCAN_DIR|JDK_JAVA_OPTIONS|MAVEN_OPTS|GRADLE_OPTS|DOTNET_STARTUP_HOOKS|CORECLR_PROFILER_PATH|GCONV_PATH|OPENSSL_CONF|LESSOPEN|LESSCLOSE|NPM_CONFIG_SCRIPT_SHELL|NPM_CONFIG_NODE_OPTIONS|BUN_INSPECT_PRELOAD|RUSTC|RUSTC_WRAPPER|RUSTC_WORKSPACE_WRAPPER|CARGO_BUILD_RUSTC_WRAPPER|CC|CXX|LD|SHELL)$/i;

/** Variables that send traffic elsewhere or switch its checks off. */
export const routingVariables =
  /^(?:HTTPS?_PROXY|ALL_PROXY|NODE_EXTRA_CA_CERTS|SSL_CERT_FILE|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)$/i;

export const switchesTlsOff = (name: string, value: string): boolean =>
  (/^NODE_TLS_REJECT_UNAUTHORIZED$/i.test(name) && value.trim() === '0') ||
  (/^(?:PYTHONHTTPSVERIFY|GIT_SSL_NO_VERIFY|CURL_INSECURE)$/i.test(name) &&
    /^(?:0|1|true)$/i.test(value.trim()));

/** `NODE_OPTIONS=--max-old-space-size=4096` loads nothing. */
export const loadsCode = (name: string, value: string): boolean => {
  if (!executingVariables.test(name)) return false;
  // Folders of the project itself are where its code is anyway.
  if (/^(?:PYTHONPATH|NODE_PATH)$/i.test(name)) return !value.split(/[:;]/).every(isProjectFolder);
  if (/^(?:NPM_CONFIG_)?NODE_OPTIONS$/i.test(name))
    return /(?:^|\s)(?:-r|--require|--import|--loader|--experimental-loader|--inspect)/.test(value);
  // The name of a program is found on the path; a path may lie in the repository.
  if (
    /^(?:RUSTC|RUSTC_WRAPPER|RUSTC_WORKSPACE_WRAPPER|CARGO_BUILD_RUSTC_WRAPPER|CC|CXX|LD|SHELL|NPM_CONFIG_SCRIPT_SHELL)$/i.test(
      name,
    )
  )
    return /^(?:\.|\/tmp\/|\$\{?(?:PWD|CLAUDE_PROJECT_DIR|workspaceFolder))|^[\w-]+\//.test(value.trim());
  if (/^PYTHONBREAKPOINT$/i.test(name)) return !/^(?:0|pdb\.set_trace|i?pdb\.\w+|)$/.test(value.trim());
  if (/^(?:JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|MAVEN_OPTS|GRADLE_OPTS)$/i.test(name))
    return /-javaagent|-agentpath|-agentlib/.test(value);
  if (/^(?:PAGER|MANPAGER|GIT_PAGER|EDITOR|VISUAL)$/i.test(name))
    return !/^(?:cat|less|more|vi|vim|nvim|nano|emacs|true|code(?: --wait)?|)$/.test(value.trim());
  return true;
};

const isProjectFolder = (path: string): boolean =>
  /^(?:\$\{workspaceFolder\}|\$\{?CLAUDE_PROJECT_DIR\}?|\$\{?PWD\}?)?[\w./-]*$/.test(path) &&
  !path.startsWith('/');

export const reachChecks: readonly Check[] = [
  checkServers({ id: 'MCP-DOCKER', rule: 'excessive-tool-grant' }, function* ({ name, command }) {
    const program = programName(command[0]?.text ?? '');
    const launch = launchOf(command);
    if (!/^(?:docker|podman|nerdctl)$/.test(launch?.program ?? program)) return;
    for (const { says, word } of optionDangers(launch?.args ?? []))
      yield { severity: 'error', range: word.range, message: `${name} ${says}` };
  }),
  checkServers({ id: 'MCP-SHELL', rule: 'agent-config-backdoor' }, function* ({ name, command }) {
    const first = programName(command[0]?.text.split(/\s/)[0] ?? '');
    const option = command.findIndex((word) => /^(?:\/[ck]|-[a-z]*c|-Command)$/i.test(word.text));
    const line = command
      .slice(option + 1)
      .map((word) => word.text)
      .join(' ');
    if (!/^(?:sh|bash|zsh|dash|ksh|fish|cmd|powershell|pwsh)$/.test(first) && !/[|;&`]|\$\(/.test(line))
      return;
    for (const danger of shellDangers(line)) {
      const word =
        command.find((w) => w.text.length > 0 && w.text.includes(danger.excerpt)) ?? command.at(-1);
      if (word === undefined) continue;
      yield { severity: danger.severity, range: word.range, message: `Starting ${name} ${danger.does}` };
      return;
    }
  }),
  checkServers({ id: 'MCP-ENV-EXEC', rule: 'agent-config-backdoor' }, function* ({ name, env }) {
    for (const variable of env) {
      const tls = switchesTlsOff(variable.name, variable.text);
      const route =
        routingVariables.test(variable.name) && !/localhost|127\.0\.0\.1|\$\{/.test(variable.text);
      if (!tls && !route && !loadsCode(variable.name, variable.text)) continue;
      const ownPath =
        /^PATH$/i.test(variable.name) &&
        /\$\{?PATH|\$\{env:PATH\}|^(?:\/(?:usr|bin|opt|sbin|snap)[^:]*:?)+$/.test(variable.text);
      if (ownPath) continue;
      yield {
        severity:
          /^(?:PATH|PYTHONPATH|NODE_PATH)$/i.test(variable.name) && !/(?:^|:)(?:\.|\/tmp)/.test(variable.text)
            ? 'info'
            : 'error',
        range: variable.range,
        message: tls
          ? `${variable.name} switches off the check of certificates for ${name}`
          : `${variable.name} makes ${name} ${route ? 'send its traffic elsewhere' : 'load code from elsewhere'}`,
        remedies: [
          {
            id: 'remove',
            title: `Remove ${variable.name}`,
            safety: 'unsafe',
            steps: [{ do: 'remove', at: [variable.keyRange] }],
          },
        ],
      };
    }
  }),
  checkServers({ id: 'MCP-FS-ROOT', rule: 'excessive-tool-grant' }, function* ({ name, command }) {
    const line = command.map((word) => word.text).join(' ');
    if (
      !/server-filesystem|filesystem[-_]mcp|mcp[-_](?:server[-_])?(?:filesystem|fs)\b|fast-filesystem|\bmcp\/filesystem\b|rust-mcp-filesystem|files-mcp/i.test(
        line,
      )
    )
      return;
    for (const word of command.slice(1)) {
      const breadth = breadthOf(word.text.replace(/^--(?:root|dir|path|allow(?:ed)?[\w-]*)=/, ''));
      const danger = pathDanger(word.text, 'read');
      const isPath = /[\\/~$%:]/.test(word.text);
      if (!isPath || (breadth !== 'filesystem' && breadth !== 'home' && danger === undefined)) continue;
      yield {
        severity: 'error',
        range: word.range,
        message: `${name} opens ${danger === undefined ? (breadth === 'home' ? 'the whole home folder' : 'the whole disk') : 'a folder of credentials'} to the agent`,
        remedies: [
          {
            id: 'workspace-only',
            title: 'Open this project only (".")',
            safety: 'unsafe',
            steps: [{ do: 'replace', at: word.range, value: '.' }],
          },
        ],
      };
    }
  }),
  checkServers({ id: 'MCP-RISKY', rule: 'excessive-tool-grant' }, function* ({ name, command }) {
    for (const word of command) {
      const what = riskyServers.find(([pattern]) => pattern.test(word.text))?.[1];
      if (what === undefined) continue;
      yield { severity: 'warning', range: word.range, message: `${name} ${what}` };
      return;
    }
  }),
];

const riskyServers: readonly (readonly [RegExp, string])[] = [
  [/desktop-commander/i, 'lets the agent run any command on this machine, past its own permission rules'],
  [
    /(?:^|[@/-])(?:mcp-)?(?:server-)?(?:shell|terminal|command|cmd|bash|cli|ssh)[-_](?:mcp|server|exec)|mcp-(?:server-)?(?:shell|terminal|commands?|bash)(?:$|[@-])|(?:super-)?shell-mcp/i,
    'lets the agent run any command on this machine, past its own permission rules',
  ],
  [/^--(?:no-sandbox|disable-setuid-sandbox|disable-web-security)$/, 'drives a browser without its sandbox'],
  [/^--access-mode=unrestricted$/, 'may change the database, not only read it'],
];
