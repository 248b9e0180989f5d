import { environmentSwitches } from './flags.js';

const switches = environmentSwitches.map(({ name }) => name).join('|');

/** A variable that switches protections of an agent off. */
export const mentionsSwitch = new RegExp(switches);

/** Such a variable, a flag that only agents have, or an agent by name: every other file is none of our business. */
export const mentionsAgent = new RegExp(
  `--dangerously|--yolo|--full-auto|danger-full-access|--trust-all-tools|--allow-all|${switches}|` +
    String.raw`\b(?:claude|codex|copilot|cursor-agent|gemini|qwen|cline|opencode|goose|aider|kiro-cli|crush|openhands)\b|\b(?:cn|amp|q|kiro|agent)\s+(?:-|chat|run)`,
  'i',
);
