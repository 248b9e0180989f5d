import type { Fix } from '../fixes/fix.js';
import { type FlowSite, flowRemedy } from '../fixes/flow-remedy.js';
import { canAwait } from '../fixes/place.js';
import { fixOf } from '../fixes/remedy.js';

/** Code of a model: read as a value where a value is wanted, run in another process where it is code. */
export const runCode = flowRemedy((site) => {
  const { source, call, node } = site;
  if (call === undefined || call.positional[0] !== node) return [];
  const callee = source.text(call.callee);
  if (source.family === 'python') {
    if (callee === 'eval') return [...asValue(site, 'literal', ')'), ...inSandbox(site)];
    return callee === 'exec' ? inSandbox(site) : [];
  }
  const evaluates = callee === 'eval' || callee === 'globalThis.eval' || callee === 'window.eval';
  if (!evaluates) return [];
  const { quote } = source.style;
  return [...asValue(site, 'parseJson', `, ${quote}any${quote})`), ...inSandbox(site)];
});

function asValue(
  { source, call, node, draft: start }: FlowSite,
  helper: string,
  ending: string,
): readonly Fix[] {
  const used = call !== undefined && !source.is(source.parent(call.node), 'expression_statement');
  if (call === undefined || !used || call.positional.length > 1) return [];
  const draft = start();
  draft.replace(source.range(call.node), `${draft.helper(helper)}(${source.text(node)}${ending}`);
  return fixOf(draft, {
    id: 'read-as-value',
    title: 'Read the answer as a plain value instead of running it',
    safety: 'unsafe',
    preferred: true,
  });
}

function inSandbox({ source, call, node, draft: start }: FlowSite): readonly Fix[] {
  if (call === undefined) return [];
  // What the code leaves behind in this process (variables, functions) cannot come back from another one.
  const isStatement = source.is(source.parent(call.node), 'expression_statement');
  const sharesNames = call.positional.slice(1).some((argument) => source.text(argument) !== '{}');
  if (sharesNames || call.keywords.size > 0) return [];
  const isPython = source.family === 'python';
  if (!isPython && !canAwait(source, call.node)) return [];
  const draft = start();
  const run = `${draft.helper(isPython ? 'run_python' : 'runCode')}(${source.text(node)})`;
  const code = isPython ? run : `await ${run}`;
  const wantsOutput = isPython && isStatement;
  draft.replace(
    source.range(call.node),
    wantsOutput ? `print(${code}, end=${source.style.quote.repeat(2)})` : code,
  );
  return fixOf(draft, {
    id: 'run-in-sandbox',
    title: 'Run the code in a sandboxed process; gives what it prints',
    safety: isStatement ? 'unsafe' : 'manual',
    preferred: isStatement,
  });
}
