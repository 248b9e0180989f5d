import type { Command } from '../command.js';
import { UsageError } from '../io.js';

export const baseline: Command = {
  name: 'baseline',
  usage: 'baseline',
  summary: '',
  options: {},
  run: () => Promise.reject(new UsageError('baseline is not available yet')),
};
