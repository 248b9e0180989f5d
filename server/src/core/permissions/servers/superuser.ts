import type { Check } from '../check.js';
import { hostKind } from '../hosts.js';
import { checkServers } from './check-server.js';
import type { McpServer, Word } from './server.js';

/** Accounts that may do everything, as the databases call them. */
const superuser =
  /^(?:postgres|root|sa|sys|system|admin|administrator|rdsadmin|cloudsqlsuperuser|dba|default_admin|elastic|neo4j)$/i;

const scheme =
  /\b(?:postgres(?:ql)?|mysql|mariadb|mssql|sqlserver|oracle|mongodb(?:\+srv)?|clickhouse|cockroachdb|redshift|neo4j|bolt|elasticsearch)(?:\+[a-z]{1,20})?:\/\/([^:@/\s]{1,60})(?::[^@\s]{0,200})?@([^:/?\s]{1,200})/i;

/** `Server=db;User Id=sa;Password=…`, `host=db user=postgres`, `root:…@tcp(db:3306)/shop`. */
const account = /(?:^|[;\s])(?:user(?:\s?id|name)?|uid)\s?=\s?['"]?([A-Za-z_]{1,40})['"]?(?:[;\s]|$)/i;
const serverOf = /(?:^|[;\s])(?:host|server|data source|address)\s?=\s?(?:tcp:)?['"]?([\w.-]{1,200})/i;
const goAddress = /^([A-Za-z_]{1,40})(?::[^@\s]{0,200})?@tcp\(([\w.-]{1,200})/;

const userVariable =
  /^(?:PG|POSTGRES(?:QL)?_?|MYSQL_?|MARIADB_?|MSSQL_?|SQL_?(?:SERVER_?)?|ORACLE_?|MONGO(?:DB)?_?|NEO4J_?|CLICKHOUSE_?|ELASTIC(?:SEARCH)?_?|DB_?|DATABASE_?)(?:DB_)?USER(?:NAME)?$/i;
const hostVariable = /(?:PG|_|^)(?:HOST(?:NAME)?|SERVER)$/i;
const userOption = /^--(?:db-?|database-?)?user(?:name)?(?:=(.+))?$/i;

/** A word by which a server says that it only reads. */
const readsOnly = /^--?(?:read-?only|access-mode=(?:restricted|readonly))$|^(?:\w*_)?READ_?ONLY=(?:1|true)$/i;

interface Login {
  readonly user: string;
  /** Absent where it is not written beside it. */
  readonly host?: string;
}

function loginIn(text: string): Login | undefined {
  const url = scheme.exec(text);
  if (url !== null) return { user: url[1] ?? '', host: url[2] ?? '' };
  const go = goAddress.exec(text);
  if (go !== null) return { user: go[1] ?? '', host: go[2] ?? '' };
  const user = account.exec(text)?.[1];
  const host = serverOf.exec(text)?.[1];
  return user === undefined || host === undefined ? undefined : { user, host };
}

/** Where a server logs in, in its arguments and variables. */
function* loginsOf({ command, env }: McpServer): Generator<Login & { readonly word: Word }> {
  const host = env.find(({ name }) => hostVariable.test(name))?.text;
  for (const [i, word] of command.entries()) {
    const login = loginIn(word.text.replace(/^--?[A-Za-z][\w-]*=/, ''));
    if (login !== undefined) yield { ...login, word };
    const option = userOption.exec(word.text);
    const user = option?.[1] ?? (option === null ? undefined : command[i + 1]?.text);
    const ofDatabase = command.some(({ text }) =>
      /postgres|mysql|mariadb|mssql|sql-?server|mongo|oracle|neo4j/i.test(text),
    );
    if (user !== undefined && ofDatabase) yield { user, word };
  }
  for (const variable of env) {
    const login = loginIn(variable.text);
    if (login !== undefined) yield { ...login, word: variable };
    else if (userVariable.test(variable.name))
      yield { user: variable.text, word: variable, ...(host === undefined ? {} : { host }) };
  }
}

/** A database on this machine is mostly a toy, and its owner is everybody's. */
const isLocal = (host: string): boolean =>
  hostKind(host) === 'loopback' ||
  /^(?:db|database|postgres|mysql|mariadb|mongo|mongodb|sqlserver|mssql)$/i.test(host);

/** Servers that log in to a database as its owner, whatever their tools promise. */
export const superuserCheck: Check = checkServers(
  { id: 'MCP-RISKY', rule: 'excessive-tool-grant' },
  function* (server) {
    const { command, env, name } = server;
    if (command.some(({ text }) => readsOnly.test(text))) return;
    if (env.some((variable) => readsOnly.test(`${variable.name}=${variable.text}`))) return;
    for (const { user, host, word } of loginsOf(server)) {
      if (!superuser.test(user) || (host !== undefined && isLocal(host))) continue;
      yield {
        severity: host === undefined ? 'info' : 'warning',
        range: word.range,
        message: `${name} logs in to the database as ${user}, who may change and delete everything; a role that only reads is enough for questions`,
      };
      return;
    }
  },
);
