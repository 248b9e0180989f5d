import { range } from '../../text/range.js';
import type { PromptFormat } from '../format.js';
import { messageTags } from '../markers/tags.js';
import { semanticKernel } from '../templates/semantic-kernel.js';

/** `skprompt.txt`: one user message, unless it holds message elements. */
export const kernelPrompt: PromptFormat = {
  id: 'semantic-kernel',
  files: ['/skprompt.txt'],
  read: ({ text }) => ({
    parts: [{ range: range(0, text.length), role: 'user', dialect: semanticKernel, markers: [messageTags] }],
  }),
};
