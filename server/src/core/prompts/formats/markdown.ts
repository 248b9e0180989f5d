import type { Role } from '../../surface/model-use.js';
import type { PromptFormat } from '../format.js';
import { readFrontMatter } from '../front-matter.js';
import type { Dialect } from '../templates/insertion.js';
import { agentRules, copilot, slashCommand } from '../templates/patterns.js';

interface MarkdownFormat extends Pick<PromptFormat, 'id' | 'files' | 'where'> {
  readonly role: Role;
  readonly dialect: Dialect;
}

/** Markdown with optional front matter, all of it one message. */
const markdown = ({ role, dialect, ...format }: MarkdownFormat): PromptFormat => ({
  ...format,
  read({ text }) {
    const { body, reading } = readFrontMatter(text);
    return { parts: [{ range: body, role, dialect }], ...reading };
  },
});

/** Files that coding agents read as instructions, by the folder that they are kept in. */
const rulesFolder =
  /\/(?:\.(?:clinerules|roo|cursor\/rules|windsurf\/rules|kiro\/steering|amazonq\/rules|augment\/rules|continue\/rules|trae\/rules|openhands\/microagents|junie|kilocode\/rules|agents?\/rules))(?:\/|-[\w-]+\/)/;

/** Prompts, instructions, agents and commands of coding assistants. */
export const markdownFormats: readonly PromptFormat[] = [
  markdown({ id: 'copilot-prompt', files: ['prompt.md'], role: 'user', dialect: copilot }),
  markdown({
    id: 'copilot-instructions',
    files: ['instructions.md', '/copilot-instructions.md'],
    role: 'system',
    dialect: copilot,
  }),
  markdown({
    id: 'agent-rules',
    files: [
      ...['agents', 'agent', 'agents.override', 'agents.local', 'claude', 'claude.local', 'gemini', 'qwen'],
      ...['warp', 'crush', 'conventions', 'replit'],
    ].map((name) => `/${name}.md`),
    role: 'system',
    dialect: agentRules,
  }),
  markdown({
    id: 'agent-rules',
    files: ['cursorrules', 'windsurfrules', 'clinerules', 'roorules', 'goosehints', 'junierules'],
    role: 'system',
    dialect: agentRules,
  }),
  markdown({ id: 'copilot-agent', files: ['agent.md', 'chatmode.md'], role: 'system', dialect: copilot }),
  markdown({ id: 'cursor-rule', files: ['mdc'], role: 'system', dialect: agentRules }),
  markdown({ id: 'skill', files: ['/skill.md'], role: 'system', dialect: slashCommand }),
  markdown({
    id: 'agent',
    files: ['md'],
    where:
      /\/\.(?:claude|opencode|cursor|gemini|codex|qwen|factory|github)\/(?:agents?|droids|output-styles)\//,
    role: 'system',
    dialect: agentRules,
  }),
  markdown({
    id: 'command',
    files: ['md'],
    where:
      /\/\.(?:(?:claude|opencode|cursor|factory|qwen)\/commands?|codex\/prompts|windsurf\/workflows|continue\/prompts|roo\/commands)\//,
    role: 'user',
    dialect: slashCommand,
  }),
  markdown({
    id: 'agent-rules',
    files: ['md', 'txt', 'mdc'],
    where: rulesFolder,
    role: 'system',
    dialect: agentRules,
  }),
];
