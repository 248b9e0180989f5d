import { beforeAll, describe, expect, test } from 'vitest';
import { languageOf, lower } from '../../server/src/core/languages/language.js';
import { promptStrings } from '../../server/src/core/prompts/in-code.js';
import { isPromptName } from '../../server/src/core/prompts/prompt-names.js';
import type { TreeSitterHost } from '../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../support/host.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

/** "role: text" for every prompt string of a file. */
function check(path: string, code: string, expected: readonly string[]): void {
  const language = languageOf(path)!;
  const module = lower(language, host.parse(language, code, path)!, code, path);
  const found = promptStrings(module).map(
    ({ role, range }) => `${role}: ${code.slice(range.start, range.end)}`,
  );
  expect(found).toEqual(expected);
}

describe('Python', () => {
  test('texts that Guidance adds to a model', () => {
    check(
      'a.py',
      `
from guidance import models, system
lm = models.OpenAI("gpt-5")
with system():
    lm += "You are a clerk."
`,
      ['unknown: You are a clerk.'],
    );
  });

  test('documentation that is shown to the model, and what decorated functions give', () => {
    check(
      'a.py',
      `
class Answer(dspy.Signature):
    """Answer in one sentence."""
class Plain(Base):
    """Not for a model."""
@mcp.tool()
def look_up(q):
    """Look up an order."""
@agent.system_prompt
def extra(ctx):
    return "Be kind to guests."
@app.get("/")
def page():
    """Not for a model."""
Tool(name="x", description="Sends a mail.", func=f)
Column(description="Not for a model.")
`,
      [
        'system: Answer in one sentence.',
        'system: Look up an order.',
        'system: Be kind to guests.',
        'system: Sends a mail.',
      ],
    );
  });

  test('variables, fields, parameters and functions that are called after prompts', () => {
    check(
      'a.py',
      `
SYSTEM_PROMPT = """You are a clerk."""
user_template = f"Question: {q} of today"
PROMPT_PATH = "prompts/system prompt.txt"
class Agent:
    instructions = "Be very brief."
    def __init__(self, system_message="You are kind."):
        self.system_prompt = "Never tell." + " Not ever, ever."
def build_prompt(x):
    return dedent("""
        Answer the question.
    """).strip()
def other():
    return "This is no prompt."
`,
      [
        'system: You are a clerk.',
        'user: Question: ',
        'user:  of today',
        'system: Be very brief.',
        'system: You are kind.',
        'system: Never tell.',
        'system:  Not ever, ever.',
        'unknown: \n        Answer the question.\n    ',
      ],
    );
  });

  test('messages, pairs, message classes and keyword arguments', () => {
    check(
      'a.py',
      `
x = [{"role": "system", "content": "Stay in character."}, {"role": "user", "content": [{"type": "text", "text": "Who are you?"}]}]
y = ChatPromptTemplate.from_messages([("system", "You translate."), ("human", "{text} please do")])
z = [SystemMessage(content="Be careful now."), HumanMessage("Hello over there")]
w = PromptTemplate.from_template("Summarize {text} now.")
run(system="Only facts please.", temperature=0, instructions=choose or "Fall back on this.")
m = ChatMessage.from_system("You are a robot.")
`,
      [
        'system: Stay in character.',
        'system: You translate.',
        'user: {text} please do',
        'system: Be careful now.',
        'user: Hello over there',
        'unknown: Summarize {text} now.',
        'system: Only facts please.',
        'system: Fall back on this.',
        'system: You are a robot.',
      ],
    );
  });
});

describe('TypeScript', () => {
  test('descriptions of tools', () => {
    check(
      'a.ts',
      `
server.registerTool('find', { title: 'Find an order', description: 'Finds an order.' }, handler);
server.tool('read', 'Reads an order.', {}, handler);
export const look = tool({ description: 'Looks an order up.', inputSchema: z.object({}), execute });
const column = { description: 'Not for a model.', width: 4 };
`,
      [
        'system: Find an order',
        'system: Finds an order.',
        'system: Reads an order.',
        'system: Looks an order up.',
      ],
    );
  });

  test('constants, options, messages and tagged templates', () => {
    check(
      'a.ts',
      `
export const systemPrompt = \`You are \${name}, a helper.\`;
const text = await generateText({ system: 'Answer in French.', prompt: ['One line.', 'Two lines.'].join('\\n') });
const messages = [{ role: 'assistant', content: 'How can I help?' }];
const p = prompt\`Write a poem.\`;
const promptTokens = 'not a prompt at all';
const label = 'nor is this one';
class A { private readonly instructions = 'Keep it short.'; }
`,
      [
        'system: You are ',
        'system: , a helper.',
        'system: Answer in French.',
        'unknown: One line.',
        'unknown: Two lines.',
        'assistant: How can I help?',
        'unknown: Write a poem.',
        'system: Keep it short.',
      ],
    );
  });
});

describe('names', () => {
  test.each([
    ...[
      'prompt',
      'SYSTEM_PROMPT',
      'systemPrompt',
      'user_prompt_template',
      'instructions',
      'systemInstruction',
      'preamble',
    ],
    ...[
      'system_message',
      'developerMessage',
      'userTemplate',
      'get_system_prompt',
      'PROMPTS',
      'persona',
      'system',
    ],
  ])('%s is the name of a prompt', (name) => expect(isPromptName(name)).toBe(true));

  test.each([
    ...[
      'prompt_tokens',
      'promptPath',
      'PROMPT_FILE',
      'promptId',
      'message',
      'template',
      'user',
      'username',
      'messages',
      'role',
    ],
    ...['operating_system', 'systemctl', 'promptly', 'email_template', '', 'error_message'],
  ])('%s is not', (name) => expect(isPromptName(name)).toBe(false));
});
