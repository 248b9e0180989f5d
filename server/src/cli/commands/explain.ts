import type { Command } from '../command.js';
import { UsageError } from '../io.js';

export const explain: Command = {
  name: 'explain',
  usage: 'explain',
  summary: '',
  options: {},
  run: () => Promise.reject(new UsageError('explain is not available yet')),
};
