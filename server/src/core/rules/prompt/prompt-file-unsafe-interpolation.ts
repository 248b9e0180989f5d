import type { Location, Severity } from '../../finding.js';
import { remedies } from '../../fixes/remedy.js';
import { fencedPlaceholder } from '../../guards/fenced-placeholder.js';
import type { PromptDocument, PromptPlaceholder } from '../../prompts/prompt-document.js';
import type { Flow, Label } from '../../surface/flow.js';
import type { Surface } from '../../surface/surface.js';
import { isMarkedAsData } from '../prompt-flows.js';
import { defineRule, type Hit } from '../rule.js';

export default defineRule({
  id: 'prompt-file-unsafe-interpolation',
  family: 'prompt',
  since: '0.1.0',
  severity: 'info',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM01'],
    owaspLlm2026: ['LLM01'],
    owaspAgentic: ['ASI01'],
    cwe: [1427],
    atlas: ['AML.T0051'],
  },
  summary: 'A prompt file puts a variable that others can write into the system message.',
  why: `What stands in the system message is followed as if you had written it. A variable there lends that trust to whoever fills it: a user, a
document, a web page.`,
  remedy: `Move the placeholder into a user message. If it has to stay, put it between marks of its own, say that what stands there is data, and check
values that have only a few valid forms (a language, a tone) against a list.`,
  detect: ({ surface }) => {
    const filled = filledHits(surface);
    const seen = new Set(filled.map(({ location }) => placeKey(location)));
    return [...filled, ...namedHits(surface).filter(({ location }) => !seen.has(placeKey(location)))];
  },
  fixes: remedies(fencedPlaceholder),
});

const placeKey = ({ path, range }: Location): string => `${path}\0${range.start}\0${range.end}`;

/** How grave it is that data of a label fills a system message. What the local user types harms nobody else. */
const gravity: Partial<Record<Label, Severity>> = {
  request: 'error',
  web: 'warning',
  retrieved: 'warning',
  file: 'info',
  'tool-arg': 'warning',
  'tool-result': 'warning',
  'model-output': 'info',
  cli: 'info',
};

const subjects: Partial<Record<Label, string>> = {
  request: 'Request text',
  web: 'Text from the web',
  retrieved: 'Retrieved text',
  'tool-arg': 'Text that the model chose',
  'tool-result': 'The result of a tool',
  'model-output': 'Text of the model',
  cli: 'Command-line input',
  file: 'Text from a file',
};

/** Placeholders that code was seen to fill, at the place in the prompt file; the code has a finding of its own. */
function filledHits({ flows, prompts }: Surface): Hit[] {
  const placeholders = new Map(
    prompts.flatMap(({ path, placeholders: all }) =>
      all.map((one) => [placeKey({ path, range: one.range }), one] as const),
    ),
  );
  return flows.flatMap((flow): Hit[] => {
    const severity = gravity[flow.label];
    if (flow.sink !== 'prompt-system' || severity === undefined || isMarkedAsData(flow)) return [];
    // Several where the program puts in the name of the file.
    return flow.steps.flatMap(({ location }) => {
      const placeholder = placeholders.get(placeKey(location));
      return placeholder === undefined ? [] : [filledHit(flow, location, placeholder, severity)];
    });
  });
}

const filledHit = (flow: Flow, location: Location, { name }: PromptPlaceholder, severity: Severity): Hit => ({
  location,
  message: `${subjects[flow.label] ?? 'Foreign text'} fills "${name}" in the system message`,
  path: flow.steps,
  severity,
  confidence: flow.confidence,
  ...(flow.label === 'cli' || flow.label === 'file' ? { persona: 'strict' as const } : {}),
  key: flow.label,
  properties: { label: flow.label, placeholder: name },
});

/** Names that say that somebody else writes the value. */
const written =
  /^(?:user|customer|visitor|client|raw|incoming)?[-_]?(?:input|query|question|message|msg|prompt|request|utterance|comment|review|feedback|email|mail|ticket|transcript|issue|post|args|arguments)(?:[-_]?(?:text|body|content))?$/i;

/** Placeholders of system messages of which only the name tells who fills them. */
function namedHits({ prompts }: Surface): Hit[] {
  return prompts.flatMap((document) => document.placeholders.flatMap((one) => namedHit(document, one) ?? []));
}

function namedHit(document: PromptDocument, placeholder: PromptPlaceholder): Hit | undefined {
  const { name, path, role, fenced, executes } = placeholder;
  const last =
    (path ?? name)
      .split(/[.[\]]+/)
      .filter(Boolean)
      .at(-1) ?? name;
  const foreign = written.test(name) || written.test(last.replace(/([a-z])([A-Z])/g, '$1_$2'));
  if (role !== 'system' || fenced || executes || !foreign || interactive.has(document.format))
    return undefined;
  return {
    location: { path: document.path, range: placeholder.range },
    message: `The system message takes in "${name}", which sounds like text from outside`,
    severity: 'info',
    confidence: 'low',
    properties: { placeholder: name },
  };
}

/** Files whose placeholders the developer fills at the keyboard. */
const interactive: ReadonlySet<string> = new Set([
  'copilot-prompt',
  'copilot-instructions',
  'copilot-agent',
  'agent-rules',
  'cursor-rule',
  'skill',
  'agent',
  'command',
  'gemini-command',
]);
