import type { ConfigEntry } from '../../config/config-node.js';
import { readConfig } from '../../config/read.js';
import claudeCode from '../claude-code/product.js';
import gemini from '../gemini/product.js';
import type { ConfigFile, FileKind, Product } from '../product.js';
import type { Risk, Variant } from '../risk.js';
import { serverChecks } from '../servers/checks.js';
import { readServers } from '../servers/server.js';
import { type Look, look } from './look.js';
import { inputOf, textOf } from './workflow.js';

/** Checks of an agent's own files that mean something else here, or are told by a row of their own. */
const elsewhere = /^(?:HIDDEN-UNICODE|GE-ALLOW)$/;

const kindOf = (product: Product, kind: string): FileKind | undefined =>
  product.files.find((file) => file.kind === kind);

/**
 * Settings and servers that an action is given as JSON text. The text outside is blanked and the rest read where it stands, so that what is
 * found has its place in the workflow.
 */
function* risksIn(file: ConfigFile, entry: ConfigEntry, kind: FileKind): Iterable<Risk> {
  const text = jsonAt(file, entry);
  if (text === undefined) return;
  const document = readConfig('json', text);
  if (document.root?.kind !== 'map') return;
  const bare: ConfigFile = {
    ...file,
    text,
    kind: kind.kind,
    // It is handed over on the command line, so it is in force like a user's own.
    scope: 'local',
    document,
    root: document.root,
    grants: [],
    servers: [],
  };
  const inner: ConfigFile = {
    ...bare,
    grants: kind.grants?.(bare) ?? [],
    servers: kind.servers?.(bare) ?? [],
  };
  for (const check of kind.checks) {
    for (const risk of check.run(inner)) {
      if (!elsewhere.test(risk.variant.id)) yield { ...risk, remedies: [] };
    }
  }
}

/** The workflow's text with all but a JSON value blanked; absent where the value is a path or is written with escapes. */
function jsonAt(file: ConfigFile, { value }: ConfigEntry): string | undefined {
  if (value.kind !== 'string') return undefined;
  const open = file.text.indexOf('{', value.range.start);
  const close = file.text.lastIndexOf('}', value.range.end - 1);
  if (open < 0 || close < open || open >= value.range.end || !value.value.includes('{')) return undefined;
  if (file.text[value.range.start] === '"') return undefined;
  const blank = (part: string): string => part.replace(/[^\r\n]/g, ' ');
  return (
    blank(file.text.slice(0, open)) +
    // Expressions of the workflow are no JSON, but mostly stand in strings.
    file.text.slice(open, close + 1) +
    blank(file.text.slice(close + 1))
  );
}

const servers: FileKind = {
  kind: 'mcp',
  format: 'json',
  places: [],
  servers: (file) => readServers(file.root, ['mcpServers']),
  checks: serverChecks((variable) => ({ text: `\${{ secrets.${variable} }}` })),
};

const claudeSettings = kindOf(claudeCode, 'settings');
const geminiSettings = kindOf(gemini, 'settings');
const variants: readonly Variant[] = [claudeSettings, geminiSettings, servers].flatMap(
  (kind) => kind?.checks.flatMap((check) => check.variants) ?? [],
);

export const embeddedLooks: readonly Look[] = [
  look(variants, function* ({ file, agents }) {
    for (const { agent } of agents) {
      const { step, action } = agent;
      if (action === undefined) continue;
      const settings = inputOf(step, 'settings', 'settings_json');
      const kind =
        action.name === 'Claude Code'
          ? claudeSettings
          : action.name === 'Gemini CLI'
            ? geminiSettings
            : undefined;
      if (settings !== undefined && kind !== undefined) yield* risksIn(file, settings, kind);
      const config = inputOf(step, 'mcp_config') ?? inputOf(step, 'claude_args');
      if (config !== undefined && /mcpServers/.test(textOf(config))) yield* risksIn(file, config, servers);
    }
  }),
];
