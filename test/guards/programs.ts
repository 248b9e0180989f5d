/** A program, how to run it, and which fix is to be tried on it. */
export interface Program {
  readonly name: string;
  readonly language: 'python' | 'script';
  readonly files: Readonly<Record<string, string>>;
  /** Statements that run the program; `TEXT` stands for what the user types, as a literal. */
  readonly drive: string;
  readonly rule: string;
  readonly fix: string;
}

const flask = `from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI()

`;

const driveFlask = `import json, app
app.request.json = {"text": TEXT}
print(json.dumps(app.ask()))`;

const fastapi = `import asyncio

from fastapi import FastAPI
from openai import AsyncOpenAI

app = FastAPI()
client = AsyncOpenAI()

`;

const python = (name: string, app: string, drive = driveFlask): Program => ({
  name,
  language: 'python',
  files: { 'app.py': app },
  drive,
  rule: 'llm-call-unguarded',
  fix: 'redact-pii',
});

const script = (name: string, route: string, driver = drivePost): Program => ({
  name,
  language: 'script',
  files: {
    'package.json': '{"type":"module","dependencies":{"ai":"^7.0.0"}}',
    'app/api/chat/route.ts': route,
  },
  drive: driver,
  rule: 'llm-call-unguarded',
  fix: 'redact-pii',
});

const drivePost = `import { POST } from './app/api/chat/route';
const request = new Request('http://localhost/api/chat', { method: 'POST', body: JSON.stringify({ text: TEXT }) });
console.log(JSON.stringify(await (await POST(request)).text()));`;

const openai = `import OpenAI from 'openai';

const client = new OpenAI();

export async function POST(request: Request): Promise<Response> {
  const { text } = (await request.json()) as { text: string };
`;

