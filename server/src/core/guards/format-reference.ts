import { environmentFiles } from '../fixes/environment-files.js';
import type { Fix } from '../fixes/fix.js';
import type { Remedy } from '../fixes/remedy.js';
import { Source } from '../fixes/source.js';
import { range, type TextRange } from '../text/range.js';

/** How files of one format refer to a value that is kept elsewhere. */
interface Reference {
  /** Tested on the path with a `/` in front. */
  readonly files: RegExp;
  write(variable: string): string;
  /** The reference stands without quotes, or only within them; as it is, by default. */
  readonly quotes?: 'never' | 'always';
  /** It stands for the whole value: text around a secret cannot stay. */
  readonly whole?: true;
  /** Where the value comes from, for the title. */
  readonly from: 'environment' | 'CI secrets';
}

/**
 * Prompty: microsoft/prompty docs, "environment variables"; BAML: docs.boundaryml.com, environment-variables; promptfoo: promptfoo.dev/docs/configuration;
 * LiteLLM: docs.litellm.ai/docs/proxy/configs; n8n: docs.n8n.io/code/builtin/overview; Continue: docs.continue.dev/reference (secrets); GitHub, GitLab and Azure: their CI
 * documentation; Compose: docs.docker.com/compose, variable interpolation; dev containers: containers.dev/implementors/json_reference.
 */
const references: readonly Reference[] = [
  { files: /\.prompty$/i, write: (variable) => `\${env:${variable}}`, from: 'environment' },
  {
    files: /\.baml$/i,
    write: (variable) => `env.${variable}`,
    quotes: 'never',
    whole: true,
    from: 'environment',
  },
  {
    files: /\/promptfoo[^/]*\.ya?ml$/i,
    write: (variable) => `{{env.${variable}}}`,
    quotes: 'always',
    from: 'environment',
  },
  {
    files: /\/(?:litellm[^/]*|proxy_config|proxy_server_config)\.ya?ml$/i,
    write: (variable) => `os.environ/${variable}`,
    whole: true,
    from: 'environment',
  },
  {
    files: /\/\.continue\/[^/]+\.ya?ml$/i,
    write: (variable) => `\${{ secrets.${variable} }}`,
    from: 'environment',
  },
  {
    files: /\/\.github\/(?:workflows|actions)\/.*\.ya?ml$/i,
    write: (variable) => `\${{ secrets.${variable} }}`,
    from: 'CI secrets',
  },
  { files: /\/\.gitlab-ci\.ya?ml$/i, write: (variable) => `$${variable}`, from: 'CI secrets' },
  { files: /\/azure-pipelines[^/]*\.ya?ml$/i, write: (variable) => `$(${variable})`, from: 'CI secrets' },
  {
    files: /\/(?:docker-)?compose[^/]*\.ya?ml$/i,
    write: (variable) => `\${${variable}}`,
    from: 'environment',
  },
  {
    files: /\/\.?devcontainer(?:\/[^/]+)*\.json$/i,
    write: (variable) => `\${localEnv:${variable}}`,
    from: 'environment',
  },
];

/** Puts the format's own reference in the place of a secret; the value is written nowhere. */
export const formatReference: Remedy = {
  offer: (hit, { project }) => {
    const { path, range: secret } = hit.location;
    const text = project.file(path)?.text;
    const reference = references.find(({ files }) => files.test(`/${path}`));
    if (text === undefined || reference === undefined || Source.open(project, path) !== undefined) return [];
    const variable = hit.properties?.variable ?? variableAt(text, secret);
    const edit = editFor(text, secret, reference, variable);
    if (edit === undefined) return [];
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    const isLocal = reference.from === 'environment';
    const fix: Fix = {
      id: 'format-reference',
      title: `Read ${variable} from the ${reference.from}`.slice(0, 70),
      safety: 'safe',
      preferred: true,
      changes: [
        { path, edits: [edit] },
        ...(isLocal ? environmentFiles(project, path, variable, newline) : []),
      ],
    };
    return [fix];
  },
};

/** Runtimes of dotprompt files have no references: without the entry, their plugins read the key from the environment. */
export const omittedKey: Remedy = {
  offer: (hit, { project }) => {
    const { path, range: secret } = hit.location;
    const text = project.file(path)?.text;
    const variable = hit.properties?.variable;
    if (text === undefined || variable === undefined || !/\.prompt$/i.test(path)) return [];
    const start = text.lastIndexOf('\n', secret.start - 1) + 1;
    const next = text.indexOf('\n', secret.end);
    const end = next === -1 ? text.length : next + 1;
    const around = `${text.slice(start, secret.start)}\0${text.slice(secret.end, end)}`;
    if (!/^[ \t]+["']?api[_-]?key["']?[ \t]*:[ \t]*["']?\0["']?[ \t]*(?:#[^\n]*)?\r?\n?$/i.test(around))
      return [];
    const newline = text.includes('\r\n') ? '\r\n' : '\n';
    return [
      {
        id: 'omit-key',
        title: `Let the plugin read the key from ${variable}`.slice(0, 70),
        safety: 'safe',
        preferred: true,
        changes: [
          { path, edits: [{ range: range(start, end), newText: '' }] },
          ...environmentFiles(project, path, variable, newline),
        ],
      },
    ];
  },
};

/** In a prompt that a person starts in an editor, the value can be asked for each time. */
export const askedInput: Remedy = {
  offer: (hit, { project, surface }) => {
    const { path, range: secret } = hit.location;
    const text = project.file(path)?.text;
    const format = surface.prompts.find((document) => document.path === path)?.format;
    if (text === undefined || format !== 'copilot-prompt') return [];
    const name = variableAt(text, secret).toLowerCase();
    return [
      {
        id: 'ask-input',
        title: 'Ask for the value when the prompt is run',
        safety: 'manual',
        preferred: false,
        changes: [{ path, edits: [{ range: secret, newText: `\${input:${name}}` }] }],
      },
    ];
  },
};

function editFor(
  text: string,
  secret: TextRange,
  { write, quotes, whole }: Reference,
  variable: string,
): { readonly range: TextRange; readonly newText: string } | undefined {
  const before = text.charAt(secret.start - 1);
  const quoted = (before === '"' || before === "'") && text.charAt(secret.end) === before;
  const alone =
    quoted ||
    (/[\s:]/.test(before) && /^[ \t]*(?:#.*)?(?:\r?\n|$)/.test(text.slice(secret.end, secret.end + 300)));
  if (whole === true && !alone) return undefined;
  const value = write(variable);
  if (quotes === 'never' && quoted) return { range: range(secret.start - 1, secret.end + 1), newText: value };
  if (quotes === 'always' && !quoted) return alone ? { range: secret, newText: `"${value}"` } : undefined;
  return { range: secret, newText: value };
}

/** A name for the variable, from the key in front of the secret. */
function variableAt(text: string, { start }: TextRange): string {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 200), start);
  const key = /([A-Za-z][\w.-]{1,60})["']?\s*(?:[:=]|\s)\s*["']?(?:Bearer\s+)?$/.exec(line)?.[1] ?? 'API_KEY';
  const name = key
    .replace(/([a-z\d])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  return /^(?:TOKEN|KEY|SECRET|VALUE|PASSWORD|IS)$/.test(name)
    ? `APP_${name === 'IS' || name === 'VALUE' ? 'SECRET' : name}`
    : name;
}
