import { afterEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, DiagnosticSeverity } from 'vscode-languageserver-protocol/node';
import { app, fixTitle, rule } from '../e2e/workspace.ts';
import { type ClientOptions, modern, plain, TestClient } from './client.js';

let client: TestClient | undefined;
afterEach(async () => {
  await client?.dispose();
  client = undefined;
});

async function opened(
  files: Record<string, string> = { 'app.py': app },
  options?: ClientOptions,
): Promise<TestClient> {
  client = await TestClient.start(files, options);
  for (const [path, text] of Object.entries(files))
    if (path.endsWith('.py')) await client.open(path, 'python', text);
  return client;
}

const codes = (diagnostics: readonly { code?: unknown }[]): readonly unknown[] =>
  diagnostics.map(({ code }) => code);

describe('diagnostics', () => {
  test('are pulled, with the path from source to sink as related information', async () => {
    const c = await opened();
    const found = (await c.pull('app.py')).find(({ code }) => code === rule)!;
    expect(found.severity).toBe(DiagnosticSeverity.Error);
    expect(found.range).toEqual(
      c.rangeOf('app.py', 'command, shell').start.line === found.range.start.line ? found.range : null,
    );
    expect(found.relatedInformation!.length).toBeGreaterThanOrEqual(2);
    expect(found.relatedInformation![0]!.message).toMatch(/^1\. /);
  });

  test('are pushed to a client that cannot pull', async () => {
    const c = await opened(undefined, { capabilities: plain });
    expect(codes(await c.pushed('app.py', (list) => list.length > 0))).toContain(rule);
  });

  test('follow every incremental change', async () => {
    const c = await opened();
    await c.change('app.py', 'subprocess.run(command, shell=True, timeout=30)', 'print(len(command))');
    expect(codes(await c.pull('app.py'))).not.toContain(rule);
    await c.change('app.py', 'print(len(command))', 'subprocess.run(command, shell=True, timeout=30)');
    expect(codes(await c.pull('app.py'))).toContain(rule);
  });

  test('are answered as unchanged when nothing changed', async () => {
    const c = await opened();
    const ask = (previousResultId?: string) =>
      c.connection.sendRequest<{ kind: string; resultId: string }>('textDocument/diagnostic', {
        textDocument: { uri: c.uri('app.py') },
        ...(previousResultId === undefined ? {} : { previousResultId }),
      });
    const first = await ask();
    expect(await ask(first.resultId)).toEqual({ kind: 'unchanged', resultId: first.resultId });
  });

  test('survive half-typed code and come back with it', async () => {
    const c = await opened();
    await c.change('app.py', 'return "done"', 'return f"do{');
    await c.pull('app.py');
    await c.change('app.py', 'return f"do{', 'return "done"');
    expect(codes(await c.pull('app.py'))).toContain(rule);
  });

  test('of files that are not open are published only under the scope "workspace"', async () => {
    client = await TestClient.start({ 'app.py': app }, { settings: { scope: 'workspace' } });
    expect(codes(await client.pushed('app.py', (list) => list.length > 0))).toContain(rule);
    client.settings = { scope: 'open' };
    await client.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await client.pushed('app.py', (list) => list.length === 0);
  });

  test('follow files that change on disk', async () => {
    client = await TestClient.start({ 'app.py': app }, { settings: { scope: 'workspace' } });
    await client.pushed('app.py', (list) => list.length > 0);
    await client.writeFile('app.py', 'print("nothing")\n');
    await client.pushed('app.py', (list) => list.length === 0);
  });

  test('reach every workspace folder', async () => {
    client = await TestClient.start(
      { 'a.py': 'x = 1\n' },
      { settings: { scope: 'workspace' }, folders: { second: { 'app.py': app } } },
    );
    expect(codes(await client.pushed('../second/app.py', (list) => list.length > 0))).toContain(rule);
  });

  test('are given for a document outside every folder', async () => {
    const c = await opened({ 'a.py': 'x = 1\n' });
    await c.open('../elsewhere/app.py', 'python', app);
    expect(codes(await c.pull('../elsewhere/app.py'))).toContain(rule);
  });

  test('leave out what the severity setting hides', async () => {
    const c = await opened(undefined, { settings: { severity: 'error' } });
    expect((await c.pull('app.py')).every(({ severity }) => severity === DiagnosticSeverity.Error)).toBe(
      true,
    );
  });
});

