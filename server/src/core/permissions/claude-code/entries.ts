import { at, stringNodesOf } from '../../config/path.js';
import { atLeast, type Severity } from '../../finding.js';
import type { TextRange } from '../../text/range.js';
import type { ConfigScope } from '../agent-config.js';
import { type Check, check } from '../check.js';
import { breadthOf, pathDanger } from '../paths.js';
import type { ConfigFile } from '../product.js';
import type { Remedy } from '../remedy.js';
import type { PermissionRuleId, Risk, Variant } from '../risk.js';
import { commandDanger } from '../shell/commands.js';
import { inertReason } from './inert.js';
import {
  commandPattern,
  covers,
  isUnrestricted,
  type PermissionRule,
  parseRule,
  RuleIndex,
  shellTools,
} from './rule.js';

/** A rule of one of the lists, with its place. */
export interface Listed {
  readonly rule: PermissionRule;
  readonly text: string;
  readonly range: TextRange;
}

export const listed = (file: ConfigFile, list: 'allow' | 'ask' | 'deny'): readonly Listed[] =>
  stringNodesOf(at(file.root, 'permissions', list)).flatMap((node) => {
    const rule = parseRule(node.value);
    return rule === undefined ? [] : [{ rule, text: node.value, range: node.range }];
  });

/** Allow rules that take effect: not inert, and not overruled by a deny or ask rule of the same file. */
function effectiveAllows(file: ConfigFile): readonly Listed[] {
  const stronger = new RuleIndex([...listed(file, 'deny'), ...listed(file, 'ask')].map(({ rule }) => rule));
  return listed(file, 'allow').filter(
    ({ rule }) =>
      inertReason(rule, 'allow', file.scope) === undefined && stronger.covering(rule).next().done === true,
  );
}

const rank = (severity: Severity): number =>
  atLeast(severity, 'error') ? 0 : atLeast(severity, 'warning') ? 1 : 2;

type Finding = { readonly severity: Severity; readonly what: string };

const row = (id: string, rule: PermissionRuleId = 'excessive-tool-grant'): Variant => ({ id, rule });

const bashAll = row('CC-BASH-ALL');
const bashRunner = row('CC-BASH-RUNNER');
const bashDestruct = row('CC-BASH-DESTRUCT');
const bashNet = row('CC-BASH-NET');
const bashMidwild = row('CC-BASH-MIDWILD');
const bashNoBound = row('CC-BASH-NOBOUND');
const editAll = row('CC-EDIT-ALL');
const readSensitive = row('CC-READ-SENS');
const editSensitive = row('CC-EDIT-SENS');
const webAll = row('CC-WEB-ALL');
const mcpAll = row('CC-MCP-ALL');

/** What one allow rule amounts to. */
function judge(rule: PermissionRule): readonly [Variant, Finding] | undefined {
  if (shellTools.has(rule.tool)) return judgeCommand(rule);
  if (rule.tool === 'WebFetch') {
    const any = isUnrestricted(rule) || /^domain:\s*\*+(?:\.[a-z]{2,})?$/i.test(rule.specifier ?? '');
    return any
      ? [
          webAll,
          { severity: 'warning', what: 'fetches any address unasked: instructions come in, data goes out' },
        ]
      : undefined;
  }
  if (rule.tool.startsWith('mcp__')) {
    const whole =
      rule.specifier === undefined &&
      (/^mcp__.+__\*$/.test(rule.tool) || !/^mcp__.+?__[^_*]/.test(rule.tool));
    return whole
      ? [
          mcpAll,
          { severity: 'warning', what: 'allows every tool of its server, writing ones and future ones too' },
        ]
      : undefined;
  }
  if (rule.tool === 'Read') {
    const path = diskPath(rule.specifier ?? '');
    const sensitive =
      pathDanger(path, 'read') === 'credentials' || ['filesystem', 'home'].includes(breadthOf(path));
    return sensitive
      ? [readSensitive, { severity: 'error', what: 'brings credentials into the conversation' }]
      : undefined;
  }
  if (rule.tool === 'Edit' || rule.tool === 'Write' || rule.tool === 'MultiEdit') return judgeEdit(rule);
  return undefined;
}

/** `//x` is absolute; `/x` starts at the project. */
const diskPath = (path: string): string =>
  path.startsWith('//') ? path.slice(1) : path.replace(/^\/(?=.)/, './');

function judgeEdit(rule: PermissionRule): readonly [Variant, Finding] | undefined {
  const path = diskPath(rule.specifier ?? '');
  if (pathDanger(path, 'write') === 'startup')
    return [editSensitive, { severity: 'error', what: 'changes files that run code later' }];
  const breadth = breadthOf(path);
  if (breadth === 'filesystem' || breadth === 'home') {
    return [
      editAll,
      {
        severity: 'error',
        what: `writes anywhere ${breadth === 'home' ? 'in the home folder' : 'on the disk'}`,
      },
    ];
  }
  return breadth === 'workspace'
    ? [editAll, { severity: 'warning', what: 'writes any file of the project, hooks and workflows included' }]
    : undefined;
}

