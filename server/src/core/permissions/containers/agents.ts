import { withoutHereDocuments } from '../scripts/here-documents.js';
import { agentRuns } from '../scripts/runs.js';

/** Images and folders that hold an agent; names that other programs have, too, only with what makes them one. */
const agentImage =
  /(?:^|[/_-])(?:claude(?:-?code)?|codex(?:-?cli)?|gemini-?cli|opencode|aider|cursor-agent|openhands|open-hands|cline|kiro(?:-cli)?|qwen-code|copilot-cli|all-hands-ai\/\w+|goose-(?:agent|ai)|block\/goose|charmbracelet\/crush)(?:$|[/:@_-])/i;

export const isAgentImage = (image: string): boolean =>
  agentImage.test(image) && !/openhands\/runtime|postgres|redis/.test(image);

/** OpenHands starts a container of its own for every task and cannot do without the engine's socket. */
export const isOpenHands = (image: string): boolean => /open-?hands|all-hands/i.test(image);

/** Ways to put an agent into an image. */
const installs =
  /@anthropic-ai\/claude-code|claude\.ai\/install|@openai\/codex|@google\/gemini-cli|@qwen-code\/qwen-code|@github\/copilot\b|opencode-ai|opencode\.ai\/install|@sourcegraph\/amp|@ampcode\/cli|ampcode\.com\/install|aider-(?:chat|install)|aider\.chat\/install|block\/goose|@charmland\/crush|charmbracelet\/crush|cursor\.com\/install|cli\.kiro\.dev|@continuedev\/cli|openhands-ai|(?:npm|pnpm)\s+(?:i|install)\s[^\n]{0,80}\bcline\b/i;

export const installsAgent = (text: string): boolean => installs.test(text);

export const startsAgent = (text: string): boolean =>
  agentRuns(withoutHereDocuments(text)).some(({ agent }) => agent !== undefined);
