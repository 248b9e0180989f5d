import { asciiText, decodeBase64 } from '../base64.js';
import { sampleSign } from '../sample.js';
import { isStockPassword } from '../stock-values.js';
import { type Candidate, type Detector, type SecretKind, specificity } from './detector.js';

const kind: SecretKind = {
  id: 'kubernetes-secret',
  provider: 'Kubernetes',
  noun: 'value in the manifest of a secret',
};

/** How far the manifest is read to both sides, in UTF-16 units. */
const reach = 6000;
const section = /^([ \t]*)(data|stringData):[ \t]*\r?$/gm;
const entry =
  /^([ \t]*)["']?([\w.-]{1,80})["']?:[ \t]*(?:[|>][-+]?[ \t]*\r?\n[ \t]+)?["']?([^\s"'#{}<>$|]{8,4000})["']?[ \t]*\r?$/gm;
/** Entries that are no secret. */
const harmless =
  /^(?:user(?:_?name)?|host|port|url|uri|endpoint|database|db_?name|name|namespace|region|ca\.crt|tls\.crt|ca\.pem|.*\.(?:crt|pub))$/i;

/** Recognises the values of `kind: Secret`. Encoding them as base64 hides them from nobody. */
export const kubernetesDetector = (): Detector => ({
  scope: 'guarded',
  keywords: ['kind: secret', 'kind: "secret"', "kind: 'secret'"],
  detect(text, start, end, report) {
    if (/\w/.test(text.charAt(start - 1)) || !/^[ \t]*\r?(?:\n|$)/.test(text.slice(end, end + 40))) return;
    const from = Math.max(0, start - reach, text.lastIndexOf('\n---', start) + 1);
    const next = text.indexOf('\n---', end);
    const manifest = text.slice(from, Math.min(next < 0 ? text.length : next, end + reach));
    for (const match of manifest.matchAll(section)) {
      const body = from + match.index + match[0].length;
      readEntries(text, body, from + manifest.length, match[1]?.length ?? 0, match[2] === 'data', report);
    }
  },
});

function readEntries(
  text: string,
  from: number,
  to: number,
  indent: number,
  encoded: boolean,
  report: (candidate: Candidate) => void,
): void {
  for (const match of text.slice(from, to).matchAll(entry)) {
    const [whole, space = '', name = '', value = ''] = match;
    // Less indented: the section is over.
    if (space.length <= indent) return;
    if (harmless.test(name)) continue;
    const bytes = encoded ? decodeBase64(value) : undefined;
    if (encoded && bytes === undefined) continue;
    const content = (bytes && asciiText(bytes)) ?? value;
    if (/^-----BEGIN (?:CERTIFICATE|PUBLIC)/.test(content)) continue;
    const start = from + match.index + whole.lastIndexOf(value);
    const sample = isStockPassword(content) || sampleSign(content) === 'strong';
    report({
      kind,
      specificity: specificity.shared,
      range: { start, end: start + value.length },
      value,
      confidence: sample ? 'low' : 'medium',
      sample,
    });
  }
}
