import type { Severity } from '../../finding.js';
import type { Project } from '../../project.js';
import { type PromptExposure, promptExposures } from '../../prompts/exposure.js';
import { systemValues } from '../../prompts/system-values.js';
import type { Surface } from '../../surface/surface.js';
import type { TextRange } from '../../text/range.js';
import { defineRule, type Hit } from '../rule.js';

export default defineRule({
  id: 'system-prompt-exposed',
  family: 'secret',
  since: '0.1.0',
  severity: 'warning',
  confidence: 'medium',
  persona: 'regular',
  taxonomy: {
    owaspLlm2025: ['LLM07'],
    owaspLlm2026: ['LLM08'],
    cwe: [200],
    atlas: ['AML.T0056'],
  },
  summary: 'A system prompt is sent to the browser, to a caller or to a log.',
  why: `Who reads the system prompt knows your rules and how to get around them. What the browser sends along as system prompt, its user can also
change.`,
  remedy: `Keep the system prompt on the server and add it there to what comes in. Log an identifier or a hash of it. And write it so that nothing is lost when it
becomes known: it is no place for secrets.`,
  detect: ({ project, surface }) => {
    const texts = systemTexts(surface);
    const exported = exportedPrompts(project, texts);
    return project.paths.flatMap((path) => {
      const module = project.module(path);
      const text = project.file(path)?.text;
      if (module === undefined || text === undefined) return [];
      const system = systemValues(module, texts.get(path) ?? [], (specifier, name) =>
        exported.some((one) => one.name === name && isNamedBy(one.path, specifier)),
      );
      return promptExposures(module, text, system).map((exposure) => hitOf(path, exposure));
    });
  },
});

/** Constants that reach the system message of some call, by the file in which they are written. */
function systemTexts({ modelCalls }: Surface): ReadonlyMap<string, readonly TextRange[]> {
  const texts = new Map<string, TextRange[]>();
  for (const call of modelCalls) {
    for (const { role, location, text } of call.texts) {
      if (role !== 'system' || text.trim().length < SHORTEST) continue;
      texts.set(location.path, [...(texts.get(location.path) ?? []), location.range]);
    }
  }
  return texts;
}

/** Shorter pieces of a prompt are separators and labels. */
const SHORTEST = 12;

interface ExportedPrompt {
  readonly path: string;
  readonly name: string;
}

/** Variables and functions of other files that give such texts. */
function exportedPrompts(
  project: Project,
  texts: ReadonlyMap<string, readonly TextRange[]>,
): readonly ExportedPrompt[] {
  return [...texts].flatMap(([path, ranges]) => {
    const module = project.module(path);
    if (module === undefined) return [];
    const { gives } = systemValues(module, ranges, () => false);
    return module.exports.flatMap((one) =>
      one.kind === 'variable' && gives(one.variable) ? [{ path, name: one.name }] : [],
    );
  });
}

/** `./lib/prompts.js`, `@/lib/prompts`, `app.prompts`, `.prompts`: the end of the path, whatever it is relative to. */
function isNamedBy(path: string, specifier: string): boolean {
  const stem = path.replace(/\.\w+$/, '').replace(/\/(?:index|__init__)$/, '');
  const isScript = /[/@~#]/.test(specifier) || /\.[cm]?[jt]sx?$/.test(path);
  const parts = (
    isScript ? specifier.replace(/\.[cm]?[jt]sx?$/, '').split('/') : specifier.split('.')
  ).filter((part) => /^[\w-]/.test(part));
  const end = parts.join('/');
  return end !== '' && `/${stem}`.endsWith(`/${end}`);
}

const where: Readonly<Record<PromptExposure['to'], string>> = {
  browser: 'is part of the code that the browser loads',
  response: 'is sent back with the answer',
  log: 'is written to the log',
};

const severities: Readonly<Record<PromptExposure['to'], Severity>> = {
  browser: 'warning',
  response: 'warning',
  log: 'info',
};

const hitOf = (path: string, { to, range, name }: PromptExposure): Hit => ({
  location: { path, range },
  message:
    name === '' || /[^\w$]/.test(name)
      ? `The system prompt ${where[to]}`
      : `The system prompt ${name} ${where[to]}`,
  severity: severities[to],
  key: to,
  properties: { exposed: to },
});
