import type { Draft } from '../draft.js';
import type { Manager } from './manager.js';

const kebab = (words: readonly string[]): string => words.join('-');
const slash = (words: readonly string[]): string => `/${words.join('-')}`;

const quoted = ({ source }: Draft, text: string): string => source.style.quote + text + source.style.quote;

/** `os.environ['X']` for use within a text in the file's usual quotes. */
const variableInside = (draft: Draft, variable: string): string => {
  const quote = draft.source.style.quote === '"' ? "'" : '"';
  return `${draft.import({ module: 'os' })}.environ[${quote}${variable}${quote}]`;
};

/** Constructor of a client in JavaScript. */
const made = (name: string, module: string, args: string) => (draft: Draft) =>
  `new ${draft.import({ module, name })}(${args})`;

/** Name of the variable that holds the address of a key vault; Azure's own samples use no common one. */
const VAULT_URL = 'AZURE_KEY_VAULT_URL';
const PROJECT = 'GOOGLE_CLOUD_PROJECT';

/** The project that another read names, unless it is put in by a variable. */
const projectIn = (example: string | undefined): string | undefined =>
  /^projects\/([\w:.-]+)\//.exec(example ?? '')?.[1];

/**
 * hvac 2 and node-vault 0.10 (both read VAULT_ADDR and VAULT_TOKEN), boto3 and @aws-sdk 3 (secretsmanager, ssm), google-cloud-secret-manager 2 and
 * @google-cloud/secret-manager 6, azure-keyvault-secrets 4 and @azure/keyvault-secrets 4, infisicalsdk 1 and @infisical/sdk 4, onepassword-sdk 0.3.
 */
