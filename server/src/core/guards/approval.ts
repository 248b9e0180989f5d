import { Draft } from '../fixes/draft.js';
import { canAwait } from '../fixes/place.js';
import { fixOf, type Remedy, samePlace } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';
import type { Hit } from '../rules/rule.js';
import type { Capability, Tool } from '../surface/model-use.js';
import type { Surface } from '../surface/surface.js';

/** A person decides before a tool acts. */
export const approval: Remedy = {
  offer: (hit, { surface, project }) => {
    const tool =
      surface.tools.find(
        ({ location, nameLocation }) =>
          samePlace(location, hit.location) || samePlace(nameLocation, hit.location),
      ) ?? onlyToolOf(hit, surface);
    const source = tool?.body === undefined ? undefined : Source.open(project, tool.body.path);
    if (tool?.body === undefined || source === undefined) return [];
    const first = firstAction(source, source.covering(tool.body.range));
    if (first === undefined) return [];
    const { quote } = source.style;
    const name = quote + nameOf(source, tool.name, first) + quote;
    const draft = new Draft(source);
    const approve = draft.helper('approve');
    const isPython = source.family === 'python';
    if (!isPython && !canAwait(source, first)) return [];
    const details = isPython ? 'locals()' : parameter(source, first);
    const call = `${approve}(${name}${details === undefined ? '' : `, ${details}`})`;
    if (!draft.statementBefore(first, isPython ? call : `await ${call}`)) return [];
    return fixOf(draft, {
      id: 'approve',
      title: 'Ask a person before the tool acts (set_approver says how)'.replace(
        'set_approver',
        isPython ? 'set_approver' : 'setApprover',
      ),
      safety: 'unsafe',
      preferred: true,
    });
  },
};

/** The tool on account of which an agent is reported; of several, each would need its own question. */
function onlyToolOf(hit: Hit, { agents, tools }: Surface): Tool | undefined {
  const agent = agents.find(({ location }) => samePlace(location, hit.location));
  const acting = (agent?.tools ?? [])
    .flatMap((index) => tools[index] ?? [])
    .filter(({ approval, capabilities }) => approval !== 'set' && capabilities.some((one) => acts.has(one)));
  return acting.length === 1 ? acting[0] : undefined;
}

const acts: ReadonlySet<Capability> = new Set(['pay', 'mail', 'delete', 'code-exec', 'shell', 'write']);

/** What the tool is called; handlers that are all called `execute` go by the variable that holds the tool. */
function nameOf(source: Source, name: string, inside: Node): string {
  const plain = name.replace(/[^\w.-]/g, '_');
  if (plain !== '' && !/^(?:execute|handler|invoke|run|func|callback|_?anonymous_?)$/.test(plain))
    return plain;
  for (const ancestor of source.ancestors(inside)) {
    const holder = source.is(ancestor, 'variable_declarator') ? source.child(ancestor, 'name') : undefined;
    if (holder !== undefined && source.is(holder, 'identifier')) return source.text(holder);
  }
  return plain === '' ? 'tool' : plain;
}

/** The first statement of a body, past the docstring: frameworks show that to the model. */
function firstAction(source: Source, body: Node): Node | undefined {
  const block = /^(?:block|statement_block)$/.test(source.kind(body)) ? body : undefined;
  if (block === undefined) return /_statement$/.test(source.kind(body)) ? body : isArrowBody(source, body);
  const [first, second] = source.named(block);
  const isDocstring =
    first !== undefined &&
    source.is(first, 'expression_statement') &&
    source.named(first).every((n) => source.is(n, 'string'));
  return source.family === 'python' && isDocstring ? second : first;
}

const isArrowBody = (source: Source, node: Node): Node | undefined =>
  source.is(source.parent(node), 'arrow_function') && source.field(node) === 'body' ? node : undefined;

/** The arguments of a handler as one expression, when they can be written so. */
function parameter(source: Source, inside: Node): string | undefined {
  for (const ancestor of source.ancestors(inside)) {
    const parameters = source.child(ancestor, 'parameters') ?? source.child(ancestor, 'parameter');
    if (parameters === undefined) continue;
    const first = source.is(parameters, 'identifier') ? parameters : source.firstNamed(parameters);
    if (first === undefined) return undefined;
    const pattern = source.child(first, 'pattern') ?? first;
    if (source.is(pattern, 'identifier')) return source.text(pattern);
    const names = source.is(pattern, 'object_pattern') ? source.named(pattern) : [];
    const plain = names.every((name) => source.is(name, 'shorthand_property_identifier_pattern'));
    return names.length > 0 && plain ? `{ ${names.map((name) => source.text(name)).join(', ')} }` : undefined;
  }
  return undefined;
}
