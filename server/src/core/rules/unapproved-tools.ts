import type { Severity } from '../finding.js';
import { modelLanguage } from '../fixes/call-models.js';
import type { Capability, Tool } from '../surface/model-use.js';
import type { Hit, RuleContext } from './rule.js';
import { declaredHits, hintHit } from './tool-hints.js';

/** What cannot be taken back whatever the framework, in words for the message. */
const lasting: ReadonlyMap<Capability, string> = new Map([
  ['pay', 'pays'],
  ['mail', 'sends messages'],
  ['delete', 'deletes'],
]);

/** What is worth a question where the framework has a place to ask it. */
const acting: ReadonlyMap<Capability, string> = new Map([
  ['code-exec', 'runs code'],
  ['shell', 'runs commands'],
  ['write', 'writes files'],
]);

/** Frameworks that ask a person when told to, with the row of the inventory that is about it. */
const asking: ReadonlyMap<string, { readonly variant?: string; readonly severity: Severity }> = new Map([
  ['javascript/ai', { variant: 'TS-AI', severity: 'warning' }],
  ['javascript/mastra', { variant: 'TS-MASTRA', severity: 'warning' }],
  ['javascript/openai-agents', { variant: 'TS-OAI', severity: 'warning' }],
  ['javascript/google-adk', { variant: 'PY-ADK', severity: 'info' }],
  ['python/pydantic-ai', { variant: 'PY-PYD', severity: 'info' }],
  ['python/google-adk', { variant: 'PY-ADK', severity: 'info' }],
  ['python/openai-agents', { severity: 'info' }],
  ['python/agent-framework', { severity: 'info' }],
  ['java/spring-ai', { variant: 'JV-SPRING', severity: 'warning' }],
  ['python/semantic-kernel', { variant: 'SK', severity: 'warning' }],
]);

const effectOf = ({ capabilities }: Tool, words: ReadonlyMap<Capability, string>): string | undefined =>
  capabilities.map((capability) => words.get(capability)).find((word) => word !== undefined);

/** Tools that act without asking anybody. */
export function unapprovedTools(context: RuleContext): readonly Hit[] {
  let isFiltered: boolean | undefined;
  return context.surface.tools.flatMap((tool, index): readonly Hit[] => {
    const { approval, approvalOff, body, name, nameLocation, sdk } = tool;
    if (tool.hints !== undefined) return hintHit(tool, tool.hints, isSteered(context, index));
    const declared = sdk === 'mcp' ? declaredHits(tool, context, isSteered(context, index)) : undefined;
    if (declared !== undefined) return declared;
    if (approval !== 'missing') return [];
    const framework = asking.get(`${modelLanguage(tool.language)}/${sdk}`);
    const done = effectOf(tool, lasting);
    // The models of libraries say by themselves which of their tools can ask.
    const effect = done ?? (framework && body && effectOf(tool, acting));
    if (effect === undefined) return [];
    if (sdk === 'semantic-kernel') {
      isFiltered ??= hasInvocationFilter(context);
      if (isFiltered) return [];
    }
    const runs = tool.capabilities.some((one) => one === 'shell' || one === 'code-exec');
    const severity =
      approvalOff !== undefined && runs && framework?.variant === 'TS-OAI' ? 'error' : framework?.severity;
    return [
      {
        location: nameLocation,
        message: `${titleOf(name)} ${effect} without asking anybody`,
        ...(severity === undefined || (done !== undefined && severity === 'info') ? {} : { severity }),
        ...(framework?.variant === undefined ? {} : { variant: framework.variant }),
      },
    ];
  });
}

/** The model decides what the tool runs or which address it calls. */
const isSteered = ({ surface }: RuleContext, index: number): boolean =>
  surface.flows.some(
    ({ label, sink, tool }) =>
      label === 'tool-arg' && tool === index && (sink === 'shell' || sink === 'code-exec'),
  );

/** Agents of LangChain and LangGraph pause before tools when told to; what they are given says whether there is a reason to. */
export function unapprovedAgents({ surface }: RuleContext): readonly Hit[] {
  return surface.agents.flatMap((agent): Hit[] => {
    if (agent.sdk !== 'langchain' || agent.approval !== 'missing' || !isGraph(agent.name)) return [];
    const effects = agent.tools.flatMap((index) => {
      const tool = surface.tools[index];
      return tool === undefined || tool.approval === 'set'
        ? []
        : (effectOf(tool, lasting) ?? effectOf(tool, acting) ?? []);
    });
    const [effect] = effects;
    return effect === undefined
      ? []
      : [
          {
            location: agent.location,
            message: `This agent has a tool that ${effect}, and nobody is asked first`,
            severity: 'info',
            variant: 'PY-LG-HITL',
          },
        ];
  });
}

const isGraph = (name: string): boolean =>
  /(?:^|\.)(?:create_agent|create_react_agent|create_deep_agent|createAgent|createReactAgent|createDeepAgent)$/.test(
    name,
  );

/** Filters of Semantic Kernel stand between the model and every function; `auto_invoke=False` leaves the calls to the program. */
const hasInvocationFilter = ({ project }: RuleContext): boolean =>
  project.paths.some((path) =>
    project.module(path)?.functions.some(({ body }) =>
      body.some(
        (one) =>
          (one.op === 'get' && /FUNCTION_INVOCATION$/.test(one.key ?? '')) ||
          (one.op === 'const' && /^(?:auto_)?function_invocation$/.test(String(one.value))) ||
          (one.op === 'call' &&
            one.args.some(({ name, value }) => {
              const given = body[value];
              return name === 'auto_invoke' && given?.op === 'const' && given.value === false;
            })),
      ),
    ),
  );

/** Handlers are often named by their property (`execute`), which tells nothing. */
const titleOf = (name: string): string =>
  /^(?:|execute|run|call|func|handler|invoke|_run|_call|forward|default|<.*>)$/.test(name)
    ? 'A tool'
    : `Tool ${name}`;
