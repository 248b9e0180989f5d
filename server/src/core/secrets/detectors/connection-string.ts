import { isWordy } from '../rarity.js';
import { sampleSign } from '../sample.js';
import { isStockPassword } from '../stock-values.js';
import { type Detector, type SecretKind, specificity } from './detector.js';

const kind: SecretKind = {
  id: 'connection-string',
  provider: '',
  noun: 'password in a connection string',
  variable: 'DATABASE_URL',
};

const value = /\s{0,2}=\s{0,2}(?:\{(?<braced>[^{}\n]{1,120})\}|(?<bare>[^\s;"'`&<>{}]{1,120}))/dy;
/** Other parts of a connection string; one of them must stand near the password in the same literal. */
const company =
  /(?:\b(?:server|data source|host|uid|user id|user|username|driver|database|initial catalog|dbname|account|endpoint)\s{0,2}=|jdbc:|:\/\/)/i;

/** `jdbc:oracle:thin:user/password@host`. */
const oracle = /\w{2,8}:\w[\w.$#]{0,63}\/(?<password>[^\s/@"'`<>{}$]{3,128})@/diy;

/** Recognises the password between the user and the host in Oracle's addresses. */
export const oracleDetector = (): Detector => {
  const pattern = new RegExp(oracle);
  return {
    scope: 'guarded',
    keywords: ['jdbc:oracle:'],
    detect(text, _start, end, report) {
      pattern.lastIndex = end;
      const [from, to] = pattern.exec(text)?.indices?.groups?.password ?? [-1, -1];
      if (from < 0) return;
      const password = text.slice(from, to);
      const user = text.slice(text.indexOf(':', end) + 1, from - 1);
      const sign = sampleSign(password);
      const sample = isStockPassword(password, user) || sign === 'strong';
      report({
        kind,
        specificity: specificity.named,
        range: { start: from, end: to },
        value: password,
        confidence: sample || sign === 'weak' ? 'low' : 'medium',
        sample,
      });
    },
  };
};

/** Recognises passwords in ADO, ODBC and JDBC connection strings and in libpq's keyword form. */
export const connectionStringDetector = (): Detector => {
  const pattern = new RegExp(value);
  return {
    scope: 'guarded',
    keywords: ['password', 'pwd'],
    detect(text, start, end, report) {
      const before = text.charAt(start - 1);
      if (!/[;&?\s"']/.test(before)) return;
      pattern.lastIndex = end;
      const groups = pattern.exec(text)?.indices?.groups;
      const [from, to] = groups?.braced ?? groups?.bare ?? [-1, -1];
      if (from < 0) return;
      const line =
        text.slice(text.lastIndexOf('\n', start) + 1, start).slice(-240) +
        text.slice(to, to + 160).split('\n', 1)[0];
      if (!company.test(line)) return;
      const password = text.slice(from, to);
      // `connect(user=user, password=password)` and `const password = process.env.DB_PASSWORD;` are code.
      if (/\b(?:const|let|var|val|final|String|auto|\w+_t)\s$/.test(text.slice(start - 10, start))) return;
      if (isWordy(password) && /^[A-Za-z_$][\w$]*(?:\.[\w$]+|\(|\[)/.test(password + text.charAt(to))) return;
      if (
        /^(?:[$%{<[(*]|#\{)/.test(password) ||
        /^[A-Za-z_.]+[,)]$/.test(password) ||
        (/^[A-Za-z_.]+$/.test(password) && !line.includes(';'))
      )
        return;
      const sign = sampleSign(password);
      const sample = isStockPassword(password) || sign === 'strong';
      report({
        kind,
        specificity: specificity.named,
        range: { start: from, end: to },
        value: password,
        confidence: sample || sign === 'weak' ? 'low' : 'medium',
        sample,
      });
    },
  };
};
