import type { Role } from '../../surface/model-use.js';
import { patternMarker, type RoleMarker } from './marker.js';
import { roleNamed } from './roles.js';

const closing = (hit: RegExpExecArray, role: () => Role): Role | undefined =>
  /^(?:<\/|\{\{~?\/)/.test(hit[0]) ? undefined : role();

/** `<message role="system">…</message>`, as Semantic Kernel and Guardrails write it; quotes may be escaped in JSON. */
export const messageTags = patternMarker(
  /<\/?message\b(?:[^<>]{0,200}?\brole\s*=\s*\\?["']([^"'\\<>]{0,60})\\?["'])?[^<>]{0,200}>/i,
  (hit) => closing(hit, () => roleNamed(hit[1] ?? '')),
);

/** `{{#message role="system"}}…{{/message}}` of Semantic Kernel's Handlebars, `{{#system}}…{{/system}}` of Guidance. */
export const blockTags = patternMarker(
  /\{\{~?[#/](?:message\b(?:[^{}]{0,200}?\brole\s*=\s*\\?["']?(\w{1,30}))?|(system|user|assistant))[^{}]{0,100}\}\}/,
  (hit) => closing(hit, () => roleNamed(hit[1] ?? hit[2] ?? '')),
);

/** `{{role "system"}}` of dotprompt; after `{{history}}` the model speaks. */
export const roleHelper = patternMarker(/\{\{~?\s*(?:role\s+([^{}\s]{1,60})|(history))\s*~?\}\}/, (hit) =>
  hit[2] === undefined ? roleNamed((hit[1] ?? '').replace(/["']/g, '')) : 'assistant',
);

/** `{{ _.role("user") }}` of BAML, also `_.chat`. */
export const bamlRole = patternMarker(/\{\{-?\s*_\.(?:role|chat)\((.{0,200}?)\)\s*-?\}\}/, (hit) =>
  roleNamed(/^\s*(?:role\s*=\s*)?["'](\w{1,30})["']\s*(?:,|$)/.exec(hit[1] ?? '')?.[1] ?? ''),
);

/** Elements named after roles: `<system>…</system>`. */
export const roleElements: RoleMarker = patternMarker(
  /<\/?(system|system[_-]?prompt|system[_-]?message|user|human|assistant)>/i,
  (hit) => closing(hit, () => roleNamed((hit[1] ?? '').replace(/[_-]?(?:prompt|message)$/i, ''))),
);

/** What stands in front of a message, and behind it, in the chat formats that models were trained on. */
export const specialTokens = patternMarker(
  /<\|im_start\|>(\w{1,20})|<\|start_header_id\|>(\w{1,20})<\|end_header_id\|>|<start_of_turn>(\w{1,20})|<\|(system|user|assistant)\|>|(<<SYS>>)|(\[INST\])|(\[\/INST\])|<\|im_end\|>|<\|eot_id\|>|<end_of_turn>|<\|end\|>|<<\/SYS>>/i,
  (hit) => {
    if (hit[5] !== undefined) return 'system';
    if (hit[6] !== undefined || /^<<\/SYS/i.test(hit[0])) return 'user';
    if (hit[7] !== undefined) return 'assistant';
    const name = hit[1] ?? hit[2] ?? hit[3] ?? hit[4];
    return name === undefined ? undefined : roleNamed(name);
  },
);
