import type { Call } from '../fixes/call.js';
import { isConstant } from '../fixes/expressions.js';
import type { Fix } from '../fixes/fix.js';
import type { FlowSite } from '../fixes/flow-remedy.js';
import { fixOf } from '../fixes/remedy.js';

/**
 * `new Function('a', 'b', body)`: a function with the same parameters that runs the body in another process. It takes and gives JSON, and
 * a promise of it, so that a person has to look at its callers.
 */
export function madeFunction(site: FlowSite, call: Call): readonly Fix[] {
  const { source } = site;
  const parameters = call.positional.slice(0, -1);
  const body = call.positional.at(-1);
  const names = parameters.map(
    (parameter) => /^["'`]([\w$\s,]+)["'`]$/.exec(source.text(parameter))?.[1] ?? '',
  );
  if (source.text(call.callee) !== 'Function' || call.spreads.length > 0) return [];
  if (body === undefined || isConstant(source, body) || names.length === 0 || names.includes('')) return [];
  const draft = site.draft();
  const rest = /tsx?$/.test(source.path) ? '...args: unknown[]' : '...args';
  const run = draft.helper('runCode');
  const hole = (expression: string): string => `\${${expression}}`;
  const lines = ['', hole(source.text(body)), ''].join('\\n');
  const called = `((${names.join(', ')}) => {${lines}})(...${hole('JSON.stringify(args)')})`;
  const code = `async (${rest}) => JSON.parse(await ${run}(\`console.log(JSON.stringify(${called} ?? null))\`))`;
  const stands = /^(?:variable_declarator|pair|return_statement|assignment_expression)$/;
  const isBare = stands.test(source.kind(source.parent(call.node)));
  draft.replace(source.range(call.node), isBare ? code : `(${code})`);
  return fixOf(draft, {
    id: 'run-in-sandbox',
    title: 'Run the function in a sandboxed process (await its result)',
    safety: 'manual',
    preferred: false,
  });
}
