import type { SdkModel } from '../model.js';

const vault = '{node-vault:default(),@litehex/node-vault:Client()}';

/** Values that are kept in a secret manager. Commands of AWS stand for what sending them gives. */
export default {
  id: 'secret-managers',
  language: 'javascript',
  packages: [
    'node-vault',
    '@litehex/node-vault',
    '@aws-sdk/client-secrets-manager',
    '@aws-sdk/client-ssm',
    '@aws-lambda-powertools/parameters',
    '@aws-lambda-powertools/parameters/secrets',
    '@aws-lambda-powertools/parameters/ssm',
    'aws-sdk',
    '@google-cloud/secret-manager',
    '@azure/keyvault-secrets',
    '@infisical/sdk',
    '@1password/sdk',
    '@dopplerhq/node-sdk',
    'keytar',
  ],
  origin:
    'npm node-vault 0.10 (index.d.ts), @aws-sdk/client-secrets-manager and client-ssm 3, @aws-lambda-powertools/parameters 2, @google-cloud/secret-manager 6, @azure/keyvault-secrets 4, @infisical/sdk 4, @1password/sdk 0.3, keytar 7',
  sources: [
    { path: `${vault}.{read,kv2.read}()`, label: 'secret', name: 'Vault secret' },
    {
      path: '@aws-sdk/client-secrets-manager:{GetSecretValueCommand,BatchGetSecretValueCommand}()',
      label: 'secret',
      name: 'AWS secret',
    },
    {
      path: '@aws-sdk/client-secrets-manager:SecretsManager().getSecretValue()',
      label: 'secret',
      name: 'AWS secret',
    },
    {
      path: '{aws-sdk:SecretsManager,aws-sdk:default.SecretsManager}().getSecretValue().promise()',
      label: 'secret',
      name: 'AWS secret',
    },
    {
      // Parameters that are not encrypted are settings.
      path: '@aws-sdk/client-ssm:{GetParameterCommand,GetParametersCommand,GetParametersByPathCommand}()',
      when: [{ argument: '0.WithDecryption', is: [true] }],
      label: 'secret',
      name: 'AWS parameter',
    },
    {
      path: '@aws-sdk/client-ssm:SSM().{getParameter,getParameters,getParametersByPath}()',
      when: [{ argument: '0.WithDecryption', is: [true] }],
      label: 'secret',
      name: 'AWS parameter',
    },
    {
      path: '{@aws-lambda-powertools/parameters:**,@aws-lambda-powertools/parameters/secrets:**}.getSecret()',
      label: 'secret',
      name: 'AWS secret',
    },
    {
      path: '@google-cloud/secret-manager:**.SecretManagerServiceClient().accessSecretVersion()',
      label: 'secret',
      name: 'Google Cloud secret',
    },
    {
      path: '@azure/keyvault-secrets:SecretClient().getSecret().value',
      label: 'secret',
      name: 'Key Vault secret',
    },
    {
      path: '@infisical/sdk:InfisicalSDK().**.{getSecret,listSecrets}()',
      label: 'secret',
      name: 'Infisical secret',
    },
    {
      path: '@1password/sdk:createClient().secrets.{resolve,resolveAll}()',
      label: 'secret',
      name: '1Password secret',
    },
    { path: '@dopplerhq/node-sdk:**.secrets.{get,list,download}()', label: 'secret', name: 'Doppler secret' },
    { path: 'keytar:**.getPassword()', label: 'secret', name: 'key ring entry' },
  ],
  transfers: [
    {
      path: '{@aws-sdk/client-secrets-manager:SecretsManagerClient,@aws-sdk/client-ssm:SSMClient}().send',
      passes: ['0'],
    },
  ],
} satisfies SdkModel;
