import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { automaticFix } from '../../server/src/core/fixes/automatic.js';
import { nameLike } from '../../server/src/core/fixes/managers/names.js';
import type { Host } from '../../server/src/core/host.js';
import { type FakeLlm, startFakeLlm } from '../guards/fake-llm.js';
import { inFolder, runPython, runScript } from '../guards/program.js';
import { withFakeSecrets } from '../support/fake-secrets.js';
import { testHost } from '../support/host.js';
import { applyFix, Bench, type Files } from './support.js';

let host: Host;
let fake: FakeLlm;
beforeAll(async () => {
  host = await testHost();
  fake = await startFakeLlm();
});
beforeEach(() => fake.reset());
afterAll(() => fake.close());

const key = withFakeSecrets('<<openai-project>>');
const rule = 'llm-hardcoded-api-key';

function fixesOf(files: Files) {
  const bench = new Bench(host, files);
  const finding = bench.analysis.findings.find(({ ruleId }) => ruleId === rule);
  return finding === undefined ? [] : bench.fixes(finding);
}

const python = (head: string): string => `${head}
from openai import OpenAI

client = OpenAI(api_key="${key}")


def ask(text):
    return client.responses.create(model="m", input=text).output_text
`;

const script = (head: string): string => `${head}
import OpenAI from 'openai';

export async function ask(input: string) {
  const client = new OpenAI({ apiKey: '${key}' });
  return (await client.responses.create({ model: 'm', input })).output_text;
}
`;

interface Program {
  readonly name: string;
  readonly files: Files;
  /** Fakes of the manager's library; each gives "from-NAME" for the secret NAME. */
  readonly fakes: Files;
  readonly gives: string;
}

const pythonFiles = (head: string, requirements: string): Files => ({
  'app.py': python(head),
  'requirements.txt': `openai\n${requirements}\n`,
});

const scriptFiles = (...dependencies: readonly string[]): Files => ({
  'app.ts': script(''),
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: Object.fromEntries(['openai', ...dependencies].map((name) => [name, '*'])),
  }),
});

/** esbuild takes the fake in the place of the package. */
const scriptFakes = (fakes: Files): Files => ({
  ...Object.fromEntries(Object.entries(fakes).map(([name, text]) => [`fakes/${name}.ts`, text])),
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      paths: Object.fromEntries(Object.keys(fakes).map((name) => [name, [`./fakes/${name}.ts`]])),
    },
  }),
});

const programs: readonly Program[] = [
  {
    name: 'Vault in Python',
    files: pythonFiles('', 'hvac'),
    fakes: {
      'hvac.py': `class Client:
    @property
    def secrets(self):
        return self
    kv = v2 = secrets
    def read_secret_version(self, path, mount_point="secret"):
        return {"data": {"data": {"value": f"from-{path}"}}}
`,
    },
    gives: 'from-openai-api-key',
  },
  {
    name: 'AWS Secrets Manager in Python',
    files: pythonFiles('import boto3\n\nmanager = boto3.client("secretsmanager")\n', 'boto3'),
    fakes: {
      'boto3.py': `def client(service, **options):
    assert service == "secretsmanager"
    class Client:
        def get_secret_value(self, SecretId):
            return {"SecretString": f"from-{SecretId}"}
    return Client()
`,
    },
    gives: 'from-openai-api-key',
  },
  {
    name: 'AWS parameters in Python',
    files: pythonFiles('import boto3\n\nmanager = boto3.client("ssm")\n', 'boto3'),
    fakes: {
      'boto3.py': `def client(service, **options):
    assert service == "ssm"
    class Client:
        def get_parameter(self, Name, WithDecryption):
            assert WithDecryption
            return {"Parameter": {"Value": f"from-{Name}"}}
    return Client()
`,
    },
    gives: 'from-/openai-api-key',
  },
  {
    name: 'Google Cloud in Python',
    files: pythonFiles(
      'from google.cloud import secretmanager\n\nPATH = "projects/acme/secrets/DB_PASSWORD/versions/latest"\npassword = secretmanager.SecretManagerServiceClient().access_secret_version(name=PATH).payload.data\n',
      'google-cloud-secret-manager',
    ),
    fakes: {
      'google/cloud/secretmanager.py': `from types import SimpleNamespace
class SecretManagerServiceClient:
    def access_secret_version(self, name):
        _, project, _, secret, _, version = name.split("/")
        return SimpleNamespace(payload=SimpleNamespace(data=f"from-{project}-{secret}".encode()))
`,
    },
    gives: 'from-acme-OPENAI_API_KEY',
  },
  {
    name: 'a function of the project in Python',
    files: {
      ...pythonFiles('', 'hvac'),
      'store.py': `import hvac

client = hvac.Client()


def secret(path, key):
    return client.secrets.kv.v2.read_secret_version(path=path)["data"]["data"][key]


password = secret("shop", "db_password")
`,
    },
    fakes: {
      'hvac.py': `class Client:
    @property
    def secrets(self):
        return self
    kv = v2 = secrets
    def read_secret_version(self, path):
        return {"data": {"data": {"db_password": "x", "openai_api_key": f"from-{path}"}}}
`,
    },
    gives: 'from-shop',
  },
  {
    name: 'Vault in TypeScript',
    files: scriptFiles('node-vault'),
    fakes: scriptFakes({
      'node-vault':
        'export default () => ({ read: async (path: string) => ({ data: { data: { value: `from-${path}` } } }) });',
    }),
    gives: 'from-secret/data/openai-api-key',
  },
  {
    name: 'AWS Secrets Manager in TypeScript',
    files: scriptFiles('@aws-sdk/client-secrets-manager'),
    fakes: scriptFakes({
      '@aws-sdk/client-secrets-manager': `export class GetSecretValueCommand { constructor(readonly input: { SecretId: string }) {} }
export class SecretsManagerClient { send = async (command: GetSecretValueCommand) => ({ SecretString: \`from-\${command.input.SecretId}\` }); }`,
    }),
    gives: 'from-openai-api-key',
  },
  {
    name: 'Google Cloud in TypeScript',
    files: scriptFiles('@google-cloud/secret-manager'),
    fakes: scriptFakes({
      '@google-cloud/secret-manager':
        'export class SecretManagerServiceClient { accessSecretVersion = async ({ name }: { name: string }) => [{ payload: { data: Buffer.from(`from-${name.split("/")[3]}`) } }]; }',
    }),
    gives: 'from-openai-api-key',
  },
  {
    name: 'Azure in TypeScript',
    files: scriptFiles('@azure/keyvault-secrets', '@azure/identity'),
    fakes: scriptFakes({
      '@azure/keyvault-secrets':
        'export class SecretClient { constructor(url: string, login: object) {} getSecret = async (name: string) => ({ name, value: `from-${name}` }); }',
      '@azure/identity': 'export class DefaultAzureCredential {}',
    }),
    gives: 'from-openai-api-key',
  },
];

