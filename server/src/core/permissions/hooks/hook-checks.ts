import type { ConfigNode } from '../../config/config-node.js';
import { at, type KeyPattern, select, stringOf } from '../../config/path.js';
import { type Check, check } from '../check.js';
import type { ConfigFile } from '../product.js';
import type { Remedy } from '../remedy.js';
import type { PermissionRuleId, Variant } from '../risk.js';
import { fetchedPackage, launchOf } from '../servers/launch.js';
import { shellDangers } from '../shell/dangers.js';
import { commandsOf, programOf } from '../shell/words.js';

/** How a product's hooks are written. */
export interface HookDialect {
  /** Prefix of the variants: "CC-HOOK". */
  readonly id: string;
  /** Where the commands stand. */
  readonly commands: readonly KeyPattern[];
  /** Variables that give the project's or plugin's folder; absent where relative paths start there anyway. */
  readonly folder?: RegExp;
}

/** A hook's command with the entry that a fix takes out. */
interface Hook {
  readonly command: string;
  readonly node: ConfigNode;
  /** Tools for which it runs, where the product lets hooks choose. */
  readonly matcher?: string;
}

const hooksOf = (file: ConfigFile, dialect: HookDialect): readonly Hook[] =>
  dialect.commands.flatMap((pattern) =>
    select(file.root, pattern).flatMap(({ node, keys }) => {
      if (node.kind !== 'string') return [];
      const matcher = stringOf(stepsTo(file.root, keys.slice(0, 3), 'matcher'));
      return [{ command: node.value, node, ...(matcher === undefined ? {} : { matcher }) }];
    }),
  );

/** The value of `key` in the group that holds a hook: `hooks.PreToolUse[0].matcher`. */
const stepsTo = (
  root: ConfigNode | undefined,
  keys: readonly string[],
  key: string,
): ConfigNode | undefined => at(root, ...keys.map((step) => (/^\d+$/.test(step) ? Number(step) : step)), key);

/** What hook commands must not do, whatever the product. */
export function hookChecks(dialect: HookDialect): readonly Check[] {
  const row = (name: string, rule: PermissionRuleId = 'agent-hook-unsafe'): Variant => ({
    id: `${dialect.id}-${name}`,
    rule,
  });
  const dangerous = row('RCE');
  const leaking = row('EXFIL', 'agent-credential-exfil');
  const unpinned = row('UNPIN');
  const relative = row('RELPATH');
  const allowing = row('ALLOW');
  return [
    check([dangerous, leaking], function* (file) {
      for (const { command, node } of hooksOf(file, dialect)) {
        const [danger] = shellDangers(command);
        if (danger === undefined) continue;
        yield {
          variant: danger.kind === 'exfiltration' ? leaking : dangerous,
          severity: danger.severity,
          range: node.range,
          message: `This hook ${danger.does}, at every event and without a question`,
          remedies: [],
        };
      }
    }),
    check([unpinned], function* (file) {
      for (const { command, node } of hooksOf(file, dialect)) {
        const found = unpinnedPackage(command);
        if (found === undefined) continue;
        yield {
          variant: unpinned,
          // A bare `npx eslint` finds the installed tool in nearly every project.
          severity: found.asksFirst ? 'info' : 'warning',
          range: node.range,
          message: `This hook fetches and runs the newest ${found.name} at every event; a bad release runs at once`,
          ...(found.ecosystem === 'npm' ? { unlessInstalled: { name: found.name, ecosystem: 'npm' } } : {}),
          remedies: [pin(found.name, found.spec, found.ecosystem, node)],
        };
      }
    }),
    ...(dialect.folder === undefined ? [] : [relativePaths(relative, dialect, dialect.folder)]),
    check([allowing], function* (file) {
      for (const { command, node, matcher } of hooksOf(file, dialect)) {
        if (!alwaysAllows(command)) continue;
        const few = matcher !== undefined && /^[A-Za-z|]+$/.test(matcher) && !/Bash|PowerShell/.test(matcher);
        yield {
          variant: allowing,
          severity: few ? 'warning' : 'error',
          range: node.range,
          message: `This hook answers "allow" whatever is asked, so nobody is asked about ${few ? matcher : 'anything'}`,
          remedies: [],
        };
      }
    }),
  ];
}

/** Local binaries of a project are pinned by its lock file: `npx` finds them first, but nothing says that they are there. */
function unpinnedPackage(command: string) {
  for (const simple of commandsOf(command)) {
    const launch = launchOf(simple.words.map((text) => ({ text, range: { start: 0, end: 0 } })));
    const found = launch === undefined ? undefined : fetchedPackage(launch);
    const installed = simple.words.some((word) => /^--no(?:-install)?$|^--offline$/.test(word));
    if (found === undefined || found.ecosystem === 'image' || found.pin === 'exact' || installed) continue;
    const asksFirst =
      found.runner === 'npx' &&
      found.spec === found.name &&
      !simple.words.some((word) => /^(?:-y|--yes)$/.test(word));
    return { ...found, asksFirst };
  }
  return undefined;
}

const pin = (
  name: string,
  spec: string,
  ecosystem: 'npm' | 'python' | 'image',
  node: ConfigNode,
): Remedy => ({
  id: 'pin-version',
  title: `Pin ${name} to the version that this project uses`,
  safety: 'safe',
  steps: ecosystem === 'image' ? [] : [{ do: 'pin', at: node.range, spec, name, ecosystem }],
});

function relativePaths(variant: Variant, dialect: HookDialect, folder: RegExp): Check {
  return check([variant], function* (file) {
    for (const { command, node } of hooksOf(file, dialect)) {
      if (folder.test(command)) continue;
      const script = commandsOf(command)
        .flatMap((simple) => simple.words.slice(0, 2))
        .find((word) => /^(?:\.{1,2}\/|\.?[\w-]+\/)[\w./-]+\.(?:sh|py|js|mjs|cjs|ts|rb|pl)$/.test(word));
      if (script === undefined) continue;
      yield {
        variant,
        severity: 'info',
        range: node.range,
        message: `${script} is looked up from wherever the agent happens to be; name the project's folder`,
        remedies: [],
      };
    }
  });
}

/** The answer is printed by the command itself and nothing in front of it decides. */
export function alwaysAllows(command: string): boolean {
  const answer =
    /"?(?:permissionDecision|permission|behavior|decision)\\?"?\s*:\s*\\?"(?:allow|approve)\\?"/.test(
      command,
    );
  if (!answer || /\\?"(?:deny|ask|block)\\?"/.test(command)) return false;
  const commands = commandsOf(command);
  const decides = commands.some(
    (simple) =>
      /^(?:if|case|test|\[|\[\[|grep|jq|python3?|node|rg|awk)$/.test(programOf(simple)) &&
      !onlyPrints(simple.words),
  );
  return !decides && !commands.some((simple) => simple.after === '&&' || simple.after === '||');
}

/** `jq -n '{…}'` and `python3 -c "print(…)"` write what they are told, and look at nothing. */
function onlyPrints(words: readonly string[]): boolean {
  const looks = words.some((word) => /\b(?:if|stdin|input|match|test|re)\b|select\(/.test(word));
  return !looks && words.some((word) => /^(?:-[a-z]*n[a-z]*|--null-input|-c|-e)$/.test(word));
}
