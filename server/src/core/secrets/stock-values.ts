/** The passwords that everybody guesses first. People do use them; in documentation they stand for any. */
const weakPasswords: ReadonlySet<string> = new Set(
  (
    'abc123 admin123 adminadmin hunter2 letmein pass123 passw0rd password1 password123 qwerty qwerty123 rootpassword s3cr3t s3cret secret123 ' +
    'supersecret test123 toor 1234 12345 123456 12345678'
  ).split(' '),
);

/** What containers and tutorials write where a password belongs. */
const standIns: ReadonlySet<string> = new Set(
  (
    'anoncvs anonymous admin alice bar baz bob changeit changeme default demo dev docker example foo guest login me mongo my mypass mypassword ' +
    'mysecretpassword mysql name nobody none null oracle p pass passphrase passwd password postgres postgresql pw pwd rabbitmq redis root sa secret ' +
    'secretpassword string test testing testpass testpassword thepassword tiger token user username userpass userpassword value welcome xxx xxxx 123'
  ).split(' '),
);

export const isWeakPassword = (password: string): boolean => weakPasswords.has(password.toLowerCase());

/** A password that documentation, containers and tutorials use everywhere; whoever has it needs no leak. */
export const isStockPassword = (password: string, user = ''): boolean =>
  isWeakPassword(password) ||
  standIns.has(password.toLowerCase()) ||
  password.toLowerCase() === user.toLowerCase() ||
  /^(.)\1*$/.test(password) ||
  /^(?:my|your|the|some|any|a|db|database|user|admin|root|super|strong|secure)?[-_ ]?(?:pass(?:word|wd|phrase|code)?|pwd|secret|token|key|pw)\d{0,3}[!.]?$/i.test(
    password,
  );

/** Hosts that lead nowhere outside the machine, or were set aside for documentation (RFC 2606, RFC 6761). */
export const isReservedHost = (host: string): boolean =>
  /^(?:localhost|127\.|0\.0\.0\.0|\[?::1|host|hostname|server|proxy|domain|somehost|myhost|my-?server|db-?host|ip|address|x+)(?:$|[.:])|(?:^|\.)(?:example|test|invalid|localhost)$|(?:^|\.)example\.(?:com|net|org|edu|io)$|(?:^|\.)(?:domain|mydomain|yourdomain|company|mycompany|yourcompany|host|server|foo|bar|acme)\.(?:com|tld|net|org)$|^(?:foo|bar|a|b|c|d|h)$/i.test(
    host,
  );
