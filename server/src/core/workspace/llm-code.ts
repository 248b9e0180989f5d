import type { SdkModel } from '../models/model.js';
import type { LanguageId } from '../syntax-tree.js';

/**
 * Code that talks to a model without importing an SDK: endpoints of providers, and calls of clients that come from elsewhere. Only
 * decides what is worth parsing.
 */
const HINTS =
  /api\.openai\.com|openai\.azure\.com|api\.anthropic\.com|generativelanguage\.googleapis|aiplatform\.googleapis|bedrock-runtime|\/chat\/completions|\/v1\/(?:messages|responses)\b|:11434\b|api\.(?:mistral|groq|cohere|deepseek|together)\.|openrouter\.ai|chat\.completions\.create|\.messages\.create|\.responses\.create|generate_content|generateContent|from google import genai|\bAI\.run\(/;

/** Decides which files are about language models, by what they import. */
export class LlmCode {
  readonly #python: readonly RegExp[];
  readonly #javascript: readonly RegExp[];
  readonly #java: readonly RegExp[];

  constructor(models: readonly SdkModel[]) {
    const packages = (language: SdkModel['language']): readonly RegExp[] =>
      models
        .filter((model) => model.llm === true && model.language === language)
        .flatMap((model) => model.packages.map(glob));
    this.#python = packages('python');
    this.#javascript = packages('javascript');
    this.#java = packages('java');
  }

  matches(language: LanguageId, imports: readonly string[], text: string): boolean {
    const packages =
      language === 'python' ? this.#python : language === 'java' ? this.#java : this.#javascript;
    return (
      imports.some((specifier) => {
        // A file of the project.
        if (specifier.startsWith('.')) return false;
        const root = language === 'python' ? (specifier.split('.')[0] ?? '') : specifier;
        return packages.some((pattern) => pattern.test(root) || pattern.test(specifier));
      }) || HINTS.test(text)
    );
  }
}

/** `langchain_*`, `@langchain/*`: `*` stands for any run of characters. A subpath of a package counts as the package, in Java a package inside it. */
const glob = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[.+^${}()|[\]\\/]/g, '\\$&').replace(/\*/g, '.*')}(?:[/.].*)?$`);
