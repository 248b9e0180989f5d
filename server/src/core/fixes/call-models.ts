import { models } from '../models/index.js';
import type { CallModel, ModelLanguage } from '../models/model.js';
import type { ModelCall } from '../surface/model-use.js';
import type { LanguageId } from '../syntax-tree.js';

/** The language of the models that speak of code in a language. */
export const modelLanguage = (language: LanguageId): ModelLanguage =>
  language === 'python' || language === 'java' ? language : 'javascript';

/** What is known of a model call: the rows of its SDK whose last name is that of the call. */
export function callModelsOf({ sdk, name, language }: ModelCall): readonly CallModel[] {
  const method = name.slice(name.lastIndexOf('.') + 1).replace(/\W/g, '');
  const isNamed = new RegExp(`(?:^|[.:{,])${method}[},]?[^.]*$`);
  return models
    .filter((model) => model.id === sdk && model.language === modelLanguage(language))
    .flatMap((model) => model.calls ?? [])
    .filter(({ path }) => isNamed.test(path));
}
