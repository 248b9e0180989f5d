import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Folder of real files that tests may be pointed to with `SALLYPORT_CORPUS`: the folder of that kind itself, or the one above it.
 * `undefined` without it.
 */
export function corpusFolder(kind: 'agent-configs' | 'prompts'): string | undefined {
  const given = process.env.SALLYPORT_CORPUS;
  if (given === undefined || given === '') return undefined;
  const below = join(given, kind);
  return existsSync(below)
    ? below
    : existsSync(join(given, 'index.json')) && given.includes(kind)
      ? given
      : undefined;
}
