import { withoutMarkdown } from '../../core/report/plain-text.js';
import { taxonomyTags } from '../../core/report/sarif-rules.js';
import { rules } from '../../core/rules/index.js';
import { closest } from '../../core/text/closest.js';
import type { Command } from '../command.js';
import { exit, UsageError } from '../io.js';

export const explain: Command = {
  name: 'explain',
  usage: 'explain RULE',
  summary: 'Says what a rule finds, why it matters and what to do.',
  options: {},
  async run(args, io) {
    const [id, ...more] = args.positionals;
    if (id === undefined || more.length > 0) throw new UsageError('explain needs the id of one rule');
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule === undefined) {
      const near = closest(
        id,
        rules.map((candidate) => candidate.id),
      );
      throw new UsageError(`unknown rule "${id}"${near === undefined ? '' : `; did you mean "${near}"?`}`);
    }
    const shown = rule.persona === 'regular' ? '' : `, shown to persona ${rule.persona}`;
    const tags = taxonomyTags(rule.taxonomy);
    io.out(
      [
        rule.id,
        `${rule.severity}, ${rule.confidence} confidence${shown}, since ${rule.since}`,
        '',
        rule.summary,
        '',
        'Why it matters',
        withoutMarkdown(rule.why),
        '',
        'What to do',
        withoutMarkdown(rule.remedy),
        ...(tags.length === 0 ? [] : ['', `See: ${tags.join(', ')}`]),
        '',
      ].join('\n'),
    );
    return exit.clean;
  },
};
