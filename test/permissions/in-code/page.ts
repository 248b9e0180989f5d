/**
 * A page per row of the inventory of permissions in code. A case is a small program; every line that must be reported for the row ends in a
 * comment `row: severity` (or the line above it is a comment `next: severity`). `Fix: id` below the heading names the preferred fix, `Fix: none`
 * says that none is offered. Cases below "## Silent" report nothing for the row.
 */
export interface Case {
  readonly title: string;
  readonly silent: boolean;
  readonly fix: string | undefined;
  readonly files: Readonly<Record<string, string>>;
}

export function casesOf(markdown: string): readonly Case[] {
  const cases: { title: string; silent: boolean; fix: string | undefined; files: Record<string, string> }[] =
    [];
  let silent = false;
  let block: { readonly path: string; readonly lines: string[] } | undefined;
  for (const line of markdown.split('\n')) {
    const last = cases.at(-1);
    if (block !== undefined) {
      if (line === '```') {
        if (last !== undefined) last.files[block.path] = `${block.lines.join('\n')}\n`;
        block = undefined;
      } else block.lines.push(line);
      continue;
    }
    const heading = /^(##|###) (.+)$/.exec(line);
    if (heading?.[1] === '##') silent = heading[2] === 'Silent';
    if (heading?.[1] === '###') cases.push({ title: heading[2] ?? '', silent, fix: undefined, files: {} });
    const fix = /^Fix: (.+)$/.exec(line);
    if (fix !== null && last !== undefined) last.fix = fix[1];
    const fence = /^```\S+ (\S+)$/.exec(line);
    if (fence !== null) block = { path: fence[1] ?? '', lines: [] };
  }
  return cases;
}

/** Lines that must be reported, as "path:line severity". */
export const expected = ({ files }: Case): readonly string[] =>
  Object.entries(files).flatMap(([path, text]) =>
    text.split('\n').flatMap((line, at) => {
      const marker = /(?:#|\/\/) (row|next): (error|warning|info)$/.exec(line);
      return marker === null ? [] : [`${path}:${at + (marker[1] === 'row' ? 1 : 2)} ${marker[2]}`];
    }),
  );
