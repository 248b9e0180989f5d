import { type Helper, type HelperImport, type HelperModule, selectHelpers } from '../../guards/helper.js';
import { javascriptHelpers } from '../../guards/helpers/javascript.js';
import { pythonHelpers } from '../../guards/helpers/python.js';
import { typescriptHelpers } from '../../guards/helpers/typescript.js';
import { languageOf } from '../../languages/language.js';
import { range } from '../../text/range.js';
import type { FileChange } from '../fix.js';
import { importsOf } from '../imports/open.js';
import { isCommonJs } from '../script-module.js';
import { Source } from '../source.js';
import type { GuardModule } from './module.js';

/**
 * Makes `names` available in the guard module: a new file with only what they need, or what is missing at the end of
 * the one that is there. What a person changed in it stays as it is. No change when nothing is missing.
 */
export function provideHelpers(
  user: Source,
  module: GuardModule,
  names: Iterable<string>,
): readonly FileChange[] {
  const language = languageOf(module.path);
  const helpers =
    language === 'python' ? pythonHelpers : language === 'javascript' ? javascriptHelpers : typescriptHelpers;
  const wanted = selectHelpers(helpers, names).map((helper) => forSdkVersion(helper, user));
  const present = Source.open(user.project, module.path);
  if (present !== undefined) return addTo(present, wanted);
  const text =
    language === 'python'
      ? pythonText(helpers, wanted)
      : scriptText(helpers, wanted, language === 'javascript' && isCommonJs(user));
  return [{ path: module.path, create: text.replaceAll('\n', user.style.newline) }];
}

function addTo(source: Source, wanted: readonly Helper[]): readonly FileChange[] {
  const defined = definitions(source);
  const missing = wanted.filter(
    (helper) =>
      !(helper.exports.length > 0 ? helper.exports : helper.defines).some((name) => defined.has(name)),
  );
  if (missing.length === 0) return [];
  const imports = importsOf(source);
  for (const { from, names, type } of missing.flatMap((helper) => helper.imports)) {
    for (const name of names ?? [undefined]) {
      imports.want({ module: from, exact: true, ...(name && { name }), ...(type && { type }) });
    }
  }
  const text = source.source;
  const gap = source.family === 'python' ? '\n\n' : '\n';
  const commonJs = source.family === 'script' && isCommonJs(source);
  const code = missing.map((helper) => gap + (commonJs ? toCommonJs(helper) : helper.code)).join('');
  const newText = (/[\r\n]$/.test(text) ? code : `\n${code}`).replaceAll('\n', source.style.newline);
  const end = range(text.length, text.length);
  return [{ path: source.path, edits: [...imports.edits(), { range: end, newText }] }];
}

/** Names that the file binds at its top level. */
function definitions(source: Source): ReadonlySet<string> {
  const names = new Set<string>();
  for (const statement of source.named(source.root)) {
    for (const node of [statement, ...source.named(statement)]) {
      const name = source.child(node, 'name') ?? source.child(node, 'left');
      if (name !== undefined) names.add(source.text(name));
      for (const inner of source.named(node)) {
        const declared = source.is(inner, 'variable_declarator') ? source.child(inner, 'name') : undefined;
        if (declared !== undefined) names.add(source.text(declared));
      }
    }
  }
  return names;
}

/** One entry per module, names joined, in the order of the first use. */
function mergeImports(helpers: readonly Helper[]): readonly HelperImport[] {
  const merged = new Map<string, HelperImport>();
  for (const one of helpers.flatMap((helper) => helper.imports)) {
    const names = new Set([...(merged.get(one.from)?.names ?? []), ...(one.names ?? [])]);
    merged.set(one.from, one.names === undefined ? one : { ...one, names: [...names].sort() });
  }
  return [...merged.values()].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function pythonText({ header }: HelperModule, helpers: readonly Helper[]): string {
  const imports = mergeImports(helpers);
  const lines = [
    ...imports.filter(({ names }) => names === undefined).map(({ from }) => `import ${from}`),
    ...imports.flatMap(({ from, names }) => (names === undefined ? [] : [pythonImport(from, names)])),
  ];
  const top = lines.length === 0 ? header : `${header}\n${lines.join('\n')}\n`;
  const [first, ...rest] = helpers.map(({ code }) => code);
  return [`${top}\n${first?.startsWith('T = ') === true ? '' : '\n'}${first ?? ''}`, ...rest].join('\n\n');
}

function pythonImport(from: string, names: readonly string[]): string {
  const line = `from ${from} import ${names.join(', ')}`;
  return line.length <= 88
    ? line
    : `from ${from} import (\n${names.map((name) => `    ${name},\n`).join('')})`;
}

function scriptText({ header }: HelperModule, helpers: readonly Helper[], commonJs: boolean): string {
  const imports = mergeImports(helpers).map(({ from, names = [], type }) =>
    commonJs
      ? `const { ${names.join(', ')} } = require('${from}');\n`
      : `import ${type ? 'type ' : ''}{ ${names.join(', ')} } from '${from}';\n`,
  );
  return [
    header + imports.join(''),
    ...helpers.map((helper) => (commonJs ? toCommonJs(helper) : helper.code)),
  ].join('\n');
}

const toCommonJs = ({ code, exports }: Helper): string =>
  code.replace(/^export /gm, '') + exports.map((name) => `module.exports.${name} = ${name};\n`).join('');

/** The AI SDK names the version of its middleware: v4 since ai 7, v3 in ai 6, and by another name in ai 5. */
function forSdkVersion(helper: Helper, user: Source): Helper {
  if (helper.name !== 'piiMiddleware') return helper;
  const major = Number(/\d+/.exec(user.project.dependencies(user.path, 'npm').get('ai') ?? '')?.[0] ?? 7);
  const line =
    major >= 7
      ? "specificationVersion: 'v4'"
      : major === 6
        ? "specificationVersion: 'v3'"
        : "middlewareVersion: 'v2'";
  return { ...helper, code: helper.code.replace("specificationVersion: 'v4'", line) };
}
