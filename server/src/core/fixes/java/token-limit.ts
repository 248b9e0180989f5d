import type { Node } from '../../languages/cursor.js';
import { TOKEN_LIMIT } from '../limits.js';
import { modelCallOf, type Remedy } from '../remedy.js';
import { JavaSource } from './java-source.js';

/** A cap on the length of the answer: one more call on the builder of the request, or of the model. */
export const javaTokenLimit: Remedy = {
  offer: (hit, context) => {
    const model = modelCallOf(hit, context);
    const option = model?.tokenLimitOption;
    if (model === undefined || option === undefined || model.tokenLimit !== 'missing') return [];
    const source = JavaSource.open(context.project, model.limitLocation.path);
    const call = source?.around(model.limitLocation.range, ['method_invocation']);
    const build = source === undefined || call === undefined ? undefined : builtBy(source, call);
    if (source === undefined || build === undefined) return [];
    const before = source.child(build, 'object');
    const name = source.child(build, 'name');
    if (before === undefined || name === undefined) return [];
    const method = methodFor(source.text(before).slice(0, 200), option);
    const end = source.end(before);
    // The blanks of a chain with one call per line, up to the dot.
    const [blanks = ''] = /^\s*/.exec(source.source.slice(end, source.start(name))) ?? [];
    return [
      source.fix(
        {
          id: 'limit-tokens',
          title: `Limit the answer to ${TOKEN_LIMIT} tokens`,
          safety: 'safe',
          preferred: true,
        },
        [{ range: { start: end, end }, newText: `${blanks}.${method}(${TOKEN_LIMIT})` }],
      ),
    ];
  },
};

/** The `.build()` that makes the request: the call itself, its argument, or what its argument was assigned. */
function builtBy(source: JavaSource, call: Node): Node | undefined {
  if (isBuild(source, call)) return call;
  const list = source.child(call, 'arguments');
  for (const argument of list === undefined ? [] : source.named(list)) {
    if (isBuild(source, argument)) return argument;
    const assigned = source.is(argument, 'identifier') ? declared(source, argument) : undefined;
    if (assigned !== undefined && isBuild(source, assigned)) return assigned;
  }
  return undefined;
}

function isBuild(source: JavaSource, node: Node): boolean {
  const name = source.child(node, 'name');
  return (
    source.is(node, 'method_invocation') &&
    name !== undefined &&
    source.text(name) === 'build' &&
    /\bbuilder\s*\(/i.test(source.text(node))
  );
}

/** What a local variable was declared with, when it is the only one of its name in the method. */
function declared(source: JavaSource, name: Node): Node | undefined {
  const method = [...source.ancestors(name)].find((node) => /_declaration$|lambda/.test(source.kind(node)));
  if (method === undefined) return undefined;
  const wanted = source.text(name);
  const found: Node[] = [];
  const end = source.next(method);
  for (let node = method; node < end; node++) {
    if (!source.is(node, 'variable_declarator')) continue;
    const own = source.child(node, 'name');
    const value = source.child(node, 'value');
    if (own !== undefined && value !== undefined && source.text(own) === wanted) found.push(value);
  }
  return found.length === 1 ? found[0] : undefined;
}

/** The same limit has another name with some providers. */
function methodFor(builder: string, option: string): string {
  if (option !== 'maxTokens') return option;
  if (/^\w*(?:Gemini|VertexAi)/.test(builder)) return 'maxOutputTokens';
  return /^\w*Ollama/.test(builder) ? 'numPredict' : option;
}