/** Programs that send what a user types to a model, and give the user the answer. */
export const talking: readonly Program[] = [
  python(
    'an f-string in a message',
    `${flask}
@app.post("/ask")
def ask():
    text = request.json["text"]
    reply = client.chat.completions.create(model="m", messages=[{"role": "user", "content": f"{text}"}])
    return {"answer": reply.choices[0].message.content}
`,
  ),
  python(
    'messages with parts, and history around them',
    `${flask}
@app.post("/ask")
def ask():
    history = [{"role": "system", "content": "Be brief."}, {"role": "assistant", "content": "Hello"}]
    parts = [{"type": "text", "text": request.json["text"]}]
    reply = client.chat.completions.create(model="m", messages=[*history, {"role": "user", "content": parts}])
    return reply.choices[0].message.content
`,
  ),
  python(
    'the responses API',
    `${flask}
@app.post("/ask")
def ask():
    return {"answer": client.responses.create(model="m", instructions="Be brief.", input=request.json["text"]).output_text}
`,
  ),
  python(
    'a stream',
    `${flask}
@app.post("/ask")
def ask():
    stream = client.chat.completions.create(
        model="m", messages=[{"role": "user", "content": request.json["text"]}], stream=True
    )
    answer = ""
    for chunk in stream:
        answer += chunk.choices[0].delta.content or ""
    return answer
`,
  ),
  python(
    'a conversation of two rounds',
    `${flask}
@app.post("/ask")
def ask():
    messages = []
    for text in [request.json["text"], "and " + request.json["text"]]:
        messages.append({"role": "user", "content": text})
        reply = client.chat.completions.create(model="m", messages=messages).choices[0].message.content
        messages.append({"role": "assistant", "content": reply})
    return messages[-1]["content"]
`,
  ),
  python(
    'awaited',
    `${fastapi}
@app.post("/ask")
async def ask(text: str):
    reply = await client.chat.completions.create(model="m", messages=[{"role": "user", "content": text}])
    return reply.choices[0].message.content
`,
    'import asyncio, json, app\nprint(json.dumps(asyncio.run(app.ask(TEXT))))',
  ),
  python(
    'an asynchronous stream',
    `${fastapi}
@app.post("/ask")
async def ask(text: str):
    answer = ""
    stream = await client.chat.completions.create(model="m", messages=[{"role": "user", "content": text}], stream=True)
    async for chunk in stream:
        answer += chunk.choices[0].delta.content or ""
    return answer
`,
    'import asyncio, json, app\nprint(json.dumps(asyncio.run(app.ask(TEXT))))',
  ),
  python(
    'many calls at once',
    `${fastapi}
@app.post("/ask")
async def ask(text: str):
    replies = await asyncio.gather(*[client.responses.create(model="m", input=f"{n}: {text}") for n in range(3)])
    return [reply.output_text for reply in replies]
`,
    'import asyncio, json, app\nprint(json.dumps(asyncio.run(app.ask(TEXT))))',
  ),
  python(
    'Anthropic',
    `from anthropic import Anthropic
from flask import Flask, request

app = Flask(__name__)
claude = Anthropic()


@app.post("/ask")
def ask():
    message = claude.messages.create(
        model="m", max_tokens=99, messages=[{"role": "user", "content": "" + request.json["text"]}]
    )
    return message.content[0].text
`,
  ),
  {
    ...python(
      'a package with relative imports',
      '',
      'import json\nfrom service import api\napi.request.json = {"text": TEXT}\nprint(json.dumps(api.ask()))',
    ),
    files: {
      'service/__init__.py': '',
      'service/settings.py': 'MODEL = "m"\n',
      'service/api.py': `${flask.replace('\n\n', '\n\nfrom .settings import MODEL\n\n')}
@app.post("/ask")
def ask():
    return client.responses.create(model=MODEL, input=request.json["text"]).output_text
`,
    },
  },
  script(
    'a template literal',
    `${openai}  const reply = await client.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: \`\${text}\` }] });
  return new Response(reply.choices[0]?.message.content);
}
`,
  ),
  script(
    'the responses API, in an arrow function',
    `import OpenAI from 'openai';

const client = new OpenAI();

export const POST = async (request: Request) =>
  new Response((await client.responses.create({ model: 'm', input: ((await request.json()) as { text: string }).text })).output_text);
`,
  ),
  script(
    'a stream in TypeScript',
    `${openai}  const stream = await client.chat.completions.create({ model: 'm', messages: [{ role: 'user', content: text }], stream: true });
  let answer = '';
  for await (const chunk of stream) answer += chunk.choices[0]?.delta.content ?? '';
  return new Response(answer);
}
`,
  ),
  script(
    'a chain of then',
    `${openai}  return client.responses.create({ model: 'm', input: text }).then((reply) => new Response(reply.output_text));
}
`,
  ),
  script(
    'Anthropic in TypeScript',
    `import Anthropic from '@anthropic-ai/sdk';

const claude = new Anthropic();

export async function POST(request: Request): Promise<Response> {
  const { text } = (await request.json()) as { text: string };
  const message = await claude.messages.create({ model: 'm', max_tokens: 99, messages: [{ role: 'user', content: text }] });
  const [block] = message.content;
  return new Response(block?.type === 'text' ? block.text : '');
}
`,
  ),
  script(
    'the AI SDK',
    `import { openai } from '@ai-sdk/openai';
import { generateText } from 'ai';

export async function POST(request: Request): Promise<Response> {
  const { text } = (await request.json()) as { text: string };
  const answer = await generateText({ model: openai.chat('m'), prompt: text });
  return new Response(answer.text);
}
`,
  ),
  script(
    'a stream of the AI SDK',
    `import { openai } from '@ai-sdk/openai';
import { streamText } from 'ai';

export async function POST(request: Request): Promise<Response> {
  const { text } = (await request.json()) as { text: string };
  return streamText({ model: openai('m'), messages: [{ role: 'user', content: text }] }).toTextStreamResponse();
}
`,
  ),
];

/** A program that puts an answer to dangerous use: with what the model says, and whether the use takes place. */
export interface Danger extends Program {
  /** Answers that must not get through; FILE stands for a path that must not come to be. */
  readonly harmful: string;
  /** An answer that must get through. */
  readonly harmless: string;
  /** What the program then prints; its own folder when undefined. */
  readonly prints: unknown;
}

