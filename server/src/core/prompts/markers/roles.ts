import type { Role } from '../../surface/model-use.js';

const names: Readonly<Record<Exclude<Role, 'unknown'>, string>> = {
  system: 'system developer instructions instruction general sys',
  user: 'user human query customer',
  assistant: 'assistant ai model bot gpt chatbot agent completion',
  tool: 'tool function observation ipython environment',
};

const roles: ReadonlyMap<string, Role> = new Map(
  Object.entries(names).flatMap(([role, all]) => all.split(' ').map((name) => [name, role as Role] as const)),
);

/** The role that a format calls by this name; `unknown` for a name that is none, or that is filled in at run time. */
export const roleNamed = (name: string): Role => roles.get(name.trim().toLowerCase()) ?? 'unknown';
