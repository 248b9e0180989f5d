import { inventoryText, surfaceInventory } from '../../core/report/inventory.js';
import { type Command, choice } from '../command.js';
import { exit } from '../io.js';
import { openWorkspace, workspaceOptions } from '../workspace.js';

export const surface: Command = {
  name: 'surface',
  usage: 'surface [PATH...]',
  summary: 'Lists what the code does with models: calls, agents, tools, prompts, permissions.',
  options: { format: { value: 'FORMAT', help: 'text, json (default: text)' }, ...workspaceOptions },
  async run(args, io) {
    const format = choice(args, 'format', ['text', 'json'], 'text');
    const workspace = await openWorkspace(args, io);
    const { project, surface } = workspace.analysis;
    const inventory = surfaceInventory(project, surface);
    io.out(format === 'json' ? `${JSON.stringify(inventory, null, 2)}\n` : inventoryText(inventory));
    return workspace.missing.length > 0 ? exit.trouble : exit.clean;
  },
};
