import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Module } from '../../server/src/core/ir/module.js';
import { dumpIr } from './dump-ir.js';

/**
 * A page of lowering cases is Markdown: under a `##` heading a block of code, then a block `ir` with what it becomes (`ir sources` also shows the
 * text that each instruction stands for). The code block says its language, for languages with several grammars. `UPDATE_IR=1 npx vitest run test/languages` writes the `ir` blocks anew.
 */
const caseBlocks =
  /^(## .+)$(?:(?!^## )[\s\S])*?^```(\w+)\n([\s\S]*?)^```\n\n^```ir( sources)?\n([\s\S]*?)^```$/gm;

/** Checks every page of a folder. */
export function checkIrPages(folder: URL, lower: (code: string, language: string) => Module): void {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.md'))) {
    const url = new URL(name, folder);
    const page = readFileSync(url, 'utf8');
    const dump = (language: string, code: string, sources: string | undefined): string =>
      `${dumpIr(lower(code, language), { details: true, ...(sources !== undefined && { text: code }) })}\n`;
    describe(name, () => {
      if (process.env.UPDATE_IR !== undefined) {
        test('is written anew', () => {
          const updated = page.replace(
            caseBlocks,
            (whole, _heading, language: string, code: string, sources: string | undefined, old: string) =>
              `${whole.slice(0, whole.length - old.length - 3)}${dump(language, code, sources)}\`\`\``,
          );
          writeFileSync(url, updated);
        });
        return;
      }
      const cases = [...page.matchAll(caseBlocks)];
      test('has an outcome for every case', () => {
        expect(cases.length).toBe(page.match(/^## /gm)?.length);
      });
      for (const [, heading = '', language = '', code = '', sources, expected = ''] of cases) {
        test(heading.slice(3), () => {
          expect(dump(language, code, sources)).toBe(expected);
        });
      }
    });
  }
}