const danger = (
  name: string,
  rule: string,
  fix: string,
  body: string,
  answers: Pick<Danger, 'harmful' | 'harmless' | 'prints'>,
  imports = '',
): Danger => ({
  name,
  language: 'python',
  files: {
    'app.py': `${imports}from openai import OpenAI

client = OpenAI()


def ask(question: str):
    answer = client.responses.create(model="m", input=question).output_text
${body}`,
  },
  drive: 'import json, app\nprint(json.dumps(app.ask(TEXT)))',
  rule,
  fix,
  ...answers,
});

const scriptDanger = (
  name: string,
  rule: string,
  fix: string,
  body: string,
  answers: Pick<Danger, 'harmful' | 'harmless' | 'prints'>,
  imports = '',
): Danger => ({
  name,
  language: 'script',
  files: {
    'ask.ts': `${imports}import OpenAI from 'openai';

const client = new OpenAI();

export async function ask(question: string) {
  const { output_text: answer } = await client.responses.create({ model: 'm', input: question });
${body}}
`,
  },
  drive: "import { ask } from './ask';\nconsole.log(JSON.stringify(await ask(TEXT)));",
  rule,
  fix,
  ...answers,
});

/** Programs that let an answer do something. */
export const acting: readonly Danger[] = [
  danger(
    'a shell command',
    'llm-output-to-shell',
    'safe-argv',
    '    return subprocess.run(answer, shell=True, capture_output=True, text=True).stdout\n',
    { harmful: 'date; touch FILE', harmless: 'pwd', prints: undefined },
    'import subprocess\n\n',
  ),
  danger(
    'os.system with a program of its own',
    'llm-output-to-shell',
    'safe-argv',
    '    return os.system("test -d " + answer)\n',
    { harmful: '/ ; touch FILE', harmless: '/', prints: 0 },
    'import os\n\n',
  ),
  danger('eval of data', 'llm-output-to-code-exec', 'read-as-value', '    return eval(answer)\n', {
    harmful: "open('FILE', 'w').write('x')",
    harmless: '[1, {"a": 2}]',
    prints: [1, { a: 2 }],
  }),
  danger('eval of a formula', 'llm-output-to-code-exec', 'calculate', '    return eval(answer)\n', {
    harmful: "open('FILE', 'w').write('x')",
    harmless: '2 * (3 + 4)',
    prints: 14,
  }),
  danger(
    'SQL',
    'llm-output-to-sql',
    'require-select',
    `    database = sqlite3.connect(":memory:")
    database.execute("create table t as select 7 as a")
    rows = database.execute(answer).fetchall()
    return rows
`,
    { harmful: "attach database 'FILE' as b", harmless: 'select a from t', prints: [[7]] },
    'import sqlite3\n\n',
  ),
  danger(
    'a path',
    'llm-output-to-path',
    'safe-path',
    '    with open(os.path.join("out", answer), "w") as file:\n        return file.write("text")\n',
    { harmful: 'FILE', harmless: 'notes.txt', prints: 4 },
    'import os\n\nos.makedirs("out", exist_ok=True)\n\n',
  ),
  scriptDanger(
    'a shell command in TypeScript',
    'llm-output-to-shell',
    'safe-argv',
    '  return execSync(answer).toString();\n',
    { harmful: 'date; touch FILE', harmless: 'pwd', prints: undefined },
    "import { execSync } from 'node:child_process';\n",
  ),
  scriptDanger(
    'eval in TypeScript',
    'llm-output-to-code-exec',
    'read-as-value',
    '  return eval(`(${answer})`);\n',
    {
      harmful: "process.getBuiltinModule('fs').writeFileSync('FILE', 'x')",
      harmless: '{"a": [1]}',
      prints: { a: [1] },
    },
  ),
  scriptDanger(
    'a path in TypeScript',
    'llm-output-to-path',
    'safe-path',
    "  writeFileSync(join('out', answer), 'text');\n  return true;\n",
    { harmful: '../harm.txt', harmless: 'notes.txt', prints: true },
    "import { mkdirSync, writeFileSync } from 'node:fs';\nimport { join } from 'node:path';\n\nmkdirSync('out', { recursive: true });\n",
  ),
];
