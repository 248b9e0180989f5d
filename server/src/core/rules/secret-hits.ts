import type { Severity } from '../finding.js';
import { describeSecret } from '../secrets/describe.js';
import { ownerOf, type SecretRuleId } from '../secrets/owner.js';
import type { Secret } from '../secrets/secret.js';
import type { Surface } from '../surface/surface.js';
import type { Hit } from './rule.js';

/** Secrets that belong to a rule, as hits. `message` gets a description that can begin a sentence: "OpenAI API key (sk-pro…)". */
export const secretHits = (
  { secrets }: Pick<Surface, 'secrets'>,
  rule: SecretRuleId,
  message: (description: string, secret: Secret) => string,
): Hit[] =>
  secrets
    .filter((secret) => !secret.sample && ownerOf(secret) === rule)
    .map((secret) => ({
      location: secret.location,
      message: message(descriptionOf(secret), secret),
      severity: severityOf(secret),
      confidence: secret.confidence,
      variant: secret.format,
      properties: {
        ...(secret.variable && { variable: secret.variable }),
        ...(secret.revokeUrl && { revoke: secret.revokeUrl }),
      },
    }));

function descriptionOf(secret: Secret): string {
  const name = describeSecret(secret);
  const shown = secret.masked === '…' ? '' : ` (${secret.masked})`;
  return name.charAt(0).toUpperCase() + name.slice(1) + shown;
}

/** Folders and files in which people keep made-up data. Says nothing about prompts: what they hold is sent. */
const testData =
  /(?:^|\/)(?:tests?|__tests__|spec|fixtures?|testdata|test-data|mocks?|__mocks__|examples?|samples?)\/|[._-](?:test|spec)\.\w+$/i;

/** The folders of a Java package say whose code it is (`com/example`), not what it is for. */
const withoutPackages = (path: string): string => path.replace(/((?:^|\/)src\/main\/java\/).*\//, '$1');

function severityOf({ publishable, context, confidence, location }: Secret): Severity {
  if (publishable) return 'info';
  const doubtful = context === 'other' && confidence === 'low';
  return doubtful || (context !== 'prompt' && testData.test(withoutPackages(location.path)))
    ? 'warning'
    : 'error';
}