function judgeCommand(rule: PermissionRule): readonly [Variant, Finding] | undefined {
  if (isUnrestricted(rule))
    return [bashAll, { severity: 'error', what: 'runs every shell command without asking' }];
  const pattern = commandPattern(rule.specifier ?? '');
  if (!pattern.open) return undefined;
  if (isMidWildcard(pattern))
    return [
      bashMidwild,
      { severity: 'error', what: 'has its wildcard in front, so any program or sub-command fits' },
    ];
  const danger = commandDanger(pattern);
  if (danger === 'everything')
    return [bashAll, { severity: 'error', what: 'runs every shell command without asking' }];
  if (danger === 'shell') return [bashRunner, { severity: 'error', what: 'hands any text to a shell' }];
  if (danger === 'runner') return [bashRunner, { severity: 'warning', what: 'runs whatever follows it' }];
  if (danger === 'broad')
    return [
      bashRunner,
      {
        severity: 'info',
        what: 'allows all its options and sub-commands, those that run other programs too',
      },
    ];
  if (danger === 'network')
    return [bashNet, { severity: 'error', what: 'sends data anywhere and fetches anything' }];
  if (danger === 'destructive') return [bashDestruct, { severity: 'warning', what: 'cannot be undone' }];
  const boundless =
    pattern.joined && pattern.words.length === 1 && /^[a-z][\w-]*$/.test(pattern.words[0] ?? '');
  return boundless
    ? [
        bashNoBound,
        { severity: 'info', what: 'also fits longer program names; put a space in front of the star' },
      ]
    : undefined;
}

/** `* --version`, `git * main`: fixed words behind a star that stands for the program or the sub-command. */
function isMidWildcard({ words, fixedAfter, joined }: ReturnType<typeof commandPattern>): boolean {
  if (fixedAfter === '') return false;
  if (words.length === 0) return true;
  const [program = '', ...options] = words;
  return !joined && options.every((word) => word.startsWith('-')) && subcommandTools.has(program);
}

const subcommandTools = new Set(
  'git npm pnpm yarn docker podman kubectl gh cargo go uv bun terraform aws gcloud az helm make'.split(' '),
);

/** One hit per file and kind of danger: a file with thirty approved runners has one problem, not thirty. */
export const allowEntries: Check = check(
  [
    bashAll,
    bashRunner,
    bashDestruct,
    bashNet,
    bashMidwild,
    bashNoBound,
    editAll,
    readSensitive,
    editSensitive,
    webAll,
    mcpAll,
  ],
  function* (file) {
    const groups = new Map<string, Group>();
    const allows = effectiveAllows(file);
    const whole = allows.filter(({ rule }) => isUnrestricted(rule));
    for (const entry of allows) {
      // What a rule for the whole tool allows anyway is no danger of its own.
      if (!isUnrestricted(entry.rule) && whole.some(({ rule }) => covers(rule, entry.rule))) continue;
      const [variant, finding] = judge(entry.rule) ?? [];
      if (variant === undefined || finding === undefined) continue;
      // Programs that run others are one problem of a file, whether they always do or by an option.
      const level = variant === bashRunner && finding.severity === 'info' ? 'warning' : finding.severity;
      const key = `${variant.id} ${level}`;
      const group = groups.get(key) ?? { variant, judged: [] };
      group.judged.push({ ...entry, finding });
      groups.set(key, group);
    }
    for (const group of groups.values()) yield groupRisk(group, file.scope);
  },
);

interface Judged extends Listed {
  readonly finding: Finding;
}

interface Group {
  readonly variant: Variant;
  readonly judged: Judged[];
}

function groupRisk({ variant, judged }: Group, scope: ConfigScope): Risk {
  const entries = [...judged].sort((a, b) => rank(a.finding.severity) - rank(b.finding.severity));
  const [first] = entries;
  const finding = first?.finding ?? { severity: 'info', what: '' };
  const others = entries.length - 1;
  const also = others === 0 ? '' : ` (and ${others} more like it)`;
  return {
    variant,
    // Runners pile up in a person's own list of approvals; in a shared file they are everybody's.
    severity:
      variant === bashRunner && finding.severity === 'warning' && scope === 'local'
        ? 'info'
        : finding.severity,
    range: first?.range ?? { start: 0, end: 0 },
    message: `${first?.text ?? ''} ${finding.what}${also}`,
    remedies: remediesFor(variant, judged),
  };
}

function remediesFor(variant: Variant, entries: readonly Listed[]): readonly Remedy[] {
  const spans = entries.map((entry) => entry.range);
  const [first] = spans;
  const subject = entries.length === 1 ? 'it' : 'them';
  const ask: Remedy = {
    id: 'ask-first',
    title: `Ask before ${entries.length === 1 ? 'this' : 'each of these'}`,
    safety: 'unsafe',
    steps: [{ do: 'move', at: spans, to: ['permissions', 'ask'] }],
  };
  const drop: Remedy = {
    id: 'remove',
    title: `Remove ${subject} from the allow list`,
    safety: 'unsafe',
    steps: [{ do: 'remove', at: spans }],
  };
  const deny: Remedy = {
    id: 'deny',
    title: `Deny ${subject} instead`,
    safety: 'unsafe',
    steps: [{ do: 'move', at: spans, to: ['permissions', 'deny'] }],
  };
  if (variant === readSensitive) return [deny, drop];
  if (variant === editSensitive) return [drop, ask];
  if (variant !== bashAll || first === undefined || spans.length !== 1) return [ask, drop];
  const narrow: Remedy = {
    id: 'narrow',
    title: "Allow only the commands of this project's scripts",
    safety: 'unsafe',
    steps: [{ do: 'narrow', at: first, format: 'Bash({})' }],
  };
  return [narrow, ask, drop];
}
