/** Names under which people keep credentials: `GITHUB_TOKEN`, `x-api-key`, `db_password`. */
const credentialName =
  /(?:^|[_.\-\s])(?:api[_-]?key|apikey|access[_-]?key|secret(?:[_-]?key)?|secrets?|token|pat|password|passwd|pwd|passphrase|auth(?:orization)?|credentials?|private[_-]?key|client[_-]?secret|bearer|webhook[_-]?(?:url|secret))(?:$|[_.\-\s\d])/i;

/** `PGPASSWORD`, `DBPASS`, `clientsecret`. */
const runTogether =
  /[a-z](?:password|passwd|passphrase|apikey|apitoken|authtoken|accesstoken|secretkey|clientsecret)$/i;

/** `NEXT_TOKEN_LIMIT`, `TOKEN_PATH`: about a credential, but not one. */
const innocentName =
  /(?:limit|count|max|min|length|size|path|file|dir|url|uri|type|name|header|expiry|ttl|timeout|enabled|mode|prefix|budget)s?$/i;

export const isCredentialName = (name: string): boolean => {
  const spaced = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2');
  return (credentialName.test(spaced) || runTogether.test(name)) && !innocentName.test(spaced);
};

/** Self-identifying tokens of providers: they are secrets under any name. Short and general; the secret rules know the full table. */
const tokenShape =
  /\b(?:sk-[A-Za-z0-9_-]{16,}|gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{20,}|glpat-[A-Za-z0-9_-]{16,}|xox[abposr]-[A-Za-z0-9-]{10,}|AKIA[A-Z0-9]{16}|ASIA[A-Z0-9]{16}|AIza[A-Za-z0-9_-]{30,}|hf_[A-Za-z0-9]{20,}|npm_[A-Za-z0-9]{30,}|pypi-[A-Za-z0-9_-]{30,}|ntn_[A-Za-z0-9]{30,}|lin_api_[A-Za-z0-9]{20,}|tvly-[A-Za-z0-9-]{16,}|ctx7sk-[A-Za-z0-9-]{16,}|fc-[a-f0-9]{24,}|[sr]k_(?:live|test)_[A-Za-z0-9]{16,}|SG\.[A-Za-z0-9_-]{16,}|hooks\.slack\.com\/services\/T\w{2,}\/B\w{2,}\/\w{16,}|discord(?:app)?\.com\/api\/webhooks\/\d{6,}\/[\w-]{30,}|eyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,})/;

const placeholder =
  /^\s*$|\$\{|\$\(|\{\{|^\$\w|\$[A-Z][A-Z0-9_]{2,}|%[A-Z_]+%|\{(?:env|file|input|secret):|^env:|^op:\/\/|<[^>]*>|\[[^\]]*\]|\byour\b|your[-_]|[-_](?:here|goes)|xxx|\*{3}|\.{3}|…|change[-_ ]?me|replace|insert|example|sample|dummy|placeholder|redacted|todo|fixme|^(?:none|null|true|false|undefined|test|token|secret|password|key|n\/a|tbd)$|^(?:fake|test|my|the)[-_]/i;

/** True when a value stands for something that is filled in elsewhere. */
export const isPlaceholder = (value: string): boolean => placeholder.test(value);

/** Bits per character, over the characters of the value itself. */
function entropy(value: string): number {
  const counts = new Map<string, number>();
  for (const c of value) counts.set(c, (counts.get(c) ?? 0) + 1);
  let bits = 0;
  for (const n of counts.values()) bits -= (n / value.length) * Math.log2(n / value.length);
  return bits;
}

/** True for a literal credential: a token that says so itself, or a random-looking value under the name of one. */
export function isLiteralSecret(name: string, value: string): boolean {
  if (hasUrlPassword(value)) return true;
  if (isPlaceholder(value)) return false;
  if (tokenShape.test(value)) return true;
  // Any key will do when its value is as random as only keys are.
  if (!isCredentialName(name)) return /(?:^|[a-z\d_.-])key$/i.test(name) && looksRandom(value.trim());
  const bare = value.replace(/^(?:Bearer|Basic|Token|ApiKey)\s+/i, '').trim();
  if (bare.length < 8 || /\s/.test(bare)) return false;
  if (/^[a-z]+:\/\//i.test(bare)) return /\/[A-Za-z0-9_-]{20,}$/.test(bare);
  if (/^[./~]|^[A-Za-z]:\\/.test(bare)) return false;
  const words = /^[a-z]+(?:[-_ ][a-z]+)*$/i.test(bare);
  return /pass|pwd/i.test(name) ? !words || bare.length >= 12 : !words && entropy(bare) >= 2.8;
}

/** Long, of small letters, capitals and digits, and no path or word. */
const looksRandom = (value: string): boolean =>
  /^[A-Za-z0-9+=_-]{24,200}$/.test(value) &&
  /[a-z]/.test(value) &&
  /[A-Z]/.test(value) &&
  /\d.*\d/.test(value) &&
  entropy(value) >= 3.9;

/** `postgres://user:password@host`, unless host and password are those of everybody's local database. */
function hasUrlPassword(value: string): boolean {
  const parts = /[a-z][a-z0-9+.-]{1,20}:\/\/[^:@/\s]{0,100}:([^@/\s]{3,200})@([^:/?\s]+)/i.exec(value);
  if (parts === null) return false;
  const [, password = '', host = ''] = parts;
  const everybodys = /^(?:postgres|password|pass|root|admin|secret|user|test|guest|mysql|redis)$/i.test(
    password,
  );
  const localHost =
    /^(?:localhost|127\.0\.0\.1|\[::1\]|db|database|postgres|mysql|redis|mongo(?:db)?|host\.docker\.internal)$/i.test(
      host,
    );
  return !isPlaceholder(password) && !(everybodys && localHost) && !/^(?:password|pass)$/i.test(password);
}
