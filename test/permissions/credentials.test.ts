import { expect, test } from 'vitest';
import { isLiteralSecret } from '../../server/src/core/permissions/credentials.js';
import { withFakeSecrets } from '../support/fake-secrets.js';

/** Names and values as they stand in configs; `<<random>>` and the like are made up when they are needed. */
const literal: readonly (readonly [name: string, value: string])[] = [
  ['GITHUB_TOKEN', '<<github>>'],
  ['anything', '<<github>>'],
  ['apiKey', '<<random>>'],
  ['X-Api-Key', '<<random>>'],
  ['Authorization', 'Bearer <<random>>'],
  ['DB_PASSWORD', '<<password>>'],
  ['PGPASSWORD', '<<password>>'],
  ['MYSQL_PWD', '<<password>>'],
  ['REDIS_URL', 'redis://:<<password>>@cache.example:6379'],
  ['DATABASE_URL', 'postgres://svc:<<password>>@db.example/app'],
  ['clientSecret', '<<random>>'],
  ['X_SHOP_SIGNATURE_KEY', '<<random>>'],
  ['SLACK_WEBHOOK_URL', 'https://hooks.slack.com/services/T0000/B0000/<<random>>'],
];

const reference: readonly (readonly [name: string, value: string])[] = [
  ['GITHUB_TOKEN', '${GITHUB_TOKEN}'],
  ['TOKEN', '$TOKEN'],
  ['API_KEY', 'your-api-key'],
  ['API_KEY', '<API_KEY>'],
  ['API_KEY', 'REPLACE_ME'],
  ['API_KEY', '{env:API_KEY}'],
  ['API_KEY', '${input:key}'],
  ['API_KEY', 'op://vault/item/field'],
  ['api_key', 'ollama'],
  ['MAX_TOKENS', '4096'],
  ['AUTH_TYPE', 'bearer'],
  ['KEY_FILE', '/etc/keys/x.pem'],
  ['SECRET_NAME', 'prod/db/password'],
  ['CACHE_KEY', 'user-sessions-v2'],
  ['SORT_KEY', 'createdAt'],
  ['TOKENIZER', 'cl100k_base'],
  ['DATABASE_URL', 'postgres://postgres:postgres@localhost:5432/app'],
  ['AUTHOR', 'Ada Lovelace'],
];

test.each(literal)('%s: %s is written in plain text', (name, value) => {
  expect(isLiteralSecret(name, withFakeSecrets(value))).toBe(true);
});
test.each(reference)('%s: %s is no secret', (name, value) => {
  expect(isLiteralSecret(name, value)).toBe(false);
});
