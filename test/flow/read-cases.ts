import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** One case of a fixture page: the files of a small workspace and the flows that are in it. */
export interface FlowCase {
  readonly page: string;
  readonly title: string;
  readonly files: ReadonlyMap<string, string>;
  /** `label@path:line -> sink@path:line`, sorted. */
  readonly flows: readonly string[];
  /** Lines of other facts, as `describeFacts` gives them; not checked when absent. */
  readonly facts: readonly string[] | undefined;
}

const folder = fileURLToPath(new URL('./cases/', import.meta.url));

/** Reads the pages of `test/flow/cases`: a case per second-level heading, a fenced block per file, `flows` and `facts` blocks. */
export function readCases(): readonly FlowCase[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((page) => casesOf(page, readFileSync(folder + page, 'utf8')));
}

function casesOf(page: string, text: string): FlowCase[] {
  const [, ...sections] = text.split(/^## /m);
  return sections.map((section) => {
    const title = section.slice(0, section.indexOf('\n')).trim();
    const files = new Map<string, string>();
    let flows: readonly string[] = [];
    let facts: readonly string[] | undefined;
    for (const [, info = '', body = ''] of section.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)) {
      const lines = body.split('\n').filter((line) => line.trim() !== '');
      if (info === 'flows') flows = lines.sort();
      else if (info === 'facts') facts = lines.sort();
      else files.set(info.split(' ')[1] ?? defaultPath(info), body);
    }
    return { page, title, files, flows, facts };
  });
}

const defaultPath = (language: string): string => (language === 'python' ? 'app.py' : `app.${language}`);
