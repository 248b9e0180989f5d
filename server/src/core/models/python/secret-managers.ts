import type { SdkModel } from '../model.js';

const boto3 =
  '{boto3:client(),boto3:session.Session().client(),boto3:Session().client(),aioboto3:Session().client()}';
const google = [
  'google.cloud.secretmanager',
  'google.cloud.secretmanager_v1',
  'google.cloud.secretmanager_v1beta1',
];
const azure = '{azure.keyvault.secrets:SecretClient(),azure.keyvault.secrets.aio:SecretClient()}';
const infisical = '{infisical_sdk:InfisicalSDKClient(),infisical_client:InfisicalClient()}';

/** Values that are kept in a secret manager, a key ring or the secrets of a platform. */
export default {
  id: 'secret-managers',
  language: 'python',
  packages: [
    'hvac',
    'boto3',
    'aioboto3',
    'aws_lambda_powertools',
    'aws_secretsmanager_caching',
    ...google,
    'google.colab',
    'azure.keyvault.secrets',
    'azure.keyvault.secrets.aio',
    'infisical_sdk',
    'infisical_client',
    'onepassword',
    'onepassword.client',
    'onepasswordconnectsdk',
    'dopplersdk',
    'keyring',
    'kaggle_secrets',
    'streamlit',
    'pydantic',
  ],
  origin:
    'hvac 2 (docs/usage/secrets_engines), boto3 documentation (secretsmanager, ssm), Powertools for AWS Lambda (parameters), google-cloud-secret-manager 2, azure-keyvault-secrets 4, infisicalsdk 1, onepassword-sdk 0.3, keyring 25, docs.streamlit.io (st.secrets)',
  sources: [
    {
      path: 'hvac:{Client,AsyncClient}().{secrets,kv}.**.{read_secret,read_secret_version,generate_credentials}()',
      label: 'secret',
      name: 'Vault secret',
    },
    { path: 'hvac:{Client,AsyncClient}().{read,unwrap}()', label: 'secret', name: 'Vault secret' },
    { path: `${boto3}.get_secret_value()`, label: 'secret', name: 'AWS secret' },
    { path: `${boto3}.batch_get_secret_value()`, label: 'secret', name: 'AWS secret' },
    {
      // Parameters that are not encrypted are settings.
      path: `${boto3}.{get_parameter,get_parameters,get_parameters_by_path}()`,
      when: [{ argument: 'WithDecryption', is: [true] }],
      label: 'secret',
      name: 'AWS parameter',
    },
    {
      path: '{aws_lambda_powertools:utilities.parameters.get_secret(),aws_lambda_powertools:utilities.parameters.SecretsProvider().get()}',
      label: 'secret',
      name: 'AWS secret',
    },
    {
      path: 'aws_lambda_powertools:utilities.parameters.{get_parameter,get_parameters}()',
      when: [{ argument: 'decrypt', is: [true] }],
      label: 'secret',
      name: 'AWS parameter',
    },
    {
      path: 'aws_secretsmanager_caching:SecretCache().{get_secret_string,get_secret_binary}()',
      label: 'secret',
      name: 'AWS secret',
    },
    ...google.map((pkg) => ({
      path: `${pkg}:{SecretManagerServiceClient,SecretManagerServiceAsyncClient}().access_secret_version()`,
      label: 'secret' as const,
      name: 'Google Cloud secret',
    })),
    { path: `${azure}.get_secret().value`, label: 'secret', name: 'Key Vault secret' },
    {
      path: `${infisical}.{secrets.get_secret_by_name,secrets.list_secrets,getSecret,listSecrets}()`,
      label: 'secret',
      name: 'Infisical secret',
    },
    {
      path: '{onepassword:Client,onepassword:client.Client,onepassword.client:Client}.authenticate().secrets.{resolve,resolve_all}()',
      label: 'secret',
      name: '1Password secret',
    },
    {
      path: 'onepasswordconnectsdk:**.{new_client,new_client_from_environment}().{get_item,get_item_by_title}()',
      label: 'secret',
      name: '1Password item',
    },
    {
      path: 'dopplersdk:DopplerSDK().secrets.{get,list,download}()',
      label: 'secret',
      name: 'Doppler secret',
    },
    { path: 'keyring:{get_password,get_credential}()', label: 'secret', name: 'key ring entry' },
    { path: 'google.colab:userdata.get()', label: 'secret', name: 'Colab secret' },
    {
      path: 'kaggle_secrets:UserSecretsClient().get_secret()',
      label: 'secret',
      name: 'Kaggle secret',
    },
    { path: 'streamlit:secrets[]', label: 'secret', name: 'Streamlit secret' },
    { path: 'streamlit:secrets.*', label: 'secret', name: 'Streamlit secret' },
    { path: 'pydantic:{SecretStr,SecretBytes}().get_secret_value()', label: 'secret', name: 'SecretStr' },
  ],
} satisfies SdkModel;
