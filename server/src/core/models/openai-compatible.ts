import type { CallModel, ModelLanguage } from './model.js';

const metadata = ['id', 'created', 'model', 'object', 'usage', 'x_groq'];

/**
 * `chat.completions.create` of an SDK that copies OpenAI's: same arguments, same answer. `limits`: the options that cap the answer,
 * the one to insert first.
 */
export function chatCompletions(
  client: string,
  language: ModelLanguage,
  limits: readonly string[] = ['max_tokens', 'max_completion_tokens'],
): CallModel {
  const python = language === 'python';
  const argument = (name: string): string => (python ? name : `0.${name}`);
  return {
    path: `${client}.**.chat.completions.**.{create,acreate,parse,stream}`,
    prompt: [{ argument: argument('messages'), shape: 'messages' }],
    metadata,
    tools: argument('tools'),
    limit: { options: limits.map(argument) },
    timeout: python ? ['timeout'] : ['1.timeout', '1.signal'],
    stream: argument('stream'),
  };
}

/** `completions.create` with one text as prompt. */
export const textCompletions = (client: string, language: ModelLanguage): CallModel => {
  const python = language === 'python';
  const argument = (name: string): string => (python ? name : `0.${name}`);
  return {
    path: `${client}.completions.{create,acreate}`,
    prompt: [{ argument: argument('prompt'), shape: 'text' }],
    metadata,
    limit: { options: [argument('max_tokens')] },
    timeout: python ? ['timeout'] : ['1.timeout', '1.signal'],
    stream: argument('stream'),
  };
};
