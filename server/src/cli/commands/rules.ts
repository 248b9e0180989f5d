import { severities } from '../../core/finding.js';
import { groupBy } from '../../core/report/report.js';
import { rules as allRules } from '../../core/rules/index.js';
import { type Command, choice } from '../command.js';
import { exit } from '../io.js';

export const rules: Command = {
  name: 'rules',
  usage: 'rules',
  summary: 'Lists every rule.',
  options: { format: { value: 'FORMAT', help: 'text, json (default: text)' } },
  async run(args, io) {
    const format = choice(args, 'format', ['text', 'json'], 'text');
    io.out(format === 'json' ? asJson() : asText());
    return exit.clean;
  },
};

const asJson = (): string =>
  `${JSON.stringify(
    allRules.map(({ id, family, severity, confidence, persona, since, summary, taxonomy }) => ({
      id,
      family,
      severity,
      confidence,
      persona,
      since,
      summary,
      taxonomy,
    })),
    null,
    2,
  )}\n`;

function asText(): string {
  const width = Math.max(0, ...allRules.map(({ id }) => id.length));
  const level = Math.max(...severities.map((severity) => severity.length));
  const lines: string[] = [];
  for (const [family, members] of groupBy(allRules, (rule) => rule.family)) {
    lines.push(family);
    for (const { id, severity, persona, summary } of members) {
      const who = persona === 'regular' ? '' : ` (persona ${persona})`;
      lines.push(`  ${id.padEnd(width)}  ${severity.padEnd(level)}  ${summary}${who}`);
    }
    lines.push('');
  }
  return `${lines.join('\n')}${allRules.length} rules; "sallyport explain RULE" tells more about one.\n`;
}
