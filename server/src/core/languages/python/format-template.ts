/**
 * A stretch of a format string: text that is taken over (with doubled braces or percent signs already resolved), or a field
 * to fill in. Offsets count code units of the format string.
 */
export type FormatSegment =
  | { readonly text: string; readonly start: number; readonly end: number }
  | { readonly field: string; readonly start: number; readonly end: number };

/**
 * Takes a template of `str.format` apart (https://docs.python.org/3/library/string.html#format-string-syntax). A field is named as
 * written: "", "0", "user.name", "rows[0]". Fields inside a format specification follow the field they belong to.
 */
export function braceSegments(template: string): FormatSegment[] {
  const segments: FormatSegment[] = [];
  let at = 0;
  for (let brace = nextBrace(template, 0); brace !== -1; brace = nextBrace(template, at)) {
    if (template[brace] === template[brace + 1]) {
      segments.push({ text: template.slice(at, brace + 1), start: at, end: brace + 1 });
      at = brace + 2;
      continue;
    }
    const end = template[brace] === '{' ? closingBrace(template, brace) : -1;
    if (end === -1) break;
    if (brace > at) segments.push({ text: template.slice(at, brace), start: at, end: brace });
    for (const field of fieldNames(template.slice(brace + 1, end)))
      segments.push({ field, start: brace, end: end + 1 });
    at = end + 1;
  }
  if (at < template.length) segments.push({ text: template.slice(at), start: at, end: template.length });
  return segments;
}

const nextBrace = (text: string, from: number): number => {
  const braces = /[{}]/g;
  braces.lastIndex = from;
  return braces.exec(text)?.index ?? -1;
};

/** A field may hold fields of its own, one level deep. */
function closingBrace(template: string, open: number): number {
  let depth = 0;
  for (let i = open; i < template.length; i++) {
    if (template[i] === '{') depth++;
    if (template[i] === '}' && --depth === 0) return i;
    if (depth > 2) return -1;
  }
  return -1;
}

function fieldNames(field: string): string[] {
  const [name = ''] = /^[^!:{]*/.exec(field) ?? [];
  const nested = [...field.matchAll(/\{([^{}!:]*)/g)].map(([, inner = '']) => inner);
  return [name, ...nested];
}

const directive = /%(?:\(([^()]{0,200})\))?[#0\- +]{0,5}(\*|\d{0,9})(?:\.(\*|\d{0,9}))?[hlL]?([a-zA-Z%])/y;

/**
 * Takes a template of the `%` operator apart (https://docs.python.org/3/library/stdtypes.html#printf-style-string-formatting). A field is named by
 * its key, or "" when it takes the next value; `undefined` when the template is malformed.
 */
export function percentSegments(template: string): FormatSegment[] | undefined {
  const segments: FormatSegment[] = [];
  let at = 0;
  for (let percent = template.indexOf('%'); percent !== -1; percent = template.indexOf('%', at)) {
    directive.lastIndex = percent;
    const match = directive.exec(template);
    if (match === null) return undefined;
    const [whole, key, width, precision, conversion] = match;
    const end = percent + whole.length;
    if (conversion === '%') {
      segments.push({ text: `${template.slice(at, percent)}%`, start: at, end });
    } else {
      if (percent > at) segments.push({ text: template.slice(at, percent), start: at, end: percent });
      const stars = [width, precision].filter((part) => part === '*').length;
      for (let i = 0; i < stars; i++) segments.push({ field: '', start: percent, end });
      segments.push({ field: key ?? '', start: percent, end });
    }
    at = end;
  }
  if (at < template.length) segments.push({ text: template.slice(at), start: at, end: template.length });
  return segments;
}