export const managers: readonly Manager[] = [
  {
    id: 'vault',
    name: 'Vault',
    packages: ['hvac', 'node-vault'],
    library: /\bhvac\b|node-vault/,
    reads: /\bread_secret(?:_version)?\(|(?:vault|client)\w*\.read\(/i,
    value: /\bdata\b/,
    named:
      /\bread_secret(?:_version)?\((?:[^()]{0,200}?\bpath\s*=\s*)?["']([^"'\n]+)["'][^()]{0,200}\)|(?:vault|client)\w*\.read\(\s*["'`]([^"'`\n]+)/gi,
    nameOf: kebab,
    in: {
      python: {
        client: /^hvac\.Client\(/,
        make: (draft) => `${draft.import({ module: 'hvac' })}.Client()`,
        read: ({ client, name, example = '', draft }) => {
          const mount = /,\s*(mount_point\s*=\s*["'][^"'\n]+["'])/.exec(example)?.[1];
          const args = `path=${quoted(draft, name)}${mount === undefined ? '' : `, ${mount}`}`;
          const data = quoted(draft, 'data');
          return `${client}.secrets.kv.v2.read_secret_version(${args})[${data}][${data}][${quoted(draft, 'value')}]`;
        },
        awaits: false,
      },
      script: {
        client: /^(?:vault|nodeVault|require\(["']node-vault["']\))\(/i,
        make: (draft) => `${draft.import({ module: 'node-vault', name: 'default', as: 'vault' })}()`,
        read: ({ client, name, draft }) => {
          const path = name.includes('/') ? name : `secret/data/${name}`;
          return `(await ${client}.read(${quoted(draft, path)})).data.data.value`;
        },
        awaits: true,
      },
    },
  },
  {
    id: 'aws-secrets',
    name: 'AWS Secrets Manager',
    packages: ['@aws-sdk/client-secrets-manager'],
    library: /\b(?:aio)?boto3\b|aws-sdk|\baws_secretsmanager_caching\b/,
    reads: /\bget_secret_value\(|\bGetSecretValueCommand\(|\bgetSecretValue\(|\bget_secret_string\(/,
    value: /\bSecretString\b|\bget_secret_string\(/,
    named: /\bSecretId["']?\s*[=:]\s*["'`]([^"'`\n]+)|\bget_secret_string\(\s*["']([^"'\n]+)/g,
    nameOf: kebab,
    in: {
      python: {
        client: /\bclient\(\s*(?:service_name\s*=\s*)?["']secretsmanager["']/,
        make: (draft) => `${draft.import({ module: 'boto3' })}.client(${quoted(draft, 'secretsmanager')})`,
        read: ({ client, name, draft }) =>
          `${client}.get_secret_value(SecretId=${quoted(draft, name)})[${quoted(draft, 'SecretString')}]`,
        awaits: false,
      },
      script: {
        client: /^new SecretsManager(?:Client)?\(/,
        make: made('SecretsManagerClient', '@aws-sdk/client-secrets-manager', '{}'),
        read: ({ client, name, draft }) => {
          const command = draft.import({
            module: '@aws-sdk/client-secrets-manager',
            name: 'GetSecretValueCommand',
          });
          const empty = quoted(draft, '');
          return `(await ${client}.send(new ${command}({ SecretId: ${quoted(draft, name)} }))).SecretString ?? ${empty}`;
        },
        awaits: true,
      },
    },
  },
  {
    id: 'aws-parameters',
    name: 'AWS Parameter Store',
    packages: [],
    library: /\b(?:aio)?boto3\b|aws-sdk/,
    reads:
      /\b(?:get_parameter|GetParameterCommand|getParameter)\([^;]{0,300}?\bWithDecryption["']?\s*[=:]\s*[Tt]rue/,
    value: /\bValue\b/,
    named: /\bName["']?\s*[=:]\s*["'`]([^"'`\n]+)["'`][^;]{0,200}?\bWithDecryption["']?\s*[=:]\s*[Tt]rue/g,
    nameOf: slash,
    in: {
      python: {
        client: /\bclient\(\s*(?:service_name\s*=\s*)?["']ssm["']/,
        make: (draft) => `${draft.import({ module: 'boto3' })}.client(${quoted(draft, 'ssm')})`,
        read: ({ client, name, draft }) =>
          `${client}.get_parameter(Name=${quoted(draft, name)}, WithDecryption=True)[${quoted(draft, 'Parameter')}][${quoted(draft, 'Value')}]`,
        awaits: false,
      },
      script: {
        client: /^new SSM(?:Client)?\(/,
        make: made('SSMClient', '@aws-sdk/client-ssm', '{}'),
        read: ({ client, name, draft }) => {
          const command = draft.import({ module: '@aws-sdk/client-ssm', name: 'GetParameterCommand' });
          const input = `{ Name: ${quoted(draft, name)}, WithDecryption: true }`;
          return `(await ${client}.send(new ${command}(${input}))).Parameter?.Value ?? ${quoted(draft, '')}`;
        },
        awaits: true,
      },
    },
  },
  {
    id: 'google-secrets',
    name: 'Google Secret Manager',
    packages: ['google-cloud-secret-manager', '@google-cloud/secret-manager'],
    library: /\bsecretmanager\b|secret-manager/,
    reads: /\baccess_secret_version\(|\baccessSecretVersion\(/,
    value: /\bpayload\b/,
    named: /\bprojects\/[^/"'`\n]+\/secrets\/([\w-]+)\/versions/g,
    nameOf: kebab,
    in: {
      python: {
        client: /\bSecretManagerServiceClient\(/,
        make: (draft) =>
          `${draft.import({ module: 'google.cloud', name: 'secretmanager' })}.SecretManagerServiceClient()`,
        read: ({ client, name, example, draft }) => {
          const project = projectIn(example) ?? `{${variableInside(draft, PROJECT)}}`;
          const path = quoted(draft, `projects/${project}/secrets/${name}/versions/latest`);
          return `${client}.access_secret_version(name=${path.includes('{') ? 'f' : ''}${path}).payload.data.decode()`;
        },
        awaits: false,
      },
      script: {
        client: /^new (?:\w+\.)?SecretManagerServiceClient\(/,
        make: made('SecretManagerServiceClient', '@google-cloud/secret-manager', ''),
        read: ({ client, name, example, draft }) => {
          const project = projectIn(example) ?? `\${process.env.${PROJECT}}`;
          const path = `\`projects/${project}/secrets/${name}/versions/latest\``;
          return `(await ${client}.accessSecretVersion({ name: ${path} }))[0].payload?.data?.toString() ?? ${quoted(draft, '')}`;
        },
        awaits: true,
      },
    },
  },
  {
    id: 'azure-key-vault',
    name: 'Azure Key Vault',
    packages: ['azure-keyvault-secrets', '@azure/keyvault-secrets'],
    library: /azure\.keyvault|@azure\/keyvault/,
    reads: /\.get_?secret\(/i,
    value: /\.value\b/,
    named: /\.get_?secret\(\s*["'`]([^"'`\n]+)["'`]\s*\)\s*\)?\.value\b/gi,
    nameOf: kebab,
    in: {
      python: {
        client: /^SecretClient\(/,
        needs: 'azure-identity',
        make: (draft) => {
          const client = draft.import({ module: 'azure.keyvault.secrets', name: 'SecretClient' });
          const login = draft.import({ module: 'azure.identity', name: 'DefaultAzureCredential' });
          const url = `${draft.import({ module: 'os' })}.environ[${quoted(draft, VAULT_URL)}]`;
          return `${client}(${url}, ${login}())`;
        },
        read: ({ client, name, draft }) => `${client}.get_secret(${quoted(draft, name)}).value`,
        awaits: false,
      },
      script: {
        client: /^new SecretClient\(/,
        needs: '@azure/identity',
        make: (draft) => {
          const client = draft.import({ module: '@azure/keyvault-secrets', name: 'SecretClient' });
          const login = draft.import({ module: '@azure/identity', name: 'DefaultAzureCredential' });
          return `new ${client}(process.env.${VAULT_URL} ?? ${quoted(draft, '')}, new ${login}())`;
        },
        read: ({ client, name, draft }) =>
          `(await ${client}.getSecret(${quoted(draft, name)})).value ?? ${quoted(draft, '')}`,
        awaits: true,
      },
    },
  },
  {
    id: 'infisical',
    name: 'Infisical',
    packages: ['infisicalsdk', 'infisical-python', '@infisical/sdk'],
    library: /infisical/i,
    reads:
      /\bget_secret_by_name\(|\.secrets\(\)\s*\.getSecret\(|\bgetSecret\(\s*(?:options\s*=\s*GetSecretOptions|\{)/,
    value: /secret_?value/i,
    named: /\bsecret_?name["']?\s*[=:]\s*["'`]([^"'`\n]+)/gi,
    nameOf: (words) => words.join('_').toUpperCase(),
    in: {},
  },
  {
    id: '1password',
    name: '1Password',
    packages: ['onepassword-sdk', '@1password/sdk'],
    library: /\bonepassword\b|@1password\//,
    reads: /\.secrets\.resolve\(/,
    value: /\.secrets\.resolve\(/,
    named: /["'`]op:\/\/[^"'`\n]*?([^"'`\n/]+)\/[^"'`\n/]+["'`]/g,
    nameOf: kebab,
    in: {},
  },
];
