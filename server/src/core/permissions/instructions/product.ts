import { type FileKind, inProject, ofUser, type Product } from '../product.js';
import { instructionChecks } from './checks.js';

const rules: FileKind = {
  kind: 'rules',
  format: 'front-matter',
  places: [
    inProject(
      'CLAUDE.md',
      'CLAUDE.local.md',
      '.claude/rules/**/*.md',
      '.claude/output-styles/*.md',
      'AGENTS.md',
      'AGENTS.override.md',
      'AGENT.md',
      'GEMINI.md',
      'QWEN.md',
      'CRUSH.md',
      'WARP.md',

      '.github/copilot-instructions.md',
      '.github/instructions/**/*.instructions.md',
      '.github/chatmodes/*.chatmode.md',
      '.windsurfrules',
      '.windsurf/rules/**/*.md',
      '.windsurf/workflows/**/*.md',
      '.agent/rules/**/*.md',
      '.agent/workflows/**/*.md',
      '.clinerules',
      '.clinerules/**/*.md',
      '.clinerules/**/*.txt',
      '.roorules',
      '.roo/rules/**/*',
      '.roo/commands/**/*.md',
      '.kiro/steering/**/*.md',
      '.continue/rules/**/*.md',
      '.continuerules',
      '.goosehints',
      '.aider.conventions.md',
      'CONVENTIONS.md',
      '.amazonq/rules/**/*.md',
      '.junie/guidelines.md',
      '.augment-guidelines',
      '.augment/rules/**/*.md',
      '.trae/rules/**/*.md',
      '.rules',
      '.opencode/command/**/*.md',
      '.opencode/commands/**/*.md',
      '.agents/**/*.md',
      'llms.txt',
      'llms-full.txt',
    ),
    ofUser('.codex/prompts/*.md'),
  ],
  checks: instructionChecks,
};

/** Rules files of all products: text that agents follow without a question. */
const instructions: Product = { id: 'instructions', name: 'Agent instructions', files: [rules] };

export default instructions;
