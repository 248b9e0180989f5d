import type { Check } from '../check.js';
import { checkServers } from './check-server.js';

const rule = 'mcp-auto-enable';

/** Names of tools that do more than look: `delete_file`, `executeQuery`, `git-push`. */
const acts =
  /(?:^|[_\-./: ])(?:exec|execute|run|shell|bash|command|terminal|eval|write|edit|create|update|patch|put|set|delete|remove|drop|destroy|kill|push|merge|publish|deploy|send|post|upload|install|apply|move|rename|transfer|pay|commit|refund|charge|buy|purchase|checkout|cancel|wipe|purge|reset|truncate|clear|insert|upsert|append|add|modify|replace|trigger|invoke|call|restart|stop|approve|grant|revoke|invite|share|reply|tweet|email|evaluate|script|install|uninstall|import|restore|rollback|merge|close|scale|start|pause|mutate|place|payment|toggle|enable|disable|rotate|terminate|reboot|trash|archive|subscribe|unsubscribe)(?:$|[_\-./: A-Z])/;

/** `get_pull_request`, `list_runs`: the first word says what a tool does, unless there is another verb behind an "and". */
const looks =
  /^(?:get|list|read|search|find|describe|show|view|count|check|lookup|fetch|is|has|browse|inspect|explain)[_\-. ](?!.*[_\-. ](?:and|or|then)[_\-. ])/;

export function actsOnThings(tool: string): boolean {
  const name = tool.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();
  return acts.test(name) && !looks.test(name);
}

export const approvalChecks: readonly Check[] = [
  checkServers({ id: 'MCP-AUTO', rule }, function* ({ name, approved }) {
    const all = approved.find((word) => /^\*+$|^all$/i.test(word.text.trim()));
    const acting = approved.filter((word) => actsOnThings(word.text));
    const first = all ?? acting[0];
    if (first === undefined) return;
    yield {
      severity: all === undefined ? 'warning' : 'error',
      range: first.range,
      message:
        all === undefined
          ? `${acting
              .map((word) => word.text)
              .slice(0, 3)
              .join(', ')} of ${name} ${acting.length === 1 ? 'changes' : 'change'} things without asking`
          : `Every tool of ${name} runs without asking, also future ones`,
      remedies: [
        {
          id: 'ask-first',
          title: 'Ask before these tools run',
          safety: 'unsafe',
          steps: [{ do: 'remove', at: (all === undefined ? acting : [all]).map((word) => word.range) }],
        },
      ],
    };
  }),
  checkServers({ id: 'MCP-TRUST', rule }, function* ({ name, trusted }) {
    if (trusted === undefined) return;
    yield {
      severity: 'error',
      range: trusted.range,
      message: `Every tool of ${name} runs without asking, also future ones`,
      remedies: [
        {
          id: 'safe-value',
          title: 'Ask before its tools run',
          safety: 'unsafe',
          steps: [{ do: 'replace', at: trusted.range, value: false }],
        },
      ],
    };
  }),
];
