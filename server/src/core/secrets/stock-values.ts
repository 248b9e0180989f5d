/** Passwords that documentation, containers and tutorials use everywhere; whoever has them needs no leak. */
const stockPasswords: ReadonlySet<string> = new Set(
  (
    'abc123 anoncvs anonymous admin admin123 adminadmin alice bar baz bob changeit changeme default demo dev docker example foo guest hunter2 letmein login me mongo my ' +
    'mypass mypassword mysecretpassword mysql name nobody none null oracle p pass pass123 passphrase passw0rd passwd password password1 password123 ' +
    'postgres postgresql pw pwd qwerty rabbitmq redis root rootpassword s3cr3t s3cret sa secret secret123 secretpassword string supersecret test test123 ' +
    'testing testpass testpassword thepassword token toor user username userpass userpassword value welcome xxx xxxx 123 1234 12345 123456 12345678'
  ).split(' '),
);

export const isStockPassword = (password: string, user = ''): boolean =>
  stockPasswords.has(password.toLowerCase()) ||
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
