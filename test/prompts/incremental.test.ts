import { expect, test } from 'vitest';
import { Engine } from '../../server/src/core/engine.js';
import { testHost } from '../support/host.js';

const code = `import prompty
from flask import Flask, request

app = Flask(__name__)


@app.route("/ask")
def ask():
    return prompty.execute("chat.prompty", inputs={"q": request.args["q"]})
`;

test('a placeholder that moves into the system message is found although the code stays the same', async () => {
  const engine = new Engine({ host: await testHost() });
  const reported = (prompt: string): string[] => {
    engine.set({ path: 'chat.prompty', text: prompt });
    return engine
      .analyse()
      .findings.filter(({ ruleId }) => ruleId === 'prompt-file-unsafe-interpolation')
      .map(({ location }) => prompt.slice(location.range.start, location.range.end));
  };
  engine.set({ path: 'app.py', text: code });
  expect(reported('system:\nHi.\nuser:\n{{q}}\n')).toEqual([]);
  expect(reported('system:\nHi {{q}}.\nuser:\nGo.\n')).toEqual(['{{q}}']);
  expect(reported('system:\nHi.\nuser:\n{{q}}\n')).toEqual([]);
});
