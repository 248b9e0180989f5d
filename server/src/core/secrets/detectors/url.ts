import { isWordy } from '../rarity.js';
import { sampleSign } from '../sample.js';
import { isReservedHost, isStockPassword } from '../stock-values.js';
import { type Detector, type SecretKind, specificity } from './detector.js';

/** What a scheme connects to; schemes that are not listed are plain addresses. */
const services: Readonly<Record<string, string>> = {
  amqp: 'RabbitMQ',
  amqps: 'RabbitMQ',
  clickhouse: 'ClickHouse',
  cockroachdb: 'CockroachDB',
  couchbase: 'Couchbase',
  couchbases: 'Couchbase',
  db2: 'Db2',
  elasticsearch: 'Elasticsearch',
  ldap: 'LDAP',
  ldaps: 'LDAP',
  libsql: 'libSQL',
  mariadb: 'MariaDB',
  mongodb: 'MongoDB',
  mqtt: 'MQTT',
  mqtts: 'MQTT',
  mssql: 'SQL Server',
  mysql: 'MySQL',
  nats: 'NATS',
  neo4j: 'Neo4j',
  bolt: 'Neo4j',
  oracle: 'Oracle',
  postgres: 'PostgreSQL',
  postgresql: 'PostgreSQL',
  redis: 'Redis',
  rediss: 'Redis',
  smtp: 'SMTP',
  smtps: 'SMTP',
  snowflake: 'Snowflake',
  sqlserver: 'SQL Server',
};

/** Protocols in which a token may stand in the place of the user. */
const tokenSchemes =
  /^(?:https?|wss?|git|svn|hg|ftps?|sftp|rediss?|amqps?|mqtts?|nats|libsql|socks\d?h?)(?:$|\+)/;

/** Longest user information that is looked at, in UTF-16 units. */
const longest = 320;
const userInformation =
  /([^\s"'`<>/\\?#:@(){},;|]{0,120})(?::([^\s"'`<>/\\?@]{1,200}(?:@[^\s"'`<>/\\?@:]{1,40}(?=@))?))?@((?:[A-Za-z0-9._-]{1,200}|\[[0-9A-Fa-f:.]{2,40}\]))/y;
const schemeBefore = /([A-Za-z][A-Za-z0-9+.-]{1,30})$/;
/** `$PASSWORD`, `%s`, `:password`, `{password}`: filled in elsewhere. */
const reference = /^[$%:@{[<(*]|[{}<>]|\$\{|%\(|^\*+$|^\.+$|^[A-Z]+(?:_[A-Z]+)+$/;

/**
 * Recognises passwords and tokens before the host of a URL. What leads to the machine itself, or nowhere, is a sample, but for distinctive passwords where
 * keys are to be expected: people use them again.
 */
export const urlDetectors = (): readonly Detector[] => [urlDetector('everywhere'), urlDetector('guarded')];

function urlDetector(scope: 'everywhere' | 'guarded'): Detector {
  const pattern = new RegExp(userInformation);
  return {
    scope,
    keywords: ['://'],
    detect(text, start, end, report) {
      const scheme = schemeBefore.exec(text.slice(Math.max(0, start - 32), start))?.[1]?.toLowerCase();
      if (scheme === undefined || !mayHoldCredentials(text, end)) return;
      pattern.lastIndex = end;
      const match = pattern.exec(text);
      if (match === null) return;
      const [, user = '', password, host = ''] = match;
      const value = password ?? user;
      const from = password === undefined ? end : end + user.length + 1;
      if (value === '' || reference.test(value)) return;
      if (password === undefined && !(tokenSchemes.test(scheme) && isTokenLike(value))) return;
      const kind = kindOf(scheme, host, password === undefined);
      const reserved = isReservedHost(host);
      if (scope === 'guarded' && !(reserved && isDistinctive(value))) return;
      const stock =
        value.length < 4 ||
        isStockPassword(value, password === undefined ? '' : user) ||
        (scope === 'everywhere' && reserved);
      const sign = sampleSign(value);
      report({
        kind,
        specificity: specificity.named,
        range: { start: from, end: from + value.length },
        value,
        confidence:
          sign === 'none' && !stock && !reserved && !isWordy(value) && value.length >= 8 ? 'high' : 'low',
        sample: stock || sign === 'strong' || (sign === 'weak' && value.length < 12),
      });
    },
  };
}

/** True when an "@" comes before anything that ends the authority of a URL; spares most addresses the regular expression. */
function mayHoldCredentials(text: string, from: number): boolean {
  const limit = Math.min(text.length, from + longest);
  for (let i = from; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === 64) return true;
    if (code <= 32 || code === 34 || code === 39 || code === 47 || code === 60 || code === 62 || code === 96)
      return false;
  }
  return false;
}

const isDistinctive = (value: string): boolean =>
  value.length >= 8 &&
  /\d/.test(value) &&
  /[A-Za-z]/.test(value) &&
  (!isWordy(value) || [/[a-z]/, /[A-Z]/, /[^\w]/].every((kind) => kind.test(value)));

const isTokenLike = (user: string): boolean =>
  user.length >= 20 && /\d/.test(user) && !isWordy(user) && !user.includes('%');

function kindOf(scheme: string, host: string, tokenOnly: boolean): SecretKind {
  if (tokenOnly && /sentry/i.test(host)) {
    return { id: 'sentry-dsn', provider: 'Sentry', noun: 'DSN', publishable: true, variable: 'SENTRY_DSN' };
  }
  const service = services[scheme.replace(/\+.*$/, '')];
  if (service !== undefined) {
    return {
      id: 'connection-string',
      provider: service,
      noun: 'password in a connection string',
      variable: 'DATABASE_URL',
    };
  }
  return { id: 'url-credentials', provider: '', noun: tokenOnly ? 'token in a URL' : 'password in a URL' };
}
