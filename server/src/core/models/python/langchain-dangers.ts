import type { SdkModel } from '../model.js';

const commandTools = 'runs what the model writes on this machine';

/**
 * What LangChain's own flags and ready-made tools allow. The `allow_dangerous_*` flags have no remedy: without them, the same calls only raise an
 * error (`ValueError` in the sources named below).
 */
export default {
  id: 'langchain-dangers',
  language: 'python',
  packages: ['langchain', 'langchain_*', 'langgraph'],
  origin:
    'langchain-community bc87773, langchain-experimental dd5731b; langchain 1.x reference for ShellToolMiddleware',
  options: [
    {
      variant: 'PY-LC-REQ',
      ruleId: 'dangerous-framework-flag',
      path: '**',
      option: { argument: 'allow_dangerous_requests', values: [true] },
      severity: 'warning',
      what: 'The model may send requests or queries to any address it likes',
    },
    {
      variant: 'PY-LC-CODE',
      ruleId: 'dangerous-framework-flag',
      path: '**',
      option: { argument: 'allow_dangerous_code', values: [true] },
      severity: 'error',
      what: 'The agent runs Python that the model writes, in this process',
    },
    {
      variant: 'PY-LC-TOOLS',
      ruleId: 'dangerous-framework-flag',
      path: '**.load_tools',
      option: { argument: 'allow_dangerous_tools', values: [true] },
      severity: 'error',
      what: 'Tools that run commands or send requests are loaded without their lock',
    },
    {
      variant: 'PY-LC-DES',
      ruleId: 'dangerous-framework-flag',
      path: '**',
      option: { argument: 'allow_dangerous_deserialization', values: [true] },
      severity: 'warning',
      what: 'Loading this index runs code that whoever wrote the file put in it',
    },
    {
      variant: 'PY-LC-SHELL',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '**.{ShellTool,BashProcess}',
      unless: [{ argument: 'ask_human_input', values: [true] }],
      severity: 'error',
      remedy: { kind: 'set', option: 'ask_human_input', value: 'True' },
      what: `A shell tool ${commandTools}`,
    },
    {
      variant: 'PY-LC-SHELL',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '**.HostExecutionPolicy',
      severity: 'error',
      remedy: { kind: 'use', module: 'langchain.agents.middleware', name: 'DockerExecutionPolicy' },
      what: `A shell tool ${commandTools}`,
    },
    {
      variant: 'PY-LC-SHELL',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '**.ShellToolMiddleware',
      unless: [{ argument: 'execution_policy' }],
      severity: 'error',
      what: `A shell tool ${commandTools}`,
    },
    {
      variant: 'PY-LC-SHELL',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '**.{PythonREPLTool,PythonAstREPLTool,PythonREPL}',
      severity: 'error',
      what: 'A Python tool runs what the model writes in this process',
    },
    {
      variant: 'PY-LC-CODE',
      ruleId: 'code-exec-tool-without-sandbox',
      path: '**.{create_python_agent,PALChain.from_math_prompt,PALChain.from_colored_object_prompt}',
      severity: 'error',
      what: 'The agent runs Python that the model writes, in this process',
    },
    {
      variant: 'PY-LC-FILE',
      ruleId: 'dangerous-framework-flag',
      path: '**.FileManagementToolkit',
      option: { argument: 'root_dir|0', values: ['/', '~', '.', './', '..'], missing: true },
      severity: 'warning',
      what: 'File tools are not confined to a folder of their own',
    },
    {
      variant: 'PY-LC-SQL',
      ruleId: 'llm-sql-agent-unguarded',
      path: '**.{create_sql_agent,SQLDatabaseChain.from_llm,SQLDatabaseChain,SQLDatabaseToolkit}',
      unless: [{ argument: 'use_query_checker', values: [true] }],
      severity: 'warning',
      what: 'The agent writes its own SQL and nothing holds it to reading',
    },
    {
      variant: 'PY-LC-LOG',
      ruleId: 'prompt-or-completion-logged',
      path: '**.{set_debug,set_verbose}',
      option: { argument: '0|value', values: [true] },
      severity: 'info',
      what: 'Debug output writes whole prompts and answers to the log',
    },
    {
      variant: 'PY-LC-LOOP',
      ruleId: 'agent-loop-unbounded',
      path: '**.{AgentExecutor,AgentExecutor.from_agent_and_tools,initialize_agent}',
      option: { argument: 'max_iterations', values: [null] },
      severity: 'warning',
      remedy: { kind: 'replace', value: '15' },
      what: 'max_iterations=None lets the agent go on for ever',
    },
  ],
  tools: [
    { path: '**.{ShellTool,BashProcess,ShellToolMiddleware}', capabilities: ['shell'] },
    { path: '**.{PythonREPLTool,PythonAstREPLTool,PythonREPL}', capabilities: ['code-exec'] },
    { path: '**.{WriteFileTool,CopyFileTool,MoveFileTool,FileManagementToolkit}', capabilities: ['write'] },
    { path: '**.DeleteFileTool', capabilities: ['delete'] },
    { path: '**.{ReadFileTool,ListDirectoryTool,FileSearchTool}', capabilities: ['read'] },
    { path: '**.Requests{Get,Post,Patch,Put,Delete}Tool', capabilities: ['network'] },
    {
      path: '**.{TavilySearchResults,TavilySearch,DuckDuckGoSearchRun,BraveSearch}',
      capabilities: ['network'],
    },
    { path: '**.{QuerySQLDataBaseTool,QuerySQLDatabaseTool,SQLDatabaseToolkit}', capabilities: ['sql'] },
    { path: '**.{GmailSendMessage,GmailToolkit,O365SendMessage}', capabilities: ['mail'] },
    { path: '**.PlayWrightBrowserToolkit.from_browser', capabilities: ['browse'] },
  ],
} satisfies SdkModel;
