import type { Flow } from '../surface/flow.js';

/** What a text that reaches a `sql` sink is part of, with its article. */
export const statementOf = ({ sinkLanguage }: Flow): string =>
  sinkLanguage === undefined ? 'an SQL statement' : `a ${sinkLanguage} query`;
