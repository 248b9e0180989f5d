import { Engine } from '../server/src/core/engine.js';
import { grammarsInFolder } from '../server/src/syntax/node-grammars.js';
import { TreeSitterHost } from '../server/src/syntax/tree-sitter-host.js';

export interface Typing {
  readonly name: string;
  readonly lines: number;
  /** Milliseconds from the edit to the findings. */
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** A handler that calls a model, as often as it takes to fill a file. */
const python = (i: number): string => `
@app.post("/ask/${i}")
def ask_${i}():
    question = request.get_json()["question"]
    context = load_context(question, limit=${i})
    messages = [
        {"role": "system", "content": "You answer questions about orders."},
        {"role": "user", "content": f"Question: {question}\\nContext: {context}"},
    ]
    response = client.chat.completions.create(model="gpt-5.5", messages=messages, max_completion_tokens=300)
    answer = response.choices[0].message.content
    rows = [row for row in query_${i}(answer) if row]
    return {"answer": answer, "rows": rows}


def query_${i}(sql):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM orders WHERE note = %s", (sql,))
        return cursor.fetchall()
`;

const typescript = (i: number): string => `
app.post('/ask/${i}', async (req, res) => {
  const { question } = req.body;
  const context = await loadContext(question, ${i});
  const response = await client.chat.completions.create({
    model: 'gpt-5.5',
    messages: [
      { role: 'system', content: 'You answer questions about orders.' },
      { role: 'user', content: \`Question: \${question}\\nContext: \${context}\` },
    ],
    max_completion_tokens: 300,
  });
  const answer = response.choices[0]?.message.content ?? '';
  const rows = await query${i}(answer);
  res.json({ answer, rows: rows.filter((row) => row.id > ${i}) });
});

async function query${i}(note: string) {
  const { rows } = await pool.query('SELECT * FROM orders WHERE note = $1', [note]);
  return rows;
}
`;

const pythonHead = `from flask import Flask, request
from openai import OpenAI
from helpers import load_context, connection

app = Flask(__name__)
client = OpenAI()
`;

const typescriptHead = `import express from 'express';
import OpenAI from 'openai';
import { loadContext, pool } from './helpers.js';

const app = express();
const client = new OpenAI();
`;

const helpers = {
  'helpers.py':
    'def load_context(question, limit):\n    return open("context.txt").read()[:limit]\n\nconnection = None\n',
  'helpers.ts':
    'export async function loadContext(q: string, n: number) { return q.slice(0, n); }\nexport const pool = { query: async () => ({ rows: [] }) };\n',
};

const EDITS = 300;

export async function typing(grammars: URL): Promise<readonly Typing[]> {
  const host = new TreeSitterHost(grammarsInFolder(grammars));
  await host.load(['python', 'typescript']);
  const file = (head: string, part: (i: number) => string): string => {
    let text = head;
    for (let i = 0; text.split('\n').length < 2_000; i++) text += part(i);
    return text;
  };
  return [
    measure(host, 'app.py', file(pythonHead, python)),
    measure(host, 'app.ts', file(typescriptHead, typescript)),
  ];
}

function measure(host: TreeSitterHost, path: string, original: string): Typing {
  const engine = new Engine({ host });
  for (const [name, text] of Object.entries(helpers)) engine.set({ path: name, text });
  host.retain(path);
  engine.set({ path, text: original });
  engine.analyse();
  const times: number[] = [];
  let text = original;
  let at = text.indexOf('answer', Math.floor(text.length / 2));
  for (let i = 0; i < EDITS; i++) {
    // A new name every 40 characters, somewhere else each time.
    if (i % 40 === 0) at = text.indexOf('\n', (at + 7_919) % text.length) + 1;
    text = `${text.slice(0, at)}${'  x = ask1'[i % 10]}${text.slice(at)}`;
    at++;
    const start = performance.now();
    engine.set({ path, text });
    engine.analyse();
    times.push(performance.now() - start);
  }
  host.release(path);
  times.sort((a, b) => a - b);
  const share = (p: number): number => times[Math.min(times.length - 1, Math.floor(times.length * p))] ?? 0;
  return { name: path, lines: original.split('\n').length, p50: share(0.5), p95: share(0.95), max: share(1) };
}
