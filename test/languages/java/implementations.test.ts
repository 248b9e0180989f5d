import { beforeAll, expect, test } from 'vitest';
import { Engine } from '../../../server/src/core/engine.js';
import type { TreeSitterHost } from '../../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../../support/host.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

const folder = 'src/main/java/org/acme';
const web = `package org.acme.web;
import org.acme.service.Answers;
class Web {
  private final Answers answers;
  Web(Answers answers) { this.answers = answers; }
  void run(String task) throws Exception { Runtime.getRuntime().exec(answers.answer(task)); }
}
`;
const answers = `package org.acme.service;
public interface Answers { String answer(String question); }
`;
const implementation = (head: string, body: string): string => `package org.acme.impl;
import org.acme.service.Answers;
import org.springframework.ai.chat.client.ChatClient;
${head} {
  private final ChatClient client;
  ClientAnswers(ChatClient client) { this.client = client; }
  public String answer(String question) { return ${body}; }
}
`;
const implementing = 'class ClientAnswers implements Answers';
const asking = 'client.prompt().user(question).call().content()';

const found = (engine: Engine): readonly string[] =>
  engine.analyse().findings.map(({ ruleId, location }) => `${ruleId} ${location.path}`);

const files = (text: string): Readonly<Record<string, string>> => ({
  [`${folder}/web/Web.java`]: web,
  [`${folder}/service/Answers.java`]: answers,
  [`${folder}/impl/ClientAnswers.java`]: text,
});

function fresh(text: string): Engine {
  const engine = new Engine({ host });
  for (const [path, one] of Object.entries(files(text))) engine.set({ path, text: one });
  return engine;
}

test.each([
  ['what the method gives', implementing, '"date"', false],
  ['what the class implements', 'class ClientAnswers', asking, false],
  ['nothing that matters', `${implementing} `, asking, true],
])('an edit of %s reaches those who use the interface', (_, head, body, isFlagged) => {
  const engine = fresh(implementation(implementing, asking));
  expect(found(engine)).toContain(`llm-output-to-shell ${folder}/web/Web.java`);
  const edited = implementation(head, body);
  engine.set({ path: `${folder}/impl/ClientAnswers.java`, text: edited });
  expect(found(engine)).toEqual(found(fresh(edited)));
  expect(found(engine).some((one) => one.startsWith('llm-output-to-shell'))).toBe(isFlagged);
  engine.set({ path: `${folder}/impl/ClientAnswers.java`, text: implementation(implementing, asking) });
  expect(found(engine)).toEqual(found(fresh(implementation(implementing, asking))));
});
