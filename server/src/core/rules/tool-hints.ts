import type { Capability, Tool, ToolHints } from '../surface/model-use.js';
import type { Hit } from './rule.js';

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

/** Annotations of a tool of an MCP server: clients decide by them whom to ask. */
export function hintHit(tool: Tool, hints: ToolHints, isSteered: boolean): readonly Hit[] {
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
