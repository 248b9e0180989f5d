import type { Node } from '../../languages/cursor.js';
import { overlaps, range } from '../../text/range.js';
import type { Remedy } from '../remedy.js';
import { JavaSource } from './java-source.js';

/** Takes a key out of Java code; the value is written nowhere. Annotations want constants, so nothing is done there. */
export const javaKey: Remedy = {
  offer: (hit, { surface, project }) => {
    const source = JavaSource.open(project, hit.location.path);
    const literal = source?.around(hit.location.range, ['string_literal']);
    if (source === undefined || literal === undefined || mustBeConstant(source, literal)) return [];
    const client = surface.clients.find(
      ({ apiKey }) =>
        apiKey?.constant.path === source.path && overlaps(apiKey.constant.range, hit.location.range),
    );
    const variable = hit.properties?.variable ?? client?.apiKeyVariable ?? variableFor(source, literal);
    const newText = withVariable(source, literal, hit.location.range, `System.getenv("${variable}")`);
    if (newText === undefined) return [];
    return [
      source.fix(
        {
          id: 'env-var',
          title: `Read the key from the environment (${variable})`.slice(0, 70),
          safety: 'safe',
          preferred: true,
        },
        [{ range: source.range(literal), newText }],
      ),
    ];
  },
};

const mustBeConstant = (source: JavaSource, literal: Node): boolean =>
  [...source.ancestors(literal)].some((node) => /annotation|switch_label/.test(source.kind(node)));

/** The literal with the variable in the place of the key; none for a part of a text block. */
function withVariable(
  source: JavaSource,
  literal: Node,
  key: { readonly start: number; readonly end: number },
  variable: string,
): string | undefined {
  const text = source.text(literal);
  const marks = text.startsWith('"""') ? 3 : 1;
  const content = range(
    source.start(literal) + marks,
    Math.max(source.start(literal) + marks, source.end(literal) - marks),
  );
  const before = source.source.slice(content.start, Math.max(content.start, key.start));
  const after = source.source.slice(Math.min(content.end, key.end), content.end);
  if (before.trim() === '' && after.trim() === '') return variable;
  if (marks === 3) return undefined;
  const pieces = [before === '' ? [] : `"${before}"`, variable, after === '' ? [] : `"${after}"`].flat();
  const whole = pieces.join(' + ');
  return source.field(literal) === 'object' ? `(${whole})` : whole;
}

/** A name for the variable, from the name that the key has in the code. */
function variableFor(source: JavaSource, literal: Node): string {
  const parent = source.parent(literal);
  const call = source.is(parent, 'argument_list') ? source.parent(parent) : parent;
  const named = source.child(call, 'left') ?? source.child(call, 'name');
  const words = (named === undefined ? '' : source.text(named))
    .replace(/.*\./, '')
    .replace(/^(?:set|with)(?=[A-Z])/, '')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toUpperCase();
  return /^[A-Z][A-Z0-9_]*$/.test(words) ? words : 'API_KEY';
}
