import type { PromptFormat } from './format.js';
import { agentFormats } from './formats/agents.js';
import { baml } from './formats/baml.js';
import { chatData, chatDocument } from './formats/chat-data.js';
import { colang } from './formats/colang.js';
import { dotprompt } from './formats/dotprompt.js';
import { frameworkFormats } from './formats/frameworks.js';
import { langchain } from './formats/langchain.js';
import { markdownFormats } from './formats/markdown.js';
import { modelfile } from './formats/modelfile.js';
import { plainStructure, plainText } from './formats/plain.js';
import { poml } from './formats/poml.js';
import { prompty } from './formats/prompty.js';
import { rail } from './formats/rail.js';
import { kernelPrompt } from './formats/semantic-kernel.js';
import { templateFormats } from './formats/templates.js';
import { workflowFormats } from './formats/workflows.js';

/** Every format that is read. Where several take files of one name, the more particular ones come first. */
export const formats: readonly PromptFormat[] = [
  dotprompt,
  prompty,
  kernelPrompt,
  baml,
  poml,
  rail,
  modelfile,
  colang,
  ...markdownFormats,
  ...templateFormats,
  ...frameworkFormats,
  langchain,
  ...workflowFormats,
  ...agentFormats,
  chatData,
  plainText,
  plainStructure,
  chatDocument,
];
