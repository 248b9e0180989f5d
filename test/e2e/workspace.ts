// The program that the journeys open: a web app that runs what a model says.
export const appFile = 'app.py';

export const app = [
  'import subprocess',
  '',
  'from flask import Flask, request',
  'from openai import OpenAI',
  '',
  'app = Flask(__name__)',
  'client = OpenAI()',
  '',
  '',
  '@app.post("/run")',
  'def run():',
  '    question = request.get_json()["question"]',
  '    response = client.chat.completions.create(',
  '        model="gpt-5.5",',
  '        max_completion_tokens=200,',
  '        messages=[{"role": "user", "content": question}],',
  '    )',
  '    command = response.choices[0].message.content',
  '    subprocess.run(command, shell=True, timeout=30)',
  '    return "done"',
  '',
].join('\n');

/** Rule of the finding that the journeys fix. */
export const rule = 'llm-output-to-shell';

/** Part of the title of the fix that they choose. */
export const fixTitle = 'Run only listed commands';
