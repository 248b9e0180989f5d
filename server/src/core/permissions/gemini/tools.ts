import { at, stringNodesOf } from '../../config/path.js';
import type { Capability } from '../../surface/model-use.js';
import type { TextRange } from '../../text/range.js';
import type { ToolGrant } from '../agent-config.js';
import type { ConfigFile } from '../product.js';

/** An entry of a tool list: `run_shell_command`, `run_shell_command(git status)`; the text in brackets is a prefix. */
export interface GeminiTool {
  readonly text: string;
  readonly tool: string;
  readonly prefix?: string;
  readonly range: TextRange;
}

const shellNames = /^(?:run_shell_command|ShellTool|Shell)$/;
const writeNames = /^(?:write_file|replace|edit|WriteFileTool|EditTool|WriteFile|Edit)$/;
const fetchNames = /^(?:web_fetch|WebFetchTool|WebFetch)$/;

export const isShell = (tool: string): boolean => shellNames.test(tool);
export const isWriter = (tool: string): boolean => writeNames.test(tool);
export const isFetcher = (tool: string): boolean => fetchNames.test(tool);

export function geminiCapabilities(tool: string): readonly Capability[] {
  if (tool === '*') return ['shell', 'read', 'write', 'network', 'browse'];
  if (isShell(tool)) return ['shell'];
  if (isWriter(tool)) return ['write'];
  if (isFetcher(tool) || /^(?:google_web_search|WebSearch)/.test(tool)) return ['browse', 'network'];
  return /^(?:read_file|read_many_files|list_directory|glob|search_file_content|grep_search)$/.test(tool)
    ? ['read']
    : [];
}

/** The entries of the list at one of some paths: settings were flat before they were nested. */
export function toolsAt(file: ConfigFile, ...paths: readonly (readonly string[])[]): readonly GeminiTool[] {
  return paths.flatMap((path) =>
    stringNodesOf(at(file.root, ...path)).map(({ value, range }) => {
      const parts = /^\s*([\w.*-]+)\s*(?:\((.*)\))?\s*$/s.exec(value);
      const prefix = parts?.[2]?.trim();
      return {
        text: value,
        tool: parts?.[1] ?? value,
        ...(prefix === undefined || prefix === '' ? {} : { prefix }),
        range,
      };
    }),
  );
}

export const allowedTools = (file: ConfigFile): readonly GeminiTool[] =>
  toolsAt(file, ['tools', 'allowed'], ['allowedTools']);

/** What takes an allowance back: tools that are excluded, and those that are always confirmed. */
export const heldBack = (file: ConfigFile): readonly GeminiTool[] => [
  ...toolsAt(file, ['tools', 'exclude'], ['excludeTools']),
  ...toolsAt(file, ['tools', 'confirmationRequired']),
];

export const isHeldBack = (entry: GeminiTool, held: readonly GeminiTool[]): boolean =>
  held.some(
    (other) =>
      (other.tool === entry.tool || (isShell(other.tool) && isShell(entry.tool))) &&
      (other.prefix === undefined || entry.prefix?.startsWith(other.prefix) === true),
  );

export function settingsGrants(file: ConfigFile): readonly ToolGrant[] {
  const held = heldBack(file);
  const grant = (
    entry: GeminiTool,
    decision: ToolGrant['decision'],
    inertBecause: string | undefined,
  ): ToolGrant => ({
    tool: entry.tool,
    ...(entry.prefix === undefined ? {} : { specifier: entry.prefix, matches: 'prefix' as const }),
    decision,
    capabilities: geminiCapabilities(entry.tool),
    effective: inertBecause === undefined,
    ...(inertBecause === undefined ? {} : { inertBecause }),
    range: entry.range,
  });
  return [
    ...allowedTools(file).map((entry) =>
      grant(
        entry,
        'allow',
        isHeldBack(entry, held) ? 'the same tool is excluded or always confirmed' : undefined,
      ),
    ),
    ...toolsAt(file, ['tools', 'exclude'], ['excludeTools']).map((entry) => grant(entry, 'deny', undefined)),
    ...toolsAt(file, ['tools', 'confirmationRequired']).map((entry) => grant(entry, 'ask', undefined)),
  ];
}
