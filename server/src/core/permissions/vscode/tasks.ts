import { at, itemsOf, scalarText, select } from '../../config/path.js';
import { type Check, check } from '../check.js';
import type { Variant } from '../risk.js';
import { shellDangers } from '../shell/dangers.js';

const variant: Variant = { id: 'VS-TRUST', rule: 'agent-config-backdoor' };

/** Tasks that start by themselves when the folder is opened. */
export const taskChecks: readonly Check[] = [
  check([variant], function* (file) {
    for (const { node } of [...select(file.root, 'tasks/[]'), ...select(file.root, 'tasks/tasks/[]')]) {
      const trigger = at(node, 'runOptions', 'runOn');
      if (trigger === undefined || scalarText(trigger) !== 'folderOpen') continue;
      const line = [at(node, 'command'), ...itemsOf(at(node, 'args'))]
        .map((part) => scalarText(part) ?? '')
        .join(' ');
      const [danger] = shellDangers(line);
      yield {
        variant,
        severity: danger === undefined ? 'info' : 'error',
        range: trigger.range,
        message:
          danger === undefined
            ? 'This task starts as soon as the folder is opened and trusted'
            : `This task starts as soon as the folder is opened, and ${danger.does}`,
        remedies: [
          {
            id: 'safe-value',
            title: 'Start it by hand only',
            safety: 'unsafe',
            steps: [{ do: 'replace', at: trigger.range, value: 'default' }],
          },
        ],
      };
    }
  }),
];