describe('the key comes from the manager, and the program runs as before', () => {
  test.each(programs.map((program) => [program.name, program] as const))('%s', async (_, program) => {
    const fix = fixesOf(program.files).find(({ id }) => id.startsWith('from-'));
    expect(fix).toBeDefined();
    const fixed = applyFix(program.files, fix!);
    expect(Object.values(fixed).join('\n')).not.toContain(key);
    expect(fixesOf(fixed)).toEqual([]);
    const outcome = await inFolder({ ...fixed, ...program.fakes }, (folder) =>
      'app.py' in fixed
        ? runPython(folder, 'import json, app\nprint(json.dumps(app.ask("hello")))', fake)
        : runScript(
            folder,
            "import { ask } from './app';\nconsole.log(JSON.stringify(await ask('hello')));",
            fake,
          ),
    );
    expect(outcome).toEqual({ printed: 'hello' });
    expect(fake.requests.map((request) => request.key)).toEqual([`Bearer ${program.gives}`]);
  });
});

describe('which of the two is preferred', () => {
  const store = `import boto3

client = boto3.client("secretsmanager")


def get_secret(name):
    return client.get_secret_value(SecretId=name)["SecretString"]
`;
  const preferred = (files: Files): string | undefined => automaticFix(fixesOf(files), false)?.id;

  test('the environment, where the package is there and nothing reads from it', () => {
    expect(preferred(pythonFiles('', 'hvac'))).toBe('env-var-implicit');
  });

  test('the environment, where other keys come from it', () => {
    const db = 'import os\n\nTOKEN = os.environ["SHOP_TOKEN"]\nPASSWORD = os.environ["DB_PASSWORD"]\n';
    const use = 'from store import get_secret\n\npin = get_secret("pin")\n';
    expect(preferred({ 'app.py': python(use), 'db.py': db, 'store.py': store })).toBe('env-var-implicit');
  });

  test('the manager, where other keys come from there, whatever logs in to it', () => {
    const use =
      'import os\nfrom store import get_secret\n\nlogin = os.environ["AWS_SECRET_ACCESS_KEY"]\npin = get_secret("pin")\n';
    expect(preferred({ 'app.py': python(use), 'store.py': store })).toBe('from-aws-secrets');
  });
});

test.each([
  [[], 'natural'],
  [['prod/db-password'], 'prod/api-key-of-app'],
  [['prod/a/x', 'prod/b/y'], 'prod/api-key-of-app'],
  [['DB_PASSWORD'], 'API_KEY_OF_APP'],
  [['db_password'], 'api_key_of_app'],
  [['dbPassword'], 'apiKeyOfApp'],
  [['DbPassword'], 'ApiKeyOfApp'],
  [['db.password'], 'api.key.of.app'],
  [['a {name} with holes'], 'natural'],
])('a name in the style of %j is %s', (examples, expected) => {
  expect(nameLike(examples, ['api', 'key', 'of', 'app'], 'natural')).toBe(expected);
});
