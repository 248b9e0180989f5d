import type { Location } from '../finding.js';
import { callAt } from '../fixes/call.js';
import { Draft } from '../fixes/draft.js';
import { environmentFiles } from '../fixes/environment-files.js';
import type { Fix } from '../fixes/fix.js';
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
    const literal = source === undefined ? undefined : stringAt(source, hit.location.range);
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

function stringAt(source: Source, at: TextRange): Node | undefined {
  const node = source.covering(at);
  for (const candidate of [node, ...source.ancestors(node)]) {
    if (/^(?:string|template_string)$/.test(source.kind(candidate))) return candidate;
  }
  return undefined;
}

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
  else draft.replace(source.range(literal), expression(draft, literal, secret, variable));
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

/** The literal with the variable's value in the place of the key. */
function expression(draft: Draft, literal: Node, secret: TextRange, variable: string): string {
  const { source } = draft;
  const text = source.text(literal);
  const [, prefix = '', quotes = '"'] = /^([A-Za-z]*)(["'`]+)/.exec(text) ?? [];
  const mark = quotes.length >= 3 ? quotes.slice(0, 3) : quotes.charAt(0);
  const contentStart = source.start(literal) + prefix.length + mark.length;
  const contentEnd = source.end(literal) - mark.length;
  const before = source.source.slice(contentStart, Math.max(contentStart, secret.start));
  const after = source.source.slice(Math.min(contentEnd, secret.end), contentEnd);
  const python = source.family === 'python';
  const value = (quote: string): string =>
    python
      ? `${draft.import({ module: 'os' })}.environ[${quote}${variable}${quote}]`
      : `process.env.${variable} ?? ${quote}${quote}`;
  if (before === '' && after === '') {
    const operand = /^(?:binary_expression|binary_operator)$/.test(source.kind(source.parent(literal)));
    return operand && !python ? `(${value(source.style.quote)})` : value(source.style.quote);
  }
  if (python) {
    const isFormatted = /f/i.test(prefix);
    const plain = (piece: string): string => (isFormatted ? piece : piece.replace(/[{}]/g, '$&$&'));
    const inner = mark.startsWith('"') ? "'" : '"';
    return `${isFormatted ? prefix : `f${prefix}`}${mark}${plain(before)}{${value(inner)}}${plain(after)}${mark}`;
  }
  const plain = (piece: string): string => (mark === '`' ? piece : piece.replace(/[`$]/g, '\\$&'));
  return `\`${plain(before)}\${${value("'")}}${plain(after)}\``;
}

/** A name for the variable, from the name that the key has in the code. */
function variableFor(source: Source, literal: Node): string {
  const parent = source.parent(literal);
  const name = source.child(parent, 'left') ?? source.child(parent, 'name') ?? source.child(parent, 'key');
  const words = (name === undefined ? '' : source.text(name))
    .replace(/.*[.[]/, '')
    .replace(/["'\]]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase();
  return /^[A-Z][A-Z0-9_]*$/.test(words) ? words : 'API_KEY';
}
