import type { Severity } from '../core/finding.js';
import { plainStyle, type TextStyle } from '../core/report/text.js';

const code: Readonly<Record<Severity, string>> = { error: '31', warning: '33', info: '36', hint: '90' };
const paint = (codes: string, text: string): string => `\u001b[${codes}m${text}\u001b[0m`;

const colored: TextStyle = {
  severity: (severity, text) => paint(`1;${code[severity]}`, text),
  heading: (text) => paint('1', text),
  faint: (text) => paint('2', text),
};

export const styleFor = (color: boolean): TextStyle => (color ? colored : plainStyle);
