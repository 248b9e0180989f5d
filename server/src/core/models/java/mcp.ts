import type { EntryModel, SdkModel } from '../model.js';

/** What the model chose comes second, after the exchange with the client. */
const handler = (callback: string): EntryModel => ({
  match: { callback },
  parameters: [{ none: true }, { label: 'tool-arg' }],
  tool: { sdk: 'mcp' },
});

const specifications =
  '{SyncToolSpecification,AsyncToolSpecification,SyncToolRegistration,AsyncToolRegistration}';

/** Servers of the Model Context Protocol in plain Java; Spring's annotations are those of `spring-ai`. */
export default {
  id: 'mcp',
  language: 'java',
  packages: ['io.modelcontextprotocol'],
  origin:
    'modelcontextprotocol/java-sdk, modelcontextprotocol.io/sdk/java/mcp-server, solon.noear.org javadoc',
  llm: true,
  entries: [
    handler(`McpServerFeatures.${specifications}`),
    handler(`McpServerFeatures.${specifications}.builder().**.{callHandler,toolHandler}`),
    handler('McpServer.{sync,async}().**.{tool,toolCall}'),
  ],
} satisfies SdkModel;
