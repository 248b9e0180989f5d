/** A file of a case, before the fix or after it. */
export interface PageFile {
  readonly path: string;
  readonly text: string;
  readonly fixed: boolean;
}

/**
 * A case of a page. Its first line says what is asked for: "`redact-pii` for `llm-call-unguarded`", "no `redact-pii` for ...", or
 * "`limit-time` on `chat.completions.create`" for an action on a model call. Code blocks are files; those marked `fixed` show
 * how a file looks after the fix.
 */
export interface PageCase {
  readonly title: string;
  readonly fix: string;
  readonly offered: boolean;
  readonly rule: string | undefined;
  readonly call: string | undefined;
  readonly files: readonly PageFile[];
}

export function readPage(markdown: string): readonly PageCase[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const title = section.slice(0, section.indexOf('\n'));
      const request = /^(no )?`([\w-]+)` (?:for `([\w-]+)`|on `([\w.]+)`)$/m.exec(section);
      if (request === null) throw new Error(`"${title}" does not say which fix it is about`);
      const [, no, fix = '', rule, call] = request;
      const files = [...section.matchAll(/^(`{3,})\w+ (\S+?)( fixed)?\n([\s\S]*?)^\1$/gm)].map(
        ([, , path = '', fixed, text = '']) => ({ path, text, fixed: fixed !== undefined }),
      );
      return { title, fix, offered: no === undefined, rule, call, files };
    });
}

const languages: Readonly<Record<string, string>> = {
  py: 'python',
  ts: 'ts',
  tsx: 'tsx',
  js: 'js',
  mjs: 'js',
};

/** The page with the blocks of one case's fixed files rewritten: how a page is brought up to date. */
export function withFixed(markdown: string, title: string, fixed: Readonly<Record<string, string>>): string {
  const start = markdown.indexOf(`## ${title}\n`);
  const next = markdown.indexOf('\n## ', start + 1);
  const section = markdown.slice(start, next === -1 ? undefined : next + 1);
  const kept = section.replace(/^(`{3,})\w+ \S+ fixed\n[\s\S]*?^\1\n*/gm, '').trimEnd();
  const blocks = Object.entries(fixed).map(([path, text]) => {
    const language = languages[/\.(\w+)$/.exec(path)?.[1] ?? ''] ?? 'text';
    return `\`\`\`${language} ${path} fixed\n${text}\`\`\``;
  });
  return `${markdown.slice(0, start)}${[kept, ...blocks].join('\n\n')}\n${next === -1 ? '' : markdown.slice(next)}`;
}
