import { type Call, isCall, readCall } from '../fixes/call.js';
import type { Fix } from '../fixes/fix.js';
import { type FlowSite, flowRemedy } from '../fixes/flow-remedy.js';
import { canAwait, functionAround } from '../fixes/place.js';
import { fixOf } from '../fixes/remedy.js';
import type { Source } from '../fixes/source.js';
import { taintedParts } from '../fixes/tainted.js';
import { usesOf } from '../fixes/uses.js';
import type { Node } from '../languages/cursor.js';
import { overlaps } from '../text/range.js';
import { madeFunction } from './made-function.js';

/** Code of a model: read as a value where a value is wanted, run in another process where it is code. */
export const runCode = flowRemedy((site) => {
  const made = site.call === undefined ? [] : madeFunction(site, site.call);
  if (made.length > 0) return made;
  const run = site.call === undefined ? undefined : runOf(site.source, site.call);
  if (run === undefined || !overlaps(site.source.range(run.code), site.flow.location.range)) return [];
  return site.source.family === 'python' ? inPython(site, run) : inScript(site, run);
});

/** Where text runs as code. */
interface Run {
  /** The whole expression, from `eval` to its last bracket. */
  readonly node: Node;
  readonly code: Node;
  readonly kind: 'value' | 'code';
  /** Dictionaries with the names that the code sees. */
  readonly scopes: readonly Node[];
}

function runOf(source: Source, call: Call): Run | undefined {
  const callee = source.text(call.callee);
  const [code, ...rest] = call.positional;
  if (code === undefined || call.keywords.size > 0 || call.spreads.length > 0) return undefined;
  if (callee === 'compile') {
    const outer = readCall(source, source.parent(source.parent(call.node)));
    const run = outer === undefined ? undefined : runOf(source, outer);
    return run?.code === code ? run : undefined;
  }
  const inner = isCall(source.kind(code)) ? readCall(source, code) : undefined;
  const compiled =
    inner !== undefined && source.text(inner.callee) === 'compile' ? inner.positional[0] : undefined;
  if (callee === 'exec' && source.family === 'python') {
    return { node: call.node, code: compiled ?? code, kind: 'code', scopes: rest };
  }
  if (/^(?:(?:globalThis|window)\.)?eval$/.test(callee)) {
    return { node: call.node, code: compiled ?? code, kind: 'value', scopes: rest };
  }
  if (callee === 'Function' && rest.length === 0) {
    const brackets = source.parent(call.node);
    const outer = source.is(brackets, 'parenthesized_expression') ? brackets : call.node;
    const made = source.parent(outer);
    const called = readCall(source, made);
    return called !== undefined && called.callee === outer && called.positional.length === 0
      ? { node: made, code, kind: 'value', scopes: [] }
      : undefined;
  }
  return /(?:^|\.)runIn(?:New|This)?Context$/.test(callee) && rest.every((scope) => isEmpty(source, scope))
    ? { node: call.node, code, kind: 'value', scopes: [] }
    : undefined;
}

const isUsed = (source: Source, node: Node): boolean =>
  !source.is(source.parent(node), 'expression_statement');

