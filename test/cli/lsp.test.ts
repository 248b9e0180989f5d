import { spawn } from 'node:child_process';
import { expect, test } from 'vitest';
import { builtCli, systemNode } from '../support/cli.js';

const cli = builtCli('cli.js');

/** Sends messages as an editor does and collects what comes back until the process ends. */
function talk(
  ...messages: readonly object[]
): Promise<{ readonly code: number | null; readonly out: string }> {
  return new Promise((resolve) => {
    const child = spawn(systemNode(), [cli.path(), 'lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk;
    });
    child.on('close', (code) => resolve({ code, out }));
    for (const message of messages) {
      const body = JSON.stringify({ jsonrpc: '2.0', ...message });
      child.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    }
  });
}

test('"lsp --stdio" is the language server, on the Node of the system', async () => {
  const { code, out } = await talk(
    { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } },
    { method: 'initialized', params: {} },
    { id: 2, method: 'shutdown' },
    { method: 'exit' },
  );
  expect(out).toContain('"capabilities"');
  expect(out).toContain('"codeActionProvider"');
  expect(code).toBe(0);
});

test('"lsp" without a transport is refused', () => {
  expect(cli.run('/', 'lsp')).toEqual({ code: 2, out: '', err: 'sallyport: lsp needs --stdio\n' });
});
