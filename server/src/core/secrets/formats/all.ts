import { modelProviders } from './ai-models.js';
import { modelTools } from './ai-tools.js';
import { azure } from './azure.js';
import { clouds } from './cloud.js';
import { codeHosting } from './code-hosting.js';
import { dataServices } from './data.js';
import type { SecretFormat } from './format.js';
import { messaging } from './messaging.js';
import { payments } from './payments.js';
import { productivity } from './productivity.js';

/** Every known token format. Order settles ties: of two formats that match the same text, the earlier wins. */
export const secretFormats: readonly SecretFormat[] = [
  ...modelProviders,
  ...modelTools,
  ...clouds,
  ...azure,
  ...codeHosting,
  ...messaging,
  ...payments,
  ...productivity,
  ...dataServices,
];