/** Gives the code nothing of ours: `{}`, `{"__builtins__": {}}`, `None`, or a variable that holds such. */
function isEmpty(source: Source, scope: Node): boolean {
  const text = source.text(scope);
  if (/^(?:\{\s*(?:["']__builtins__["']\s*:\s*(?:\{\s*\}|None)\s*,?\s*)?\}|dict\(\)|None)$/.test(text))
    return true;
  if (!source.is(scope, 'identifier')) return false;
  const values = [...source.within(functionAround(source, scope) ?? source.root)].flatMap((node) => {
    const target = source.is(node, 'assignment') ? source.child(node, 'left') : undefined;
    return target !== undefined && source.text(target) === text ? [source.child(node, 'right')] : [];
  });
  return (
    values.length === 1 &&
    values[0] !== undefined &&
    source.kind(values[0]) !== 'identifier' &&
    isEmpty(source, values[0])
  );
}

function inPython(site: FlowSite, run: Run): readonly Fix[] {
  const { source } = site;
  const used = isUsed(source, run.node);
  if (!run.scopes.every((scope) => isEmpty(source, scope))) {
    // Names that the code was given are lost: for a person to decide.
    const choices =
      used && run.kind === 'value'
        ? [...asValue(site, run), ...sandboxed(site, run, 'run_python', false)]
        : [];
    return choices.map((choice) => ({ ...choice, safety: 'manual', preferred: false }));
  }
  if (run.kind === 'value' && used)
    return [...asValue(site, run), ...sandboxed(site, run, 'run_python', false)];
  if (used) return [];
  const scope = run.scopes.filter((one) => source.is(one, 'identifier')).at(-1);
  const names = scope === undefined ? [] : namesRead(source, scope, run.node);
  if (names === undefined) return [];
  return scope !== undefined && names.length > 0
    ? values(site, run, scope, names)
    : sandboxed(site, run, 'run_python', true);
}

function inScript(site: FlowSite, run: Run): readonly Fix[] {
  const values = isUsed(site.source, run.node) ? asValue(site, run) : [];
  return canAwait(site.source, run.node)
    ? [...values, ...sandboxed(site, run, 'runCode', values.length === 0)]
    : values;
}

/** Reads data or works out arithmetic, whichever the code seems to be after. */
function asValue(site: FlowSite, run: Run): readonly Fix[] {
  const { source, flows } = site;
  // new Function(`return ${formula}`), eval("(" + text + ")"): what is put in is the value.
  const parts = taintedParts(source, flows);
  const text = source.text(
    parts.length === 1 && parts[0] !== undefined && within(source, parts[0], run.code) ? parts[0] : run.code,
  );
  const around = source.text(functionAround(source, run.node) ?? run.node).slice(0, 2_000);
  const isMath = /calc|math|formula|arith|equation|expression/i.test(around);
  const python = source.family === 'python';
  const { quote } = source.style;
  const data = site.draft();
  const read = python
    ? `${data.helper('literal')}(${text})`
    : `${data.helper('parseJson')}(${text}, ${quote}any${quote})`;
  data.replace(source.range(run.node), read);
  const math = site.draft();
  math.replace(source.range(run.node), `${math.helper('calculate')}(${text})`);
  const asData = fixOf(data, {
    id: 'read-as-value',
    title: 'Read the answer as a plain value instead of running it',
    safety: 'unsafe',
    preferred: !isMath,
  });
  const asMath = fixOf(math, {
    id: 'calculate',
    title: 'Work out arithmetic only, instead of running it',
    safety: 'unsafe',
    preferred: isMath,
  });
  return isMath ? [...asMath, ...asData] : [...asData, ...asMath];
}

const within = (source: Source, inner: Node, outer: Node): boolean =>
  source.start(inner) >= source.start(outer) && source.end(inner) <= source.end(outer);

function sandboxed(site: FlowSite, run: Run, helper: string, preferred: boolean): readonly Fix[] {
  const { source } = site;
  const draft = site.draft();
  const python = source.family === 'python';
  const call = `${python ? '' : 'await '}${draft.helper(helper)}(${source.text(run.code)})`;
  const prints = python && !isUsed(source, run.node);
  draft.replace(
    source.range(run.node),
    prints ? `print(${call}, end=${source.style.quote.repeat(2)})` : call,
  );
  return fixOf(draft, {
    id: 'run-in-sandbox',
    title: 'Run the code in a sandboxed process; gives what it prints',
    safety: preferred ? 'unsafe' : 'manual',
    preferred,
  });
}

function values(site: FlowSite, run: Run, scope: Node, names: readonly string[]): readonly Fix[] {
  const { source } = site;
  const draft = site.draft();
  const { quote } = source.style;
  const list = names.map((name) => quote + name + quote).join(', ');
  const code = source.text(run.code);
  const helper = draft.helper('run_python_values');
  draft.replace(source.range(run.node), `${source.text(scope)}.update(${helper}(${code}, [${list}]))`);
  return fixOf(draft, {
    id: 'run-in-sandbox',
    title: 'Run the code in a sandboxed process, and take its results',
    safety: 'unsafe',
    preferred: true,
  });
}

/** The names that the program takes out of a scope after the code ran; `undefined` when it does something else with it. */
function namesRead(source: Source, scope: Node, run: Node): readonly string[] | undefined {
  const names: string[] = [];
  for (const use of usesOf(source, scope)) {
    if (source.start(use) < source.end(run)) continue;
    const after = source.source.slice(source.end(use), source.end(use) + 200);
    const name = /^(?:\[\s*|\.(?:get|pop)\(\s*)["'](\w+)["']\s*[\],)]/.exec(after)?.[1];
    if (name === undefined) return undefined;
    names.push(name);
  }
  return [...new Set(names)];
}
