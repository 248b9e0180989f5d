import { models } from '../models/index.js';
import type { CallModel } from '../models/model.js';
import type { ModelCall } from '../surface/model-use.js';

/** What is known of a model call: the rows of its SDK whose last name is that of the call. */
export function callModelsOf({ sdk, name, language }: ModelCall): readonly CallModel[] {
  const method = name.slice(name.lastIndexOf('.') + 1).replace(/\W/g, '');
  const isNamed = new RegExp(`(?:^|[.:{,])${method}[},]?[^.]*$`);
  return models
    .filter((model) => model.id === sdk && (model.language === 'python') === (language === 'python'))
    .flatMap((model) => model.calls ?? [])
    .filter(({ path }) => isNamed.test(path));
}