describe('code actions', () => {
  test('list fixes without edits, and resolve to one edit that removes the finding', async () => {
    const c = await opened();
    const place = c.rangeOf('app.py', 'subprocess.run(command');
    const actions = await c.actions('app.py', place, ['quickfix']);
    const fix = actions.find(({ title }) => title.includes(fixTitle))!;
    expect(fix.edit).toBeUndefined();
    const touched = await c.apply((await c.resolve(fix)).edit!);
    expect(Object.keys(touched).sort()).toEqual(['app.py', 'prompt_guards.py']);
    expect(codes(await c.pull('app.py'))).not.toContain(rule);
  });

  test('come with their edit for a client that cannot resolve', async () => {
    const c = await opened(undefined, { capabilities: plain });
    await c.pushed('app.py', (list) => list.length > 0);
    const actions = await c.actions('app.py', c.rangeOf('app.py', 'subprocess.run(command'));
    expect(actions.length).toBeGreaterThan(0);
    for (const { title, edit } of actions) expect(edit, title).toBeDefined();
  });

  test('offer to ignore a finding with a reason', async () => {
    const c = await opened();
    const actions = await c.actions('app.py', c.rangeOf('app.py', 'subprocess.run(command'));
    const ignore = actions.find(({ kind }) => kind === 'quickfix.sallyport.suppress')!;
    const touched = await c.apply((await c.resolve(ignore)).edit!);
    expect(touched['app.py']).toContain(`sallyport-ignore ${rule}:`);
  });

  test('offer to guard every model call, finding or not', async () => {
    const quiet =
      'from openai import OpenAI\n\nclient = OpenAI()\nresponse = client.responses.create(model="m", input="hi", max_output_tokens=9)\n';
    const c = await opened({ 'quiet.py': quiet });
    const actions = await c.actions('quiet.py', c.rangeOf('quiet.py', 'responses.create'), ['refactor']);
    expect(
      actions.map(({ title }) => title).filter((title) => title.startsWith('Guard this call')),
    ).not.toEqual([]);
  });

  test('are refused with a reason when the document has moved on', async () => {
    const c = await opened();
    const [fix] = await c.actions('app.py', c.rangeOf('app.py', 'subprocess.run(command'), [
      'quickfix.sallyport.guard',
    ]);
    await c.change('app.py', 'subprocess.run(command, shell=True, timeout=30)', 'pass');
    expect((await c.resolve(fix!)).disabled?.reason).toMatch(/changed/);
  });
});

describe('hover', () => {
  test('on a finding says what, why and what to do', async () => {
    const c = await opened();
    const hover = await c.connection.sendRequest<{ contents: { value: string } }>('textDocument/hover', {
      textDocument: { uri: c.uri('app.py') },
      position: c.rangeOf('app.py', 'command, shell').start,
    });
    expect(hover.contents.value).toContain(rule);
    expect(hover.contents.value).toContain('What to do');
  });

  test('elsewhere says nothing', async () => {
    const c = await opened();
    const position = { line: 1, character: 0 };
    expect(
      await c.connection.sendRequest('textDocument/hover', {
        textDocument: { uri: c.uri('app.py') },
        position,
      }),
    ).toBeNull();
  });
});

test('a cancelled request does not break the next one', async () => {
  const c = await opened();
  const source = new CancellationTokenSource();
  const cancelled = c.connection.sendRequest(
    'textDocument/diagnostic',
    { textDocument: { uri: c.uri('app.py') } },
    source.token,
  );
  source.cancel();
  await cancelled.catch(() => {});
  expect(codes(await c.pull('app.py'))).toContain(rule);
});

test('a policy file that appears takes effect at once', async () => {
  const c = await opened(undefined, { capabilities: modern });
  expect(codes(await c.pull('app.py'))).toContain(rule);
  await c.writeFile('sallyport.yaml', `rules:\n  ${rule}: off\n`);
  await new Promise((done) => setTimeout(done, 300));
  expect(codes(await c.pull('app.py'))).not.toContain(rule);
});
