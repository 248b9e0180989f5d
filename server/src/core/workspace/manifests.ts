import { parse } from 'jsonc-parser';
import type { SourceFile } from '../project.js';

export type Ecosystem = 'python' | 'npm';

const MANIFESTS: Record<Ecosystem, readonly string[]> = {
  python: [
    'pyproject.toml',
    'requirements.txt',
    'requirements.in',
    'Pipfile',
    'setup.py',
    'setup.cfg',
    'environment.yml',
  ],
  npm: ['package.json'],
};

/** True for files whose text `dependenciesOf` reads. */
export const isManifest = (path: string): boolean =>
  Object.values(MANIFESTS).some((names) => names.includes(path.slice(path.lastIndexOf('/') + 1)));

/**
 * What the nearest manifests at or above `path` depend on: names as written, versions or "" when none is given.
 * Several Python manifests in one folder add up.
 */
export function dependenciesOf(
  path: string,
  ecosystem: Ecosystem,
  file: (path: string) => SourceFile | undefined,
): ReadonlyMap<string, string> {
  const parts = path.split('/');
  for (let depth = parts.length - 1; depth >= 0; depth--) {
    const folder = parts.slice(0, depth).join('/');
    const manifests = MANIFESTS[ecosystem]
      .map((name) => file(folder === '' ? name : `${folder}/${name}`))
      .filter((manifest) => manifest !== undefined);
    if (manifests.length > 0) {
      return new Map(
        manifests.flatMap((manifest) => [
          ...(ecosystem === 'npm' ? npm(manifest.text) : python(manifest.text)),
        ]),
      );
    }
  }
  return new Map();
}

function npm(text: string): ReadonlyMap<string, string> {
  const manifest: unknown = text.length < MANIFEST_LIMIT ? parse(text) : undefined;
  const out = new Map<string, string>();
  if (!isRecord(manifest)) return out;
  for (const section of ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies']) {
    const entries = manifest[section];
    if (!isRecord(entries)) continue;
    for (const [name, version] of Object.entries(entries))
      out.set(name, typeof version === 'string' ? version : '');
  }
  return out;
}

/** `openai>=1.0`, `"openai[datalib] ~= 1.0",`, `openai = "^1.0"`: one requirement a line or in quotes, in whichever file it stands. */
const REQUIREMENT =
  /(?:^[ \t]*(?:-[ \t]+)?|["'])([A-Za-z][\w.-]{0,80})[ \t]*(?:\[[\w, -]{0,80}\])?[ \t]*(?:=[ \t]*["'{]([^"'\n]{0,60})|([=<>~!]=?[^"'\n;#,]{1,60}))?(?=["';#,\s]|$)/gm;

function python(text: string): ReadonlyMap<string, string> {
  const out = new Map<string, string>();
  for (const [, name, table, specifier] of text.slice(0, MANIFEST_LIMIT).matchAll(REQUIREMENT)) {
    if (name !== undefined) out.set(name.toLowerCase().replace(/_/g, '-'), (table ?? specifier ?? '').trim());
  }
  return out;
}

/** Longer manifests are generated; their start says enough. UTF-16 units. */
const MANIFEST_LIMIT = 1_000_000;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
