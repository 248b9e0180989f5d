import type { ConfigFormat, ConfigNode } from './config-node.js';
import type { ConfigSource } from './edit.js';

/** A value to be written. */
export type ConfigValue =
  | string
  | number
  | boolean
  | null
  | readonly ConfigValue[]
  | { readonly [key: string]: ConfigValue };

/** A value on one line, in the document's format. A string that replaces another keeps its quotes. */
export function valueText(source: ConfigSource, value: ConfigValue, replaces?: ConfigNode): string {
  const { format } = source.document;
  if (typeof value !== 'string') return inline(format, value);
  const quote = replaces?.kind === 'string' ? source.text[replaces.range.start] : undefined;
  return stringText(format, value, quote);
}

function inline(format: ConfigFormat, value: ConfigValue): string {
  if (typeof value === 'string') return stringText(format, value, '"');
  if (value === null) return format === 'toml' ? '""' : 'null';
  if (typeof value !== 'object') return String(value);
  if (isList(value)) return `[${value.map((item) => inline(format, item)).join(', ')}]`;
  const assign = format === 'toml' ? ' = ' : ': ';
  const entries = Object.entries(value).map(
    ([k, v]) => `${keyText(format, k, '"')}${assign}${inline(format, v)}`,
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

export const isList = (value: ConfigValue): value is readonly ConfigValue[] => Array.isArray(value);

/** `quote`: the first character of the string that it stands for or next to, as a hint to the style. */
export function stringText(format: ConfigFormat, value: string, quote?: string): string {
  if (format === 'json') return JSON.stringify(value);
  const single = quote === "'" && !/['\n\r\t\p{Cc}]/u.test(value);
  if (single) return `'${value}'`;
  if (format === 'toml' || quote === '"' || !isPlainYaml(value)) return JSON.stringify(value);
  return value;
}

/** A string that YAML reads back as the same string when it is written without quotes. */
const isPlainYaml = (value: string): boolean =>
  /^[A-Za-z/~.$(][\w./~$()@+*=-]*(?: [\w./~$()@+*=-]+)*$/.test(value) &&
  !/^(?:true|false|yes|no|on|off|null|~|y|n|\.inf|\.nan)$/i.test(value) &&
  !/^[.\d]/.test(value);

/** `hint`: first character of a neighbouring key. */
export function keyText(format: ConfigFormat, key: string, hint?: string): string {
  if (format === 'json') return JSON.stringify(key);
  const bare = format === 'toml' ? /^[\w-]+$/.test(key) : isPlainYaml(key);
  if (bare && (format === 'toml' || hint !== '"')) return key;
  return stringText(format, key, hint === "'" ? "'" : '"');
}
