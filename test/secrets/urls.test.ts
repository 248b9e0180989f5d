import { describe, expect, test } from 'vitest';
import { Generator } from './generate.js';
import { real, seen } from './scanner.js';

const random = new Generator(77);
const password = `Wq7${random.text(9)}`;
const at = (scheme: string, rest: string) => `${scheme}:${'//'}${rest}`;
const basic = (credentials: string) => Buffer.from(credentials).toString('base64');

describe('Passwords in URLs and connection strings', () => {
  test.each([
    ['PostgreSQL', at('postgres', `app:${password}@db.acme-prod.net:5432/app`)],
    ['PostgreSQL', at('postgresql+asyncpg', `app:${password}@10.2.3.4/app`)],
    ['MongoDB', at('mongodb+srv', `root:${password}@cluster0.ab1cd.mongodb.net/?retryWrites=true`)],
    ['Redis', at('rediss', `:${password}@cache.acme-prod.net:6380`)],
    ['RabbitMQ', at('amqps', `svc:${password}@mq.acme-prod.net/vhost`)],
    ['MySQL', at('mysql', `app:${password}@mysql:3306/app`)],
    ['', at('https', `deploy:${password}@git.acme-prod.net/x.git`)],
    ['', at('https', `${random.text(32)}@git.acme-prod.net/x.git`)],
    ['MongoDB', JSON.stringify(at('mongodb', `u:${password}@h.acme-prod.net/d`)).replaceAll('/', '\\/')],
    ['PostgreSQL', encodeURIComponent(at('postgres', `app:${password}@db.acme-prod.net/app`))],
  ])('%s: %#', (provider, text) => {
    const [found] = real(text, 'other');
    expect(found?.secret.kind.provider).toBe(provider);
    expect(found?.secret.confidence).toBe('high');
  });

  test('the range is the password alone', () => {
    expect(seen(at('postgres', `app:${password}@db.acme-prod.net/app`), 'other')[0]?.text).toBe(password);
  });

  test.each([
    ['ADO', `Server=tcp:x.database.windows.net;User ID=app;Password=${password};Encrypt=true`],
    ['ODBC', `Driver={ODBC};Server=db1;UID=app;PWD=${password}`],
    ['JDBC', `jdbc:sqlserver:${'//'}db1:1433;user=app;password=${password};encrypt=true`],
    ['libpq', `host=db1 user=app password=${password} dbname=app`],
  ])('%s connection strings', (_, text) => {
    expect(real(text, 'config').map(({ text: value }) => value)).toContain(password);
  });

  test.each([
    at('postgres', 'user:password@localhost:5432/db'),
    at('postgres', 'postgres:postgres@db:5432/app'),
    at('https', 'user:pass@example.com/'),
    at('https', 'user:s3cr3tvalue@example.com/'),
    at('redis', ':password@redis:6379'),
    at('postgres', 'app:${DB_PASSWORD}@db.acme-prod.net/app'),
    at('postgres', 'app:<password>@db.acme-prod.net/app'),
    at('postgres', 'app:{password}@db.acme-prod.net/app'),
    at('postgres', 'app:$PASSWORD@db.acme-prod.net/app'),
    at('postgres', 'app:%s@db.acme-prod.net/app'),
    at('https', 'github.com/user/repo@v1'),
    at('ssh', 'git@github.com/x'),
    at('https', 'example.com/?q=a:b@c'),
    at('https', 'www.npmjs.com/package/@scope/name'),
  ])('%s gives nothing away', (text) => {
    expect(real(text, 'prompt').map(({ text: value }) => value)).toEqual([]);
  });
});

describe('Private keys', () => {
  const lines = (count: number, width = 64) =>
    Array.from({ length: count }, () =>
      random.text(width, `${'ABCDEFGHIJKLMNOPQRSTUVWXYZ'}abcdefghijklmnopqrstuvwxyz0123456789+/`),
    );
  const pem = (label: string, body: readonly string[]) =>
    [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`].join('\n');

  test.each([
    'RSA PRIVATE KEY',
    'EC PRIVATE KEY',
    'PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'PGP PRIVATE KEY BLOCK',
  ])('%s', (label) => {
    const text = pem(label, lines(8));
    expect(seen(`before\n${text}\nafter`, 'other')).toMatchObject([
      { id: 'private-key', text, secret: { confidence: 'high' } },
    ]);
  });

  test('in a string literal, in YAML and in concatenated strings', () => {
    const text = pem('PRIVATE KEY', lines(6));
    const escaped = `key = "${text.replaceAll('\n', '\\n')}"`;
    const indented = `key: |\n${text.replace(/^/gm, '    ')}\n`;
    const joined = text
      .split('\n')
      .map((line) => `"${line}\\n"`)
      .join(' +\n');
    for (const form of [escaped, indented, joined]) {
      expect(seen(form, 'other').map(({ id }) => id)).toEqual(['private-key']);
    }
  });

  test('of a Google service account is named as such', () => {
    const text = JSON.stringify({
      type: 'service_account',
      private_key_id: 'ab',
      private_key: pem('PRIVATE KEY', lines(20)),
    });
    expect(seen(text, 'other').map(({ id }) => id)).toEqual(['google-service-account-key']);
  });

  test('encrypted headers are no obstacle', () => {
    const text = pem('RSA PRIVATE KEY', [
      'Proc-Type: 4,ENCRYPTED',
      'DEK-Info: AES-128-CBC,0011AABB',
      '',
      ...lines(8),
    ]);
    expect(seen(text, 'other')[0]?.secret.facts).toEqual({ encrypted: 'yes' });
  });

  test.each([
    '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
    'The file starts with -----BEGIN RSA PRIVATE KEY----- and ends with -----END RSA PRIVATE KEY-----.',
    pem('CERTIFICATE', lines(8)),
    pem('PUBLIC KEY', lines(8)),
    pem('PRIVATE KEY', [`${'A'.repeat(64)}`, `${'A'.repeat(64)}`]),
  ])('%#: talk about keys is none', (text) => {
    expect(real(text, 'other').filter(({ id }) => id === 'private-key')).toEqual([]);
  });
});

describe('Headers and command lines', () => {
  test.each([
    ['a bearer token', `Authorization: Bearer ${random.text(40)}`],
    ['basic credentials', `-H "Authorization: Basic ${basic(`deploy:${password}`)}"`],
    ['curl with a user', `curl -s -u deploy:${password} https://api.acme-prod.net/`],
    ['curl with a long option', `curl --user "deploy:${password}" https://api.acme-prod.net/`],
    ['sshpass', `sshpass -p '${password}' ssh root@10.0.0.5`],
    ['mysql', `mysql -u root -p${password} app`],
    ['a variable before the command', `PGPASSWORD=${password} psql -h db1 app`],
    ['an API key header', `curl -H "x-api-key: ${random.text(32)}"`],
  ])('%s', (_, text) => {
    expect(real(text).length).toBeGreaterThan(0);
  });

  test.each([
    'Authorization: Bearer <token>',
    'Authorization: Bearer $TOKEN',
    'headers: { Authorization: `Bearer ${token}` }',
    'bearer authentication is required for this endpoint',
    `Authorization: Basic ${basic('user:password')}`,
    'Basic knowledge of statistics',
    'curl -u user:password https://example.com',
    'curl -u "$USER:$PASSWORD" https://api.acme-prod.net',
    'mysql -u root -p app',
  ])('%s gives nothing away', (text) => {
    expect(real(text).map(({ text: value }) => value)).toEqual([]);
  });
});
