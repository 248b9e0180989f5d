import type { Command } from '../command.js';
import { UsageError } from '../io.js';

export const lsp: Command = {
  name: 'lsp',
  usage: 'lsp',
  summary: '',
  options: {},
  run: () => Promise.reject(new UsageError('lsp is not available yet')),
};
