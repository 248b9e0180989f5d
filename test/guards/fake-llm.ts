import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as it crossed the wire. */
export interface Recorded {
  readonly path: string;
  /** The key that was sent, in whichever header. */
  readonly key: string;
  readonly body: unknown;
}

export interface FakeLlm {
  /** "http://127.0.0.1:12345" */
  readonly url: string;
  readonly requests: readonly Recorded[];
  /** Everything that was sent, as one text. */
  wire(): string;
  /** What the model says, given the last text of the user; repeats that text by default. */
  answer: (userText: string) => string;
  reset(): void;
  close(): Promise<void>;
}

/** Characters per chunk of a stream: placeholders are cut in pieces. */
const CHUNK = 3;

/** Stands in for OpenAI (chat, responses, moderations) and Anthropic (messages). Loopback only. */
export async function startFakeLlm(): Promise<FakeLlm> {
  const requests: Recorded[] = [];
  const repeat = (text: string): string => text;
  const fake: FakeLlm = {
    url: '',
    requests,
    wire: () => JSON.stringify(requests),
    answer: repeat,
    reset: () => {
      requests.length = 0;
      fake.answer = repeat;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
  const server: Server = createServer((request, response) => {
    void read(request).then((body) => {
      const path = request.url?.split('?')[0] ?? '';
      const { authorization = '', 'x-api-key': key = '' } = request.headers;
      requests.push({ path, key: `${authorization}${String(key)}`, body });
      reply(path, body as Body, fake, response);
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return Object.assign(fake, { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
}

interface Body {
  readonly stream?: boolean;
  readonly input?: unknown;
  readonly prompt?: string;
  readonly messages?: readonly { readonly role: string; readonly content: unknown }[];
}

async function read(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text === '' ? null : JSON.parse(text);
}

function reply(path: string, body: Body, fake: FakeLlm, response: ServerResponse): void {
  if (path.endsWith('/moderations')) {
    const flagged = JSON.stringify(body).includes('FLAGME');
    json(response, { id: 'modr-1', model: 'm', results: [{ flagged, categories: {}, category_scores: {} }] });
    return;
  }
  const answer = fake.answer(lastUserText(body));
  const provider = providers.find(({ suffix }) => path.endsWith(suffix));
  if (provider === undefined) {
    response.writeHead(404).end('{}');
    return;
  }
  if (body.stream !== true) json(response, provider.whole(answer));
  else events(response, provider.pieces(answer));
}

function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(value));
}

function events(response: ServerResponse, list: readonly Event[]): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const { event, data } of list) {
    response.write(
      `${event === undefined ? '' : `event: ${event}\n`}data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`,
    );
  }
  response.end();
}

/** The text of the last message of a user, in whichever of the usual forms. */
function lastUserText({ input, messages, prompt }: Body): string {
  if (typeof input === 'string') return input;
  const list = messages ?? (Array.isArray(input) ? (input as Body['messages']) : undefined) ?? [];
  const last = [...list].reverse().find(({ role }) => role === 'user');
  return last === undefined ? (prompt ?? '') : textOf(last.content);
}

const textOf = (content: unknown): string =>
  typeof content === 'string'
    ? content
    : Array.isArray(content)
      ? content.map((part: { text?: string }) => part.text ?? '').join('')
      : '';

interface Event {
  readonly event?: string;
  readonly data: unknown;
}

interface Provider {
  readonly suffix: string;
  whole(answer: string): unknown;
  pieces(answer: string): readonly Event[];
}

const cut = (text: string): readonly string[] => text.match(new RegExp(`[^]{1,${CHUNK}}`, 'g')) ?? [];

const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };

const chat: Provider = {
  suffix: '/chat/completions',
  whole: (answer) => ({
    id: 'c-1',
    object: 'chat.completion',
    created: 1,
    model: 'm',
    usage,
    choices: [
      {
        index: 0,
        finish_reason: 'stop',
        logprobs: null,
        message: { role: 'assistant', content: answer, refusal: null },
      },
    ],
  }),
  pieces: (answer) => {
    const chunk = (delta: object, finish_reason: string | null): Event => ({
      data: {
        id: 'c-1',
        object: 'chat.completion.chunk',
        created: 1,
        model: 'm',
        choices: [{ index: 0, delta, finish_reason }],
      },
    });
    return [
      chunk({ role: 'assistant', content: '' }, null),
      ...cut(answer).map((content) => chunk({ content }, null)),
      chunk({}, 'stop'),
      { data: '[DONE]' },
    ];
  },
};

const responses: Provider = {
  suffix: '/responses',
  whole: (answer) => responseObject(answer, 'completed'),
  pieces: (answer) => {
    const place = { item_id: 'msg_1', output_index: 0, content_index: 0 };
    const item = (text: string, status: string) => ({
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      status,
      content: text === '' ? [] : [{ type: 'output_text', text, annotations: [] }],
    });
    const all: readonly (readonly [string, object])[] = [
      ['response.created', { response: { ...responseObject('', 'in_progress'), output: [] } }],
      ['response.output_item.added', { output_index: 0, item: item('', 'in_progress') }],
      ['response.content_part.added', { ...place, part: { type: 'output_text', text: '', annotations: [] } }],
      ...cut(answer).map(
        (delta) => ['response.output_text.delta', { ...place, delta, logprobs: [] }] as const,
      ),
      ['response.output_text.done', { ...place, text: answer, logprobs: [] }],
      ['response.output_item.done', { output_index: 0, item: item(answer, 'completed') }],
      ['response.completed', { response: responseObject(answer, 'completed') }],
    ];
    return all.map(([type, rest], sequence_number) => ({
      event: type,
      data: { type, sequence_number, ...rest },
    }));
  },
};

const responseObject = (answer: string, status: string) => ({
  id: 'resp_1',
  object: 'response',
  created_at: 1,
  model: 'm',
  status,
  error: null,
  incomplete_details: null,
  instructions: null,
  metadata: {},
  parallel_tool_calls: true,
  tool_choice: 'auto',
  tools: [],
  temperature: 1,
  top_p: 1,
  output: [
    {
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      status,
      content: [{ type: 'output_text', text: answer, annotations: [] }],
    },
  ],
  usage: {
    input_tokens: 1,
    output_tokens: 1,
    total_tokens: 2,
    input_tokens_details: { cached_tokens: 0 },
    output_tokens_details: { reasoning_tokens: 0 },
  },
});

const messages: Provider = {
  suffix: '/messages',
  whole: (answer) => messageObject([{ type: 'text', text: answer }], 'end_turn'),
  pieces: (answer) => {
    const all: readonly (readonly [string, object])[] = [
      ['message_start', { message: messageObject([], null) }],
      ['content_block_start', { index: 0, content_block: { type: 'text', text: '' } }],
      ...cut(answer).map(
        (text) => ['content_block_delta', { index: 0, delta: { type: 'text_delta', text } }] as const,
      ),
      ['content_block_stop', { index: 0 }],
      [
        'message_delta',
        { delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 1 } },
      ],
      ['message_stop', {}],
    ];
    return all.map(([type, rest]) => ({ event: type, data: { type, ...rest } }));
  },
};

const messageObject = (content: readonly object[], stop_reason: string | null) => ({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  model: 'm',
  content,
  stop_reason,
  stop_sequence: null,
  usage: { input_tokens: 1, output_tokens: 1 },
});

const providers: readonly Provider[] = [chat, responses, messages];
