import { type CallSite, callGuard } from '../fixes/call-guard.js';
import type { Draft } from '../fixes/draft.js';
import { textsIn } from '../fixes/expressions.js';
import type { Fix } from '../fixes/fix.js';
import { canAwait } from '../fixes/place.js';
import { fixOf } from '../fixes/remedy.js';
import { readersOf } from '../fixes/result.js';
import type { Node } from '../languages/cursor.js';

/** Moderation by the provider's own service, through the client that is at hand: no new dependency, no new key. */
export const moderation = callGuard((site, draft) => {
  const both = moderate(site, draft, true);
  return both.length > 0 ? both : moderate(site, draft.again(), false);
});

/** Only where the answer can be moderated as well. A stream would have to be held back until its end. */
export const moderationOfBoth = callGuard((site, draft) => moderate(site, draft, true));

function moderate(site: CallSite, draft: Draft, answer: boolean): readonly Fix[] {
  const client = clientOf(site);
  const isAwaited = site.model.awaited || site.source.family === 'script';
  if (client === undefined || (isAwaited && !canAwait(site.source, site.call.node))) return [];
  const { source, model } = site;
  const helper = draft.helper(isAwaited && source.family === 'python' ? 'amoderate' : 'moderate');
  const guard = (node: Node): void =>
    draft.wrap(node, `${isAwaited ? 'await ' : ''}${helper}(${client}, `, ')');
  const guards = (node: Node): void =>
    isAwaited && isOperand(site, node) ? guardInBrackets(node) : guard(node);
  const guardInBrackets = (node: Node): void => draft.wrap(node, `(await ${helper}(${client}, `, '))');

  const texts = model.inputGuards.includes('moderation')
    ? []
    : site.prompts.map((argument) => ({ argument, texts: textsIn(source, argument) }));
  for (const { argument, texts: inner } of texts) {
    // One request to the moderation service for each argument, not one for each text in it.
    if (inner.length === 1) for (const text of inner) guards(text);
    else if (inner.length > 1) guards(argument);
  }
  if (answer) {
    const readers = model.outputGuards.includes('moderation') ? [] : readersOf(source, model, site.call);
    if (readers === undefined) return [];
    for (const reader of readers) {
      if (reader.kind === 'value') guards(reader.node);
      else if (reader.kind === 'promise') {
        draft.insert(source.end(reader.node), `.then((answer) => ${helper}(${client}, answer))`);
      } else return [];
    }
  }
  return fixOf(draft, {
    id: 'moderate',
    title: answer
      ? 'Moderate what goes into the model call and what comes out'
      : 'Moderate what goes into the model call',
    safety: 'unsafe',
    preferred: false,
  });
}

/** Something is read from the value right away, so that an `await` before it would take the wrong thing. */
const isOperand = ({ source }: CallSite, node: Node): boolean => {
  const field = source.field(node);
  return field === 'object' || field === 'value' || field === 'function'
    ? /^(?:member_expression|subscript_expression|attribute|subscript|call|call_expression)$/.test(
        source.kind(source.parent(node)),
      )
    : false;
};

/** The expression for a client of OpenAI's own service, where moderation is. Other services copy the rest of the API only. */
function clientOf({ source, call, model }: CallSite): string | undefined {
  if (
    model.sdk !== 'openai' ||
    /\b(?:Azure|Bedrock)\w*\(|base_url|baseURL|azure_endpoint/.test(source.source)
  )
    return undefined;
  const callee = source.text(call.callee);
  const client = /^([\w$.]+?)\.(?:beta\.)?(?:chat\.completions|responses|completions)\.\w+$/.exec(
    callee,
  )?.[1];
  return client;
}
