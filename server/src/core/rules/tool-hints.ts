import type { Capability, Tool, ToolHints } from '../surface/model-use.js';
import { declaredTools, effectsByName } from './declared-tools.js';
import type { Hit, RuleContext } from './rule.js';

/** What a tool that says it only reads must not do. A command may read: there it counts what the model can make of it. */
const changes: ReadonlyMap<Capability, string> = new Map([
  ['pay', 'pays'],
  ['mail', 'sends messages'],
  ['delete', 'deletes'],
  ['write', 'writes files'],
  ['code-exec', 'runs code'],
  ['shell', 'runs commands'],
  ['send', 'changes something at another service'],
]);

/** What destroys or leaves the house, and what clients ask about unless they are told that it does not. */
const destructive: ReadonlySet<Capability> = new Set([
  'pay',
  'mail',
  'delete',
  'code-exec',
  'shell',
  'write',
]);

type Told = Pick<Tool, 'name' | 'capabilities' | 'nameLocation' | 'approval'>;

/** The tools that the handler of a low-level server carries out, where they are described in the same file. */
export function declaredHits(
  handler: Tool,
  { surface, project }: RuleContext,
  isSteered: boolean,
): readonly Hit[] | undefined {
  const { body, approval } = handler;
  const module = body === undefined ? undefined : project.module(body.path);
  const fn = module?.functions.find(({ bodyRange }) => bodyRange.start === body?.range.start);
  if (module === undefined || fn === undefined) return undefined;
  const declared = declaredTools(module);
  if (declared.length === 0) return undefined;
  const effects = effectsByName(module, fn, surface.effects ?? []);
  return declared.flatMap(({ name, nameRange, hints }) =>
    hintHit(
      {
        name,
        capabilities: effects.get(name) ?? (declared.length === 1 ? handler.capabilities : []),
        nameLocation: { path: module.path, range: nameRange },
        approval,
      },
      hints,
      isSteered,
    ),
  );
}

/** Annotations of a tool of an MCP server: clients decide by them whom to ask. */
export function hintHit(tool: Told, hints: ToolHints, isSteered: boolean): readonly Hit[] {
  const effects = tool.capabilities.filter((one) => changes.has(one));
  const certain = effects.filter((one) => isSteered || (one !== 'shell' && one !== 'send'));
  const effect = changes.get(certain[0] ?? effects[0] ?? 'read');
  if (effect === undefined) return [];
  const { readOnly, destructive: destroys } = hints;
  if (readOnly?.value === true) {
    return certain.length === 0
      ? []
      : [hit(readOnly.location, `Tool ${tool.name} says that it only reads, but it ${effect}`, 'error')];
  }
  if (destroys?.value === false && tool.capabilities.includes('delete')) {
    return [
      hit(destroys.location, `Tool ${tool.name} says that it destroys nothing, but it deletes`, 'warning'),
    ];
  }
  // A tool that asks by itself needs no client to do so.
  const isSaid =
    tool.approval === 'set' || destroys !== undefined || readOnly !== undefined || hints.given === 'unknown';
  return isSaid || !effects.some((one) => destructive.has(one))
    ? []
    : [hit(tool.nameLocation, `Tool ${tool.name} ${effect}, and does not tell clients so`, 'info')];
}

const hit = (location: Hit['location'], message: string, severity: 'error' | 'warning' | 'info'): Hit => ({
  location,
  message,
  severity,
  variant: 'MCP-SRV-ANN',
});
