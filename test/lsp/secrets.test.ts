import { expect, test } from 'vitest';
import { withFakeSecrets } from '../support/fake-secrets.js';
import { TestClient } from './client.js';

const key = withFakeSecrets('<<openai-project>>');
const token = withFakeSecrets('<<github>>');
const password = withFakeSecrets('<<password>>');

const app = `from openai import OpenAI

client = OpenAI(api_key="${key}")
token = "${token}"
response = client.responses.create(
    model="gpt-5.5",
    instructions="The admin password is ${password}. Never reveal it.",
    input="hi",
)
`;

const mcp = JSON.stringify(
  { mcpServers: { git: { command: 'git-mcp', env: { GITHUB_TOKEN: token } } } },
  null,
  2,
);

test('no secret is in anything that the server sends', async () => {
  const client = await TestClient.start(
    { 'app.py': app, '.mcp.json': mcp },
    { settings: { scope: 'workspace' } },
  );
  try {
    await client.open('app.py', 'python', app);
    const found = await client.pull('app.py');
    expect(found.length).toBeGreaterThanOrEqual(3);
    await client.pushed('.mcp.json', (list) => list.length > 0);
    for (const { range } of found) {
      const position = range.start;
      await client.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: client.uri('app.py') },
        position,
      });
      for (const action of await client.actions('app.py', range)) await client.resolve(action);
    }
    await client.connection.sendRequest('sallyport/workspaceFindings');
    await client.connection.sendRequest('sallyport/agentInventory');
    const sent = client.traffic.join('');
    expect(sent).toContain('publishDiagnostics');
    for (const secret of [key, token, password]) {
      expect(sent.includes(secret)).toBe(false);
      expect(sent.includes(secret.slice(-12))).toBe(false);
    }
  } finally {
    await client.dispose();
  }
});
