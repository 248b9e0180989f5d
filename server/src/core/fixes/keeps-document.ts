import type { ConfigDocument, ConfigFormat, ConfigNode } from '../config/config-node.js';
import { descendants } from '../config/path.js';
import { readConfig } from '../config/read.js';
import { applyEdits, type TextEdit } from '../text/edits.js';

const formats: Readonly<Record<string, ConfigFormat>> = {
  json: 'json',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
};

/** The format of a file whose structure an edit must not change. */
export const configFormat = (path: string): ConfigFormat | undefined =>
  formats[/\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? ''];

/** After the edits a document is as valid as before, and all its values but one text are the same. */
export function keepsDocument(path: string, text: string, edits: readonly TextEdit[]): boolean {
  const format = configFormat(path);
  if (format === undefined) return true;
  const before = readConfig(format, text);
  const after = readConfig(format, applyEdits(text, edits));
  if (after.problems.length > before.problems.length) return false;
  const old = valuesOf(before);
  const now = valuesOf(after);
  const changed = old.flatMap((value, i) => (value.text === now[i]?.text ? [] : [[value, now[i]] as const]));
  return (
    old.length === now.length &&
    changed.length <= 1 &&
    changed.every(([a, b]) => a.kind === 'string' && b?.kind === 'string' && a.place === b.place)
  );
}

const valuesOf = ({ root, further = [] }: ConfigDocument) =>
  [root, ...further].flatMap((start) =>
    start === undefined
      ? []
      : [...descendants({ node: start, keys: [] })].map(({ node, keys }) => {
          const place = keys.join('\0');
          return { place, kind: node.kind, text: `${place}\n${textOf(node)}` };
        }),
  );

const textOf = (node: ConfigNode): string =>
  'value' in node ? `${node.kind} ${String(node.value)}` : node.kind;
