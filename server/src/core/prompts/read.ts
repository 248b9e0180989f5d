import type { PromptDocument } from './prompt-document.js';

/** Reads a prompt file; `undefined` when the path is none of a known kind. */
export function readPrompt(_path: string, _text: string): PromptDocument | undefined {
  return undefined;
}
