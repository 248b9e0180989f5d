import { type CallSite, callGuard } from '../fixes/call-guard.js';
import type { Draft } from '../fixes/draft.js';
import { textsIn } from '../fixes/expressions.js';
import type { Fix } from '../fixes/fix.js';
import { functionAround, placeBefore } from '../fixes/place.js';
import { fixOf } from '../fixes/remedy.js';
import { type Reader, readersOf } from '../fixes/result.js';
import type { Source } from '../fixes/source.js';
import type { Node } from '../languages/cursor.js';
import { takesMiddleware } from './ai-middleware.js';

/**
 * Personal data leaves as placeholders and comes back in the answer. The answer is restored only if every place that reads it is
 * known; otherwise it keeps the placeholders, and the title says so.
 */
export const piiVault = callGuard((site, draft) => {
  const { source, call, model } = site;
  if (model.sdk === 'ai' && takesMiddleware(source, call)) return [];
  const texts = site.prompts.flatMap((argument) => textsIn(source, argument));
  if (texts.length === 0 || model.inputGuards.includes('pii-redaction')) return [];
  if (texts.some((text) => isRedacted(source, text))) return [];
  const readers = readersOf(source, model, call);
  const fix = readers === undefined ? [] : redactAndRestore(site, draft, texts, readers);
  return fix.length > 0 ? fix : redactOnly(draft.again(), texts);
});

const isRedacted = (source: Source, text: Node): boolean =>
  /\.redact\s*\($/.test(source.source.slice(0, source.start(text)).slice(-20)) ||
  /\.redact\(/.test(source.text(text));

function redactAndRestore(
  { source, call }: CallSite,
  draft: Draft,
  texts: readonly Node[],
  readers: readonly Reader[],
): readonly Fix[] {
  // A vault at module level would be shared by everybody whose data passes.
  const sameFunction = functionAround(source, call.node);
  if (sameFunction !== undefined && placeBefore(source, call.node).kind === 'none') return [];
  const known = vaultInScope(source, call.node);
  const vault = known ?? source.freshName('pii');
  if (known === undefined && !draft.statementBefore(call.node, declare(draft, vault))) return [];
  for (const text of texts) draft.wrap(text, `${vault}.redact(`, ')');
  for (const reader of readers) restore(draft, vault, reader);
  return fixOf(draft, {
    id: 'redact-pii',
    title: 'Redact personal data, and restore it in the answer',
    safety: 'unsafe',
    preferred: true,
  });
}

function redactOnly(draft: Draft, texts: readonly Node[]): readonly Fix[] {
  const vault = create(draft);
  for (const text of texts) draft.wrap(text, `${vault}.redact(`, ')');
  return fixOf(draft, {
    id: 'redact-pii',
    title: 'Redact personal data (placeholders stay in the answer)',
    safety: 'unsafe',
    preferred: false,
  });
}

function create(draft: Draft): string {
  const { source } = draft;
  const name = draft.helper('PiiVault');
  if (source.family === 'script') return `new ${name}()`;
  if (!source.project.dependencies(source.path, 'python').has('presidio-analyzer')) return `${name}()`;
  // Presidio is here already: it finds names and addresses, too. The engine is slow to make, so there is one for all.
  const engine = draft.import({ module: 'presidio_analyzer', name: 'AnalyzerEngine' });
  return `${name}(${draft.constant('analyzer', `${engine}()`)})`;
}

const declare = (draft: Draft, vault: string): string =>
  draft.source.family === 'python' ? `${vault} = ${create(draft)}` : `const ${vault} = ${create(draft)}`;

function restore(draft: Draft, vault: string, { node, kind, isAsync }: Reader): void {
  const { family } = draft.source;
  if (kind === 'promise') {
    draft.insert(draft.source.end(node), `.then((answer) => ${vault}.restore(answer))`);
    return;
  }
  const method =
    kind === 'value'
      ? 'restore'
      : family === 'script'
        ? kind === 'text'
          ? 'restoreText'
          : 'restoreChunks'
        : `${isAsync ? 'a' : ''}${kind === 'text' ? 'restore_text' : 'restore_chunks'}`;
  draft.wrap(node, `${vault}.${method}(`, ')');
}

/** A vault that the same function made before, on every way to `node`. */
function vaultInScope(source: Source, node: Node): string | undefined {
  const fn = functionAround(source, node);
  for (const ancestor of source.ancestors(node)) {
    if (ancestor === fn) return undefined;
    for (const statement of source.named(ancestor)) {
      if (source.start(statement) >= source.start(node)) break;
      const made = /^(?:const |let )?(\w+)\s*=\s*(?:new )?PiiVault\(/.exec(source.text(statement));
      if (made?.[1] !== undefined) return made[1];
    }
  }
  return undefined;
}
