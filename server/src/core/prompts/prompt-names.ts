import type { Role } from '../surface/model-use.js';

/** Words that make a name that of a prompt, wherever they stand in it. */
const promptWord = /^(?:prompts?|instructions?|persona|preamble|backstory|sysprompt)$/;
/** Words that do so after a role or beside `prompt`. */
const textWord = /^(?:messages?|templates?|texts?|content|role|context)$/;
const roleWord = /^(?:system|developer|user|assistant|human|sys)$/;
/** What speaks of prompts without being one: their number, name, place, cost. */
const about =
  /^(?:id|ids|name|names|path|paths|file|files|dir|folder|url|key|version|type|count|length|len|size|tokens?|cost|hash|format|cache|index|title|label|model|variables?)$/;
/** Names that are prompts all by themselves. */
const wholeNames: ReadonlySet<string> = new Set(['system', 'preamble', 'goal', 'expectedoutput']);

const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word !== '');

/** `SYSTEM_PROMPT`, `userPromptTemplate`, `instructions`, `system_message`, `get_system_prompt`; not `prompt_tokens` and `promptPath`. */
export function isPromptName(name: string): boolean {
  const words = wordsOf(name);
  const last = words.at(-1);
  if (last === undefined || about.test(last)) return false;
  if (words.length === 1 && wholeNames.has(last)) return true;
  if (words.some((word) => promptWord.test(word))) return true;
  const role = words.findIndex((word) => roleWord.test(word));
  return role !== -1 && words.slice(role + 1).some((word) => textWord.test(word));
}

/** Constructors of messages, by what they are called in LangChain, LlamaIndex, Haystack, Semantic Kernel and others. */
const messageClass = /^(System|Human|User|AI|Assistant)(?:Chat)?Message(?:PromptTemplate|Param)?$/;
const classRoles: Readonly<Record<string, Role>> = {
  System: 'system',
  Human: 'user',
  User: 'user',
  AI: 'assistant',
  Assistant: 'assistant',
};
/** `ChatMessage.from_system("...")`, `history.add_user_message("...")`. */
const messageMethod = /^(?:from|add|with)_?(system|user|assistant)(?:_?message)?$/i;

/** The role of a message that a call makes, if it makes one. */
export function messageClassRole(names: readonly string[]): Role | undefined {
  for (const name of names.slice(-2)) {
    const speaker = messageClass.exec(name)?.[1];
    if (speaker !== undefined) return classRoles[speaker];
  }
  const named = messageMethod.exec(names.at(-1) ?? '')?.[1]?.toLowerCase();
  return named === 'system' || named === 'user' || named === 'assistant' ? named : undefined;
}

const promptClass =
  /^(?:(?:Chat|Rich|FewShot|Message)?PromptTemplate|(?:Chat)?PromptBuilder|Prompt|SystemPrompt)$/;
const promptFunction =
  /^(?:fromTemplate|from_template|definePrompt|createFunctionFromPrompt|create_function_from_prompt)$/;

/** A call whose first argument is the text of a prompt. */
export const isPromptCall = (names: readonly string[]): boolean =>
  promptFunction.test(names.at(-1) ?? '') || promptClass.test(names.at(-1) ?? '');

const wrappers: ReadonlySet<string> = new Set(
  'dedent cleandoc strip lstrip rstrip trim trimStart trimEnd format replace replaceAll join concat Template stripIndent outdent'.split(
    ' ',
  ),
);

/** A function or method whose result is made of the texts that it is given. */
export const isWrapper = (name: string): boolean => wrappers.has(name);

/** Decorators of functions whose documentation is shown to the model: `@tool`, `@function_tool`, `@mcp.prompt()`. */
export const showsDocumentation = (name: string): boolean =>
  /^(?:\w+_)?tool(?:_plain|_method)?$|^(?:kernel|ai)_?function$|^beta_tool$|^prompt$/i.test(name);

/** Classes whose documentation is the instruction itself (DSPy). */
export const isSignature = (name: string): boolean => name === 'Signature';

/** Constructors and factories of tools. */
export const isToolName = (name: string): boolean => /tool/i.test(name);

/** Methods of servers to which a tool or a prompt is made known, with its name first. */
export const registersTool = (name: string): boolean =>
  /^(?:tool|registerTool|addTool|add_tool|registerPrompt|prompt|registerResource)$/.test(name);

/** Keys that only the definition of a tool has beside its description. */
export const isToolKey = (key: string | undefined): boolean =>
  key !== undefined && /^(?:execute|handler|inputSchema|input_schema|parameters)$/.test(key);
