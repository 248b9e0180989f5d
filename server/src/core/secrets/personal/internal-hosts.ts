/** Names and addresses that only resolve inside a company: RFC 1918 addresses in URLs, private top-level domains, cluster services. */
export const internalHost =
  /(?<![\w.@-])(?:[a-z][a-z0-9+.-]{1,12}:\/\/(?:[^\s/@"'<>]{1,80}@)?)?((?:[a-z0-9][a-z0-9-]{0,40}\.){1,5}(?:internal|corp|intranet|lan|local|private|svc\.cluster\.local)|(?<=\/\/(?:[^\s/@"'<>]{1,80}@)?)(?:10\.\d{1,3}\.\d{1,3}\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])\.\d{1,3}\.\d{1,3}|192\.168\.\d{1,3}\.\d{1,3}))(?=[:/\s"'`),;]|\.?(?:\s|$)|$)/dgi;

/** Names that every installation has, and addresses that every tutorial uses. */
export const commonInternalHost =
  /^(?:host\.docker|gateway\.docker|kubernetes\.docker|metadata\.google|instance-data\.ec2)\.internal$|(?:^|\.)(?:example|foo|bar|my|your|test|some)\w{0,8}\.\w+$|^(?:settings|config|appsettings|env|application|docker-compose|\w+\.(?:settings|config|test|spec))\.local$|^(?:10\.0\.0|192\.168\.[01]|172\.1[67]\.0)\./i;
