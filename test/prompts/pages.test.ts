import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPrompt } from '../../server/src/core/prompts/read.js';
import { dumpPrompt } from '../support/dump-prompt.js';

const folder = join(import.meta.dirname, 'formats');

interface Case {
  readonly name: string;
  readonly path: string;
  readonly text: string;
  readonly expected: string;
}

/** `## sentence`, then the file between tildes with its path, then what is read in a block of its own. */
function casesOf(page: string): readonly Case[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const name = section.slice(0, section.indexOf('\n')).trim();
      const file = /^~~~~ (.+)\n([\s\S]*?)\n?^~~~~$/m.exec(section);
      const read = /^```read\n([\s\S]*?)\n?^```$/m.exec(
        section.slice((file?.index ?? 0) + (file?.[0].length ?? 0)),
      );
      if (file === null || read === null) throw new Error(`incomplete case: ${name}`);
      return { name, path: file[1] ?? '', text: file[2] ?? '', expected: read[1] ?? '' };
    });
}

function check({ path, text, expected }: Case): void {
  const document = readPrompt(path, text);
  expect(document === undefined ? 'nothing' : dumpPrompt(document, text, 100)).toBe(expected);
}

for (const page of readdirSync(folder).sort()) {
  describe(page.replace(/\.md$/, ''), () => {
    for (const one of casesOf(readFileSync(join(folder, page), 'utf8'))) {
      test(one.name, () => check(one));
    }
  });
}
