import { patternMarker, type RoleMarker } from './marker.js';
import { roleNamed } from './roles.js';

/**
 * A line that holds a role and a colon: `system:`, `# user:`, `assistant[name="x"]:`; or a tag that fills the role in, as loops over a
 * history do. In JSON and quoted YAML the line break is an escape.
 */
export const roleLines = patternMarker(
  /(?<=^|\\n|")[ \t]*(?:#{1,6}[ \t]*)?(?:(system|developer|user|assistant|function|tool)(?:\[[^\]\n]{0,100}\])?|\{\{[^{}\n]{0,100}role[^{}\n]{0,100}\}\})[ \t]*:[ \t]*(?=\r?\n|\\n|$)/im,
  (hit) => roleNamed(hit[1] ?? ''),
);

/**
 * The same for texts of which nothing says that they use it: dialogues among the examples of a prompt look alike. Counts where the text starts
 * with a role or says `system:`.
 */
export const plausibleRoleLines: RoleMarker = (text, span) => {
  const marks = roleLines(text, span);
  const [first] = marks;
  if (first === undefined) return [];
  const atTop = text.slice(span.start, first.range.start).trim() === '';
  return atTop || first.role === 'system' ? marks : [];
};
