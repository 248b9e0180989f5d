import type { Location } from '../finding.js';
import { callAt } from '../fixes/call.js';
import { Draft } from '../fixes/draft.js';
import { environmentFiles } from '../fixes/environment-files.js';
import type { Fix } from '../fixes/fix.js';
import { canHold, type KeyExpression, keyLiteral, variableFor, withValue } from '../fixes/key-literal.js';
import { removeItem } from '../fixes/options.js';
import type { Remedy } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';
import type { Project } from '../project.js';
import type { Client } from '../surface/model-use.js';
import { overlaps, type TextRange } from '../text/range.js';

/** Takes a key out of the code; the value is written nowhere. */
export const environmentKey: Remedy = {
  offer: (hit, { surface, project }) => {
    const source = Source.open(project, hit.location.path);
    const literal = source === undefined ? undefined : keyLiteral(source, hit.location.range);
    if (source === undefined || literal === undefined) return [];
    if (!canHold(source, literal, hit.location.range)) return [];
    const client = surface.clients.find(
      ({ apiKey }) => apiKey !== undefined && touches(apiKey.constant, hit.location),
    );
    const variable = hit.properties?.variable ?? client?.apiKeyVariable ?? variableFor(source, literal);
    const implicit =
      client?.apiKeyVariable === undefined ? [] : dropArgument(source, client, literal, project);
    return [
      ...implicit,
      ...readVariable(source, literal, hit.location.range, variable, project, implicit.length === 0),
    ];
  },
};

const touches = (a: Location, b: Location): boolean => a.path === b.path && overlaps(a.range, b.range);

function finish(
  draft: Draft,
  variable: string,
  project: Project,
  about: Omit<Fix, 'changes'>,
): readonly Fix[] {
  const changes = draft.changes();
  return changes === undefined
    ? []
    : [
        {
          ...about,
          changes: [
            ...changes,
            ...environmentFiles(project, draft.source.path, variable, draft.source.style.newline),
          ],
        },
      ];
}

/** The client reads its variable by itself when the argument is left out. */
function dropArgument(source: Source, client: Client, literal: Node, project: Project): readonly Fix[] {
  const call = client.location.path === source.path ? callAt(source, client.args.range) : undefined;
  const variable = client.apiKeyVariable;
  const item = source.parent(literal);
  const isArgument = source.is(item, 'keyword_argument') || source.is(item, 'pair');
  if (call === undefined || variable === undefined || !isArgument || source.field(literal) !== 'value')
    return [];
  const list = source.parent(item);
  const inCall = list === call.args || (source.is(list, 'object') && source.parent(list) === call.args);
  if (!inCall) return [];
  const draft = new Draft(source);
  const alone = source.is(list, 'object') && source.named(list).length === 1 && call.positional.length === 1;
  if (alone) removeItem(draft, call.args, list);
  else removeItem(draft, list, item);
  return finish(draft, variable, project, {
    id: 'env-var-implicit',
    title: `Let the client read the key from ${variable}`.slice(0, 70),
    safety: 'safe',
    preferred: true,
  });
}

function readVariable(
  source: Source,
  literal: Node,
  secret: TextRange,
  variable: string,
  project: Project,
  preferred: boolean,
): readonly Fix[] {
  const draft = new Draft(source);
  const statement = assignsEnvironment(source, literal);
  const fallback = defaultOf(source, literal);
  if (statement !== undefined) {
    const lines = {
      start: source.lineStart(source.start(statement)),
      end: source.nextLine(source.end(statement)),
    };
    const isOnly =
      source.is(source.parent(statement), 'block') && source.named(source.parent(statement)).length === 1;
    if (isOnly) draft.replace(source.range(statement), 'pass');
    else draft.replace(lines, '');
  } else if (fallback !== undefined && /\.[cm]?tsx?$/.test(source.path)) {
    // Without a fallback there may be no value, which the types would not let pass.
    draft.replace(source.range(literal), source.style.quote.repeat(2));
  } else if (fallback !== undefined) draft.replace(fallback, '');
  else draft.replace(source.range(literal), withValue(draft, literal, secret, variableRead(draft, variable)));
  return finish(draft, variable, project, {
    id: 'env-var',
    title: `Read the key from the environment (${variable})`.slice(0, 70),
    safety: 'safe',
    preferred,
  });
}

/** `os.environ["X"] = "..."`, `os.environ.setdefault("X", "...")`: the statement goes, as the environment has it. */
function assignsEnvironment(source: Source, literal: Node): Node | undefined {
  const holder = source.parent(literal);
  const isCall = source.is(holder, 'argument_list') || source.is(holder, 'arguments');
  const expression = isCall ? source.parent(holder) : holder;
  const target =
    source.child(expression, isCall ? 'function' : 'left') !== literal
      ? source.child(expression, isCall ? 'function' : 'left')
      : undefined;
  const statement = source.parent(expression);
  const sets = isCall ? /^(?:os\.)?(?:environ\.setdefault|putenv)$/ : /^(?:os\.)?environ\[|^process\.env\b/;
  return target !== undefined &&
    sets.test(source.text(target)) &&
    source.is(statement, 'expression_statement') &&
    /^(?:module|block|program|statement_block)$/.test(source.kind(source.parent(statement))) &&
    source.startsLine(source.start(statement))
    ? statement
    : undefined;
}

/** `os.getenv("X", "...")`, `process.env.X ?? "..."`: the span of the fallback. */
function defaultOf(source: Source, literal: Node): TextRange | undefined {
  const parent = source.parent(literal);
  const left = source.child(parent, 'left');
  if (
    left !== undefined &&
    source.field(literal) === 'right' &&
    /^(?:process\.env\b|os\.(?:environ|getenv)\b)/.test(source.text(left))
  ) {
    return { start: source.end(left), end: source.end(literal) };
  }
  const argument = source.is(parent, 'keyword_argument') ? parent : literal;
  const list = source.parent(argument);
  const callee = source.child(source.parent(list), 'function');
  const [name] = source.named(list);
  return callee !== undefined &&
    name !== undefined &&
    name !== argument &&
    /(?:^|\.)(?:getenv|environ\.get)$/.test(source.text(callee))
    ? { start: source.end(name), end: source.end(argument) }
    : undefined;
}

const variableRead = (draft: Draft, variable: string): KeyExpression => {
  const isPython = draft.source.family === 'python';
  return {
    write: (quote) =>
      isPython
        ? `${draft.import({ module: 'os' })}.environ[${quote}${variable}${quote}]`
        : `process.env.${variable} ?? ${quote}${quote}`,
    isOperation: !isPython,
  };
};
