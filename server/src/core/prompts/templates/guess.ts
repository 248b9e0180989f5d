import type { TextRange } from '../../text/range.js';
import { formatString } from './braces.js';
import { goTemplate } from './go.js';
import { handlebars } from './handlebars.js';
import { type Dialect, noTemplate } from './insertion.js';
import { jinja } from './jinja.js';
import { dollarBraces } from './patterns.js';
import { semanticKernel } from './semantic-kernel.js';

/** UTF-16 units of a text that are looked at. */
const sampleSize = 100_000;

/** Signs of a dialect, the surest first. */
const signs: readonly { readonly sign: RegExp; readonly dialect: Dialect }[] = [
  { sign: /\{\{-? ?(?:\.[A-Z]|range \.|if \.|end ?-?\}\})/, dialect: goTemplate },
  { sign: /\{\{\$\w|\{\{\w+\.\w+ \$\w/, dialect: semanticKernel },
  { sign: /\{\{[#/^>&!]|\{\{\{/, dialect: handlebars },
  { sign: /\{%|\{\{[^{}"\n]{1,300}\}\}/, dialect: jinja },
  { sign: /\$\{[A-Za-z_]\w{0,100}\}/, dialect: dollarBraces },
  { sign: /\{[A-Za-z_]\w{0,100}\}/, dialect: formatString },
];

/** The dialect that a prompt of unknown origin seems to be written in. */
export function guessDialect(text: string, { start, end }: TextRange): Dialect {
  const sample = text.slice(start, Math.min(end, start + sampleSize));
  return signs.find(({ sign }) => sign.test(sample))?.dialect ?? noTemplate;
}
