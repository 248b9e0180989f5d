import { Draft } from '../fixes/draft.js';
import { environmentFiles } from '../fixes/environment-files.js';
import type { Fix } from '../fixes/fix.js';
import { isWholeKey, keyLiteral, variableFor, withValue } from '../fixes/key-literal.js';
import { nameLike } from '../fixes/managers/names.js';
import { type Use, usesOf } from '../fixes/managers/use.js';
import { canAwait, functionAround } from '../fixes/place.js';
import type { Remedy } from '../fixes/remedy.js';
import { isCommonJs, packageOf } from '../fixes/script-module.js';
import { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';
import type { Hit } from '../rules/rule.js';
import { overlaps, type TextRange } from '../text/range.js';
import { environmentKey } from './environment-key.js';

/**
 * Takes a key out of the code: it is read from the environment, or from the secret manager that the project uses already. The latter is
 * what is preferred where most keys come from there.
 */
export const storedKey: Remedy = {
  offer: (hit, context) => {
    const environment = environmentKey.offer(hit, context);
    const managed = managedKey.offer(hit, context);
    return managed.some(({ preferred }) => preferred)
      ? [...managed, ...environment]
      : [...environment, ...managed];
  },
};

const managedKey: Remedy = {
  offer: (hit, { surface, project }) => {
    const source = Source.open(project, hit.location.path);
    const literal = source === undefined ? undefined : keyLiteral(source, hit.location.range);
    if (source === undefined || literal === undefined || !canCall(source, literal)) return [];
    const client = surface.clients.find(
      ({ apiKey }) =>
        apiKey?.constant.path === source.path && overlaps(apiKey.constant.range, hit.location.range),
    );
    const variable = hit.properties?.variable ?? client?.apiKeyVariable ?? variableFor(source, literal);
    return usesOf(source).flatMap((use) => fixFor(source, literal, hit, variable, use));
  },
};

/** Not in the markup of a page, nor as fallback of a variable that is read already. */
function canCall(source: Source, literal: Node): boolean {
  if ([...source.ancestors(literal)].some((node) => /^(?:jsx_|decorator$)/.test(source.kind(node))))
    return false;
  if (/^\s*["']use client["']/m.test(source.source) || /^[A-Za-z]*b/i.test(source.text(literal)))
    return false;
  const call = source.parent(source.parent(literal));
  const callee = source.child(call, 'function');
  return (
    (callee === undefined || !/(?:^|\.)(?:getenv|environ\.get)$/.test(source.text(callee))) &&
    !/^process\.env\b/.test(source.text(source.parent(literal)))
  );
}

function fixFor(source: Source, literal: Node, hit: Hit, variable: string, use: Use): readonly Fix[] {
  const draft = new Draft(source);
  const value = readWith(draft, literal, variable.toLowerCase().split('_'), use);
  if (value === undefined || !insert(draft, literal, hit.location.range, variable, value)) return [];
  const changes = draft.changes();
  if (changes === undefined) return [];
  const variables = [...value.matchAll(/(?:\benviron\[["']|\bprocess\.env\.)(\w+)/g)].map(
    ([, name = '']) => name,
  );
  return [
    {
      id: `from-${use.manager.id}`,
      title: `Read the key from ${use.manager.name}`.slice(0, 70),
      safety: use.usual ? 'safe' : 'manual',
      preferred: use.usual,
      changes: [
        ...changes,
        ...variables.flatMap((name) =>
          environmentFiles(source.project, source.path, name, source.style.newline),
        ),
      ],
    },
  ];
}

/** The project's own function for it, else a client that is at hand, else a new one. */
function readWith(draft: Draft, literal: Node, words: readonly string[], use: Use): string | undefined {
  const { source } = draft;
  const { manager, wrapper, call, names, example } = use;
  const quoted = (text: string): string => source.style.quote + text + source.style.quote;
  const name = nameLike(names, words, manager.nameOf(words));
  const isLocal = wrapper !== undefined && wrapper.module === undefined;
  if (wrapper !== undefined && (!isLocal || isDefined(source, literal, wrapper.end))) {
    if (wrapper.awaits && !isAwaitable(source, literal)) return undefined;
    const [first = ''] = call?.args ?? [];
    const keyed = wrapper.needsExample && call?.key !== undefined;
    const args = !wrapper.needsExample ? [name] : keyed ? [first] : [first, name];
    const callee =
      wrapper.module === undefined
        ? wrapper.callee
        : draft.import({ module: wrapper.module, name: wrapper.exported }) +
          wrapper.callee.slice(wrapper.exported.length);
    const bare = `${callee}(${args.map(quoted).join(', ')})`;
    const read = wrapper.awaits ? `await ${bare}` : bare;
    const whole = keyed ? `${wrapper.awaits ? `(${read})` : read}[${quoted(name)}]` : read;
    const mayLack = source.family === 'script' && (wrapper.optional || keyed);
    return mayLack ? `${whole} ?? ${quoted('')}` : whole;
  }
  const reading = manager.in[source.family];
  if (reading === undefined || (reading.awaits && !isAwaitable(source, literal))) return undefined;
  const there =
    use.client !== undefined && isDefined(source, literal, use.client.end) ? use.client : undefined;
  if (there === undefined && !use.canMake) return undefined;
  const client = there?.name ?? newClient(draft, literal, reading.make(draft));
  return reading.read({ client, name, example, draft });
}

/** In a variable of its own where there is room for a statement. */
function newClient(draft: Draft, literal: Node, made: string): string {
  const { source } = draft;
  const isPython = source.family === 'python';
  const name = source.freshName(isPython ? 'secrets_client' : 'secretsClient');
  return draft.statementBefore(literal, `${isPython ? '' : 'const '}${name} = ${made}`) ? name : made;
}

/** What is defined before `end` at the top level can be used where the literal stands. */
const isDefined = (source: Source, literal: Node, end: number): boolean =>
  functionAround(source, literal) !== undefined || end <= source.start(literal);

/** At the top level only where modules are sure to be ES modules. */
function isAwaitable(source: Source, literal: Node): boolean {
  if (!canAwait(source, literal) || isConstantPlace(source, literal)) return false;
  const extension = /\.([cm]?)[jt]sx?$/.exec(source.path)?.[1];
  return (
    functionAround(source, literal) !== undefined ||
    extension === 'm' ||
    (!isCommonJs(source) && packageOf(source.project, source.path)?.isModule === true)
  );
}

const isConstantPlace = (source: Source, literal: Node): boolean =>
  [...source.ancestors(literal)].some((node) =>
    /^(?:public_field_definition|field_definition|formal_parameters|class_static_block)$/.test(
      source.kind(node),
    ),
  );

/** In the place of the string; where it holds more than the key, by a variable of its own. */
function insert(draft: Draft, literal: Node, key: TextRange, variable: string, value: string): boolean {
  const { source } = draft;
  const isWhole = isWholeKey(source, literal, key);
  const isPython = source.family === 'python';
  const name = source.freshName(isPython ? variable.toLowerCase() : camelCase(variable));
  if (!isWhole && !draft.statementBefore(literal, `${isPython ? '' : 'const '}${name} = ${value}`))
    return false;
  const expression = {
    write: () => (isWhole ? value : name),
    isOperation: isWhole && value.includes(' ?? '),
  };
  draft.replace(source.range(literal), withValue(draft, literal, key, expression));
  return true;
}

const camelCase = (variable: string): string =>
  variable.toLowerCase().replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
