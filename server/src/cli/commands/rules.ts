import type { Command } from '../command.js';
import { UsageError } from '../io.js';

export const rules: Command = {
  name: 'rules',
  usage: 'rules',
  summary: '',
  options: {},
  run: () => Promise.reject(new UsageError('rules is not available yet')),
};
