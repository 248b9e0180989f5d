import type { Module } from '../ir/module.js';
import type { Project } from '../project.js';
import type { Flow, SinkKind } from '../surface/flow.js';

type Code = Module['functions'][number];

/** What a program compares when it holds a path to a folder, or an address to a list of hosts. */
const comparisons: Partial<Record<SinkKind, ReadonlySet<string>>> = {
  path: new Set([
    'startsWith',
    'startswith',
    'relative',
    'relative_to',
    'is_relative_to',
    'commonpath',
    'commonprefix',
    'realpath',
  ]),
  url: new Set(['hostname', 'host', 'netloc', 'origin', 'startsWith', 'startswith']),
};

/**
 * Whether the data of a flow comes back from a function of the program that looks at it and refuses some of it. What the check is worth
 * cannot be seen, so that such a flow is told less surely.
 */
export function ownChecks(project: Project, sink: SinkKind): (flow: Flow) => boolean {
  const wanted = comparisons[sink];
  if (wanted === undefined) return () => false;
  let names: ReadonlySet<string> | undefined;
  return ({ steps }) =>
    steps.some(({ message }) => {
      const name = /^returned by (\w+)$/.exec(message)?.[1];
      if (name === undefined) return false;
      names ??= refusing(project, wanted);
      return names.has(name);
    });
}

/** Names of functions that throw, and compare or call a function that does. */
function refusing(project: Project, wanted: ReadonlySet<string>): ReadonlySet<string> {
  const modules = project.paths.flatMap((path) => project.module(path) ?? []);
  const comparing = new Set(
    modules.flatMap(({ functions }) =>
      functions.filter((fn) => compares(fn, wanted)).map(({ name }) => name),
    ),
  );
  const isPart = (module: Module, fn: Code): boolean =>
    compares(fn, wanted) || calls(module, fn).some((name) => comparing.has(name));
  return new Set(
    modules.flatMap((module) => {
      // What is written in a function belongs to it: `allowed.some((folder) => path.startsWith(folder))`.
      const withParent = (test: (fn: Code) => boolean): ReadonlySet<number> =>
        new Set(module.functions.filter(test).flatMap(({ id, parent }) => [id, parent]));
      const throwing = withParent(({ body }) => body.some(({ op }) => op === 'throw'));
      const looking = withParent((fn) => isPart(module, fn));
      return module.functions
        .filter(({ id, name }) => name !== '' && id !== 0 && throwing.has(id) && looking.has(id))
        .map(({ name }) => name);
    }),
  );
}

const compares = ({ body }: Code, wanted: ReadonlySet<string>): boolean =>
  body.some((one) => one.op === 'get' && one.key !== undefined && wanted.has(one.key));

const calls = ({ variables }: Module, { body }: Code): readonly string[] =>
  body.flatMap((one) => {
    const callee = one.op === 'call' ? body[one.callee] : undefined;
    return callee?.op === 'load' ? [variables[callee.variable]?.name ?? ''] : [];
  });
