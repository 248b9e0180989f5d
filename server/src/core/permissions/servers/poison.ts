import { select } from '../../config/path.js';
import { type Check, check } from '../check.js';
import { directivesIn } from '../directives.js';
import type { Variant } from '../risk.js';

const poison: Variant = { id: 'MCP-POISON', rule: 'tool-description-injection', confidence: 'medium' };

/** Tags that set text apart for the model alone. */
const instructionTag = /<\/?(?:IMPORTANT|INSTRUCTIONS?|SYSTEM|HIDDEN|SECRET|ADMIN|CRITICAL)\b[^>]{0,40}>/i;

/** Orders in descriptions of servers, tools and parameters. */
export const poisonChecks: readonly Check[] = [
  check([poison], function* (file) {
    if (!file.text.includes('description')) return;
    for (const { node } of select(file.root, '**/description')) {
      if (node.kind !== 'string') continue;
      const [directive] = directivesIn(node.value);
      const tag =
        instructionTag.test(node.value) &&
        /\b(?:must|always|never|before|first|do not|read|send|call)\b/i.test(node.value);
      if (directive === undefined && !tag) continue;
      yield {
        variant: poison,
        severity: 'error',
        range: node.range,
        message:
          directive === undefined
            ? 'This description holds instructions for the model that people are not meant to read'
            : `This description ${directive.does.replace(/^tell /, 'tells ')}`,
        remedies: [],
      };
    }
  }),
];
