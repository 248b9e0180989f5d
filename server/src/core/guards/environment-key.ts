import type { Location } from '../finding.js';
import { callAt } from '../fixes/call.js';
import { Draft } from '../fixes/draft.js';
import { environmentFiles } from '../fixes/environment-files.js';
import type { Fix } from '../fixes/fix.js';
import { type KeyExpression, keyLiteral, variableFor, withValue } from '../fixes/key-literal.js';
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
    draft.replace(
      { start: source.lineStart(source.start(statement)), end: source.nextLine(source.end(statement)) },
      '',
    );
  } else if (fallback !== undefined) draft.replace(fallback, '');
  else draft.replace(source.range(literal), withValue(draft, literal, secret, variableRead(draft, variable)));
  return finish(draft, variable, project, {
    id: 'env-var',
    title: `Read the key from the environment (${variable})`.slice(0, 70),
    safety: 'safe',
    preferred,
  });
}

/** `os.environ["X"] = "..."`: the statement goes, as the environment has it. */
function assignsEnvironment(source: Source, literal: Node): Node | undefined {
  const assignment = source.parent(literal);
  const left = source.field(literal) === 'right' ? source.child(assignment, 'left') : undefined;
  const statement = source.parent(assignment);
  return left !== undefined &&
    /^(?:os\.)?environ\[|^process\.env\b/.test(source.text(left)) &&
    source.is(statement, 'expression_statement') &&
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
  const call = source.parent(parent);
  const callee = source.child(call, 'function');
  const [name] = source.named(parent);
  return callee !== undefined &&
    name !== undefined &&
    name !== literal &&
    /(?:^|\.)(?:getenv|environ\.get)$/.test(source.text(callee))
    ? { start: source.end(name), end: source.end(literal) }
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
