import { usualType } from '../languages/java/usual-types.js';
import type { LanguageId } from '../syntax-tree.js';

/**
 * The import specifiers of a file, found without parsing it. Only used to decide which files are worth parsing, so a
 * specifier too many (in a string or a comment) costs time and nothing else.
 */
export function scanImports(text: string, language: LanguageId): readonly string[] {
  if (language === 'python') return scanPython(text);
  return language === 'java' ? scanJava(text) : scanJavaScript(text);
}

const PYTHON_IMPORT =
  /^\uFEFF?[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+([^\n#]*)|import[ \t]+([^\n#]+))/gm;

function scanPython(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, from, names, plain] of text.matchAll(PYTHON_IMPORT)) {
    if (from !== undefined) {
      found.add(from);
      // `from . import guards` names files, not only attributes.
      for (const name of namesOf(names ?? ''))
        found.add(from.endsWith('.') ? from + name : `${from}.${name}`);
    } else {
      for (const name of namesOf(plain ?? '')) found.add(name);
    }
  }
  return [...found];
}

const namesOf = (list: string): readonly string[] =>
  list
    .replace(/[()\\]/g, ' ')
    .split(',')
    .map((part) => part.trim().split(/\s/, 1)[0] ?? '')
    .filter((name) => /^[\w.]+$/.test(name));

const JAVASCRIPT_IMPORT = /\b(?:from|import|require)[ \t]*\(?[ \t]*(?:'([^'\n]{1,300})'|"([^"\n]{1,300})")/g;

function scanJavaScript(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, single, double] of text.matchAll(JAVASCRIPT_IMPORT)) found.add(single ?? double ?? '');
  return [...found];
}

const JAVA_IMPORT = /^\uFEFF?[ \t]*import[ \t]+(?:static[ \t]+)?([\w.]+?)(\.\*)?[ \t]*;/gm;

/** Interfaces that a file implements, itself or by giving them to a library that does. */
const JAVA_PROVIDES =
  /\bimplements[ \t\r\n]+([\w., \t\r\n<>]{1,500}?)[ \t\r\n]*\{|\bAiServices[ \t\r\n]*\.[ \t\r\n]*(?:builder|create)\([ \t\r\n]*([\w.]{1,100})\.class\b/g;

/** Marks a specifier as that of an interface which the file provides: what imports the interface uses this file. */
export const PROVIDES = 'provides:';

/** Types of the same package need no import: whatever is written like one is `.Name`, a file beside this one. */
function scanJava(text: string): readonly string[] {
  const found = new Set<string>();
  for (const [, path = '', all = ''] of text.matchAll(JAVA_IMPORT)) found.add(path + all);
  const hasImports = found.size > 0;
  for (const [, list = '', made = ''] of text.matchAll(JAVA_PROVIDES))
    for (const name of `${list},${made}`.replace(/<[^<>]*>/g, '').split(','))
      if (/^[\w.]+$/.test(name.trim())) found.add(PROVIDES + name.trim());
  for (const [name] of text.matchAll(/\b[A-Z]\w{0,99}\b/g)) {
    found.add(`.${name}`);
    const usual = hasImports ? undefined : usualType(name);
    if (usual !== undefined) found.add(usual);
  }
  return [...found];
}
