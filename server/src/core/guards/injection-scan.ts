import { flowRemedy } from '../fixes/flow-remedy.js';
import { placeBefore } from '../fixes/place.js';
import { fixOf } from '../fixes/remedy.js';
import type { Source } from '../fixes/source.js';
import { taintedParts } from '../fixes/tainted.js';
import type { Node } from '../languages/cursor.js';

/** LLM Guard looks for injections, where the project has it already. */
export const injectionScan = flowRemedy(({ flow, source, draft: start }) => {
  const scans =
    source.family === 'python' && source.project.dependencies(source.path, 'python').has('llm-guard');
  const [part, ...more] = scans ? taintedParts(source, flow) : [];
  if (part === undefined || more.length > 0 || !canStandBefore(source, part)) return [];
  const draft = start();
  const scan = draft.import({ module: 'llm_guard', name: 'scan_prompt' });
  const scanner = draft.import({ module: 'llm_guard.input_scanners', name: 'PromptInjection' });
  const safe = source.freshName('checked');
  const valid = source.freshName('valid');
  const { quote } = source.style;
  draft.statementBefore(part, `${safe}, ${valid}, _ = ${scan}([${scanner}()], ${source.text(part)})`);
  draft.statementBefore(
    part,
    `if not all(${valid}.values()): raise ValueError(${quote}the text looks like an injection${quote})`,
  );
  draft.replace(source.range(part), safe);
  return fixOf(draft, {
    id: 'scan-prompt',
    title: 'Scan the text for injections first (LLM Guard)',
    safety: 'unsafe',
    preferred: false,
  });
});

/** The expression means the same right before its statement: it uses nothing that only exists within. */
function canStandBefore(source: Source, part: Node): boolean {
  const place = placeBefore(source, part);
  if (place.kind !== 'statement') return false;
  for (const ancestor of source.ancestors(part)) {
    if (ancestor === place.statement) return true;
    if (/comprehension|generator|lambda|conditional_expression|boolean_operator/.test(source.kind(ancestor)))
      return false;
  }
  return true;
}
