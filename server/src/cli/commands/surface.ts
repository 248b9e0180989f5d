import type { Command } from '../command.js';
import { UsageError } from '../io.js';

export const surface: Command = {
  name: 'surface',
  usage: 'surface',
  summary: '',
  options: {},
  run: () => Promise.reject(new UsageError('surface is not available yet')),
};
