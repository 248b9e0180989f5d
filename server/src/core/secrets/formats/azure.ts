import { alnum, base64, named, provider, token, url64, uuid } from './format.js';

/**
 * Microsoft Azure. Newer keys carry a fixed mark at a fixed place, so that the shape alone tells them; older ones are plain base64 beside a
 * telling name.
 */
export const azure = [
  provider('Azure', { revoke: 'https://portal.azure.com' }, [
    token('azure-common-key', `JQQJ\\d${alnum(1)}${alnum(26, 32)}`, {
      keywords: ['jqqj'],
      lead: alnum(52),
      check: 'azure-frame',
    }),
    token('azure-devops-token', `AZDO${alnum(4)}`, {
      noun: 'Azure DevOps access token',
      keywords: ['azdo'],
      lead: alnum(76),
      revoke: 'https://dev.azure.com',
      variable: 'AZURE_DEVOPS_EXT_PAT',
    }),
    named(
      'azure-devops-legacy-token',
      ['azure_devops', 'azuredevops', 'dev.azure', 'vsts', 'ado_pat', 'visualstudio', 'azure-devops'],
      '[2-7a-z]{52}',
      {
        noun: 'Azure DevOps access token',
        variable: 'AZURE_DEVOPS_EXT_PAT',
      },
    ),
    token('azure-client-secret', `[0-9]Q~[0-9A-Za-z_~.-]{31,34}`, {
      noun: 'client secret',
      keywords: ['0q~', '1q~', '2q~', '3q~', '4q~', '5q~', '6q~', '7q~', '8q~', '9q~'],
      lead: `[0-9A-Za-z_~.-]{3}`,
      variable: 'AZURE_CLIENT_SECRET',
    }),
    token('azure-storage-key', `AccountKey=(?<value>${base64(80, 88)}={0,2})`, {
      noun: 'storage account key',
    }),
    named(
      'azure-storage-account-key',
      ['storage', 'account_key', 'accountkey', 'azure', 'cosmos', 'documentdb'],
      `${base64(86)}==`,
      {
        noun: 'account key',
        variable: 'AZURE_STORAGE_KEY',
      },
    ),
    token('azure-storage-marked-key', `\\+ASt${base64(6)}==`, {
      noun: 'storage account key',
      keywords: ['+ast'],
      lead: base64(76),
    }),
    token('azure-cosmos-marked-key', `ACDb${base64(6)}==`, {
      noun: 'Cosmos DB key',
      keywords: ['acdb'],
      lead: base64(76),
    }),
    token('azure-function-key', `AzFu${url64(5)}[AQgw]==`, {
      noun: 'function key',
      keywords: ['azfu'],
      lead: url64(44),
    }),
    token('azure-search-key', `AzSe[A-D]${alnum(5)}`, {
      noun: 'search key',
      keywords: ['azse'],
      lead: alnum(42),
    }),
    token('azure-cache-key', `AzCa[A-P]${base64(5)}=`, {
      noun: 'cache key',
      keywords: ['azca'],
      lead: base64(33),
    }),
    token('azure-container-registry-key', `\\+ACR${alnum(6)}`, {
      noun: 'registry password',
      keywords: ['+acr'],
      lead: base64(42),
    }),
    token('azure-shared-access-key', `SharedAccessKey=(?<value>${base64(32, 100)}={0,2})`, {
      noun: 'shared access key',
    }),
    token(
      'azure-shared-access-signature',
      `[&?]sig=(?<value>(?:[0-9A-Za-z]|%2[BbFf]|[+/]){40,160}(?:%3[Dd]|=))`,
      {
        noun: 'shared access signature',
        keywords: ['&sig=', '?sig='],
      },
    ),
    token('azure-app-configuration-key', `;Secret=(?<value>${base64(36, 100)}={0,2})`, {
      noun: 'connection string',
      keywords: [';secret='],
      lead: `Endpoint=https://[0-9A-Za-z.-]{3,80};Id=[0-9A-Za-z+/:_-]{4,60}`,
    }),
    token('teams-webhook-url', `webhook\\.office\\.com/webhookb2/[0-9a-f@/A-Za-z-]{60,240}`, {
      noun: 'Teams webhook URL',
      lead: `https://[0-9a-z-]{2,63}\\.`,
    }),
    token(
      'azure-logic-app-url',
      `logic\\.azure\\.com(?::443)?/workflows/${alnum(32)}/triggers/[0-9A-Za-z_/-]{4,80}\\?[0-9A-Za-z_%=&./-]{10,300}sig=${url64(30, 60)}`,
      {
        noun: 'workflow URL',
        keywords: ['logic.azure.com'],
        lead: `https://[0-9a-z.-]{2,63}\\.`,
      },
    ),
    named(
      'azure-client-secret-legacy',
      ['azure_client_secret', 'client_secret', 'clientsecret', 'arm_client_secret', 'aad_secret'],
      `[0-9A-Za-z+/=_.~:?@-]{32,44}|${uuid}`,
      {
        noun: 'client secret',
        entropy: 3.8,
        variable: 'AZURE_CLIENT_SECRET',
      },
    ),
    named(
      'azure-subscription-key',
      [
        'ocp-apim-subscription-key',
        'subscription_key',
        'subscription-key',
        'subscriptionkey',
        'azure_speech',
        'speech_key',
        'bing_search',
        'azure_search',
        'translator_key',
      ],
      `[0-9A-Fa-f]{32}|${alnum(52)}|${alnum(84)}`,
      {
        noun: 'subscription key',
      },
    ),
  ]),
].flat();
