import type { SdkModel } from '../model.js';

export default {
  id: 'crewai',
  language: 'python',
  packages: ['crewai', 'crewai_tools'],
  origin: 'crewAIInc/crewAI 1.15.17 and f4731f502 (lib/crewai/src/crewai/agent, task.py, crew.py)',
  llm: true,
  clients: [{ path: 'crewai:LLM', apiKey: { argument: 'api_key', option: 'api_key' }, baseUrl: 'base_url' }],
  calls: [
    {
      path: 'crewai:Crew().{kickoff,kickoff_async,akickoff,kickoff_for_each,kickoff_for_each_async,akickoff_for_each}',
      prompt: [{ argument: 'inputs|0', shape: 'values', format: 'crewai' }],
      metadata: ['token_usage'],
    },
    {
      path: 'crewai:Agent().{kickoff,kickoff_async}',
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
      metadata: ['usage_metrics'],
    },
    {
      path: 'crewai:LLM().{call,acall}',
      prompt: [{ argument: 'messages|0', shape: 'messages' }],
      limit: { options: ['max_tokens', 'max_completion_tokens'], on: 'constructor' },
    },
  ],
  sinks: [
    {
      kind: 'prompt-system',
      match: { path: 'crewai:Agent' },
      argument: 'role|goal|backstory|system_template',
      name: 'Agent backstory',
    },
    {
      kind: 'prompt-user',
      match: { path: 'crewai:Task' },
      argument: 'description|expected_output',
      name: 'Task description',
    },
  ],
  agents: [
    {
      path: 'crewai:Agent',
      tools: 'tools',
      stepLimit: { options: ['max_iter', 'max_execution_time'], defaultIsBounded: true },
    },
  ],
  entries: [
    {
      match: { decorator: 'crewai:tools.tool' },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'crewai' },
    },
    {
      match: { base: 'crewai:tools.BaseTool', methods: ['_run', '_arun'] },
      parameters: [{ label: 'tool-arg', rest: true }],
      tool: { sdk: 'crewai' },
    },
    { match: { callback: 'crewai:Task', property: 'guardrail' }, parameters: [{ label: 'model-output' }] },
  ],
  options: [
    {
      variant: 'PY-CREW',
      ruleId: 'code-exec-tool-without-sandbox',
      path: 'crewai:Agent',
      option: { argument: 'allow_code_execution', values: [true] },
      severity: 'warning',
      remedy: { kind: 'delete' },
      what: 'The agent may run code that it writes',
    },
    {
      variant: 'PY-CREW',
      ruleId: 'dangerous-framework-flag',
      path: 'crewai:Agent',
      option: { argument: 'code_execution_mode', values: ['unsafe'] },
      severity: 'error',
      remedy: { kind: 'replace', value: '"safe"' },
      what: 'Code that the agent writes runs on this machine without a container',
    },
    {
      variant: 'PY-CREW',
      ruleId: 'dangerous-framework-flag',
      path: 'crewai:Agent()',
      assigned: true,
      option: { argument: 'code_execution_mode', values: ['unsafe'] },
      severity: 'error',
      remedy: { kind: 'replace', value: '"safe"' },
      what: 'Code that the agent writes runs on this machine without a container',
    },
    {
      variant: 'PY-CREW',
      ruleId: 'code-exec-tool-without-sandbox',
      path: 'crewai:Agent()',
      assigned: true,
      option: { argument: 'allow_code_execution', values: [true] },
      severity: 'warning',
      remedy: { kind: 'replace', value: 'False' },
      what: 'The agent may run code that it writes',
    },
    {
      variant: 'PY-CREW',
      ruleId: 'dangerous-framework-flag',
      path: 'crewai_tools:CodeInterpreterTool',
      option: { argument: 'unsafe_mode', values: [true] },
      severity: 'error',
      remedy: { kind: 'delete' },
      what: 'Code that the agent writes runs on this machine without a container',
    },
  ],
  tools: [
    { path: 'crewai_tools:CodeInterpreterTool', capabilities: ['code-exec'] },
    { path: 'crewai_tools:{FileWriterTool}', capabilities: ['write'] },
    {
      path: 'crewai_tools:{FileReadTool,DirectoryReadTool,PDFSearchTool,CSVSearchTool}',
      capabilities: ['read'],
    },
    {
      path: 'crewai_tools:{SerperDevTool,ScrapeWebsiteTool,WebsiteSearchTool,SeleniumScrapingTool,FirecrawlScrapeWebsiteTool}',
      capabilities: ['network'],
    },
    { path: 'crewai_tools:{NL2SQLTool,PGSearchTool,MySQLSearchTool}', capabilities: ['sql'] },
  ],
} satisfies SdkModel;
