import { checkSamples } from '../check.js';

checkSamples('OpenCode, version 1', [
  {
    name: 'questions by default, single commands allowed, is quiet',
    path: 'opencode.json',
    text: `{
  "$schema": "https://opencode.ai/config.json",
  "permission": {
    "*": "ask",
    "read": "ask",
    "edit": { "*": "ask", "src/**": "allow" },
    "bash": {
      "*": "ask",
      "git status *": "allow",
      "npm run test": "allow",
      "ls *": "allow",
      "rm *": "deny"
    },
    "webfetch": "deny",
    "external_directory": { "~/projects/shared/**": "allow" }
  },
  "share": "manual",
  "plugin": ["./plugins/local.ts", "opencode-notify@1.4.2"],
  "instructions": ["AGENTS.md", "docs/*.md"],
  "provider": { "openai": { "options": { "apiKey": "{env:OPENAI_API_KEY}" } } }
}
`,
    finds: [],
  },
  {
    name: 'one word for everything',
    path: 'opencode.jsonc',
    text: '{\n  // trusted machine\n  "permission": "allow",\n  "theme": "tokyonight",\n}\n',
    finds: ['OC-ALL error permission'],
    fixed: { 'OC-ALL': '{\n  // trusted machine\n  "permission": "ask",\n  "theme": "tokyonight",\n}\n' },
  },
  {
    name: 'a catch-all that later rules hold back',
    path: '.opencode/opencode.json',
    text: '{"permission": {"*": "allow", "bash": {"*": "ask", "git diff *": "allow"}}}',
    finds: ['OC-ALL info *'],
  },
  {
    name: 'the whole shell, the rest of the disk, endless loops',
    path: 'service/opencode.json',
    text: '{\n  "permission": {\n    "edit": "ask",\n    "bash": "allow",\n    "external_directory": "allow",\n    "doom_loop": "allow"\n  }\n}\n',
    finds: ['OC-BASH error bash', 'OC-EXT warning external_directory', 'OC-EXT warning doom_loop'],
    fixed: {
      'OC-BASH':
        '{\n  "permission": {\n    "edit": "ask",\n    "bash": "ask",\n    "external_directory": "allow",\n    "doom_loop": "allow"\n  }\n}\n',
    },
  },
  {
    name: 'programs that run anything among the commands that are allowed',
    path: 'opencode.json',
    text: '{"permission": {"bash": {"*": "ask", "python *": "allow", "uv run *": "allow", "curl *": "allow", "sudo *": "deny", "go test *": "allow"}}}',
    finds: ['OC-BASH warning python *', 'OC-BASH error curl *'],
    fixed: {
      'OC-BASH':
        '{"permission": {"bash": {"*": "ask", "python *": "ask", "uv run *": "ask", "curl *": "allow", "sudo *": "deny", "go test *": "allow"}}}',
    },
  },
  {
    name: 'a catch-all that stands last decides everything',
    path: 'opencode.json',
    text: `{
  "permission": {
    "bash": {
      "git *": "allow",
      "rm -rf *": "deny", // never
      "*": "ask"
    }
  }
}
`,
    finds: ['OC-ORDER warning git *'],
    fixed: {
      'OC-ORDER': `{
  "permission": {
    "bash": {
      "*": "ask",
      "git *": "allow",
      "rm -rf *": "deny" // never
    }
  }
}
`,
    },
  },
  {
    name: 'what forbids is undone by what comes later',
    path: 'opencode.json',
    text: '{"permission": {"edit": {"*.lock": "deny", ".github/workflows/*": "ask", "**": "allow"}}}',
    finds: ['OC-ORDER warning *.lock'],
  },
  {
    name: 'an agent with rules of its own, environment files',
    path: 'home/jo/.config/opencode/opencode.json',
    text: '{\n  "permission": { "bash": "ask" },\n  "agent": {\n    "build": {\n      "permission": { "bash": { "npx *": "allow", "npm test": "allow" }, "read": { ".env": "allow" } }\n    }\n  }\n}\n',
    finds: ['OC-BASH warning npx *', 'OC-READ-ENV warning .env'],
  },
  {
    name: 'reading everything takes .env files in',
    path: 'opencode.json',
    text: '{"permission": {"read": {"*": "allow", "secrets/**": "deny"}}}',
    finds: ['OC-READ-ENV info *'],
  },
  {
    name: 'no rules at all is the default of the product, old switches are noted',
    path: 'opencode.json',
    text: '{\n  "model": "anthropic/claude-sonnet-4-5",\n  "agent": { "build": { "tools": { "bash": true, "webfetch": false } } }\n}\n',
    finds: ['OC-DEFAULT info model', 'OC-LEGACY info tools'],
    fixed: {
      'OC-DEFAULT':
        '{\n  "model": "anthropic/claude-sonnet-4-5",\n  "agent": { "build": { "tools": { "bash": true, "webfetch": false } } },\n  "permission": {\n    "*": "ask"\n  }\n}\n',
    },
  },
  {
    name: 'sharing, plugins, instructions from the network',
    path: 'opencode.json',
    text: '{"permission": "ask", "share": "auto", "autoshare": true, "plugin": ["opencode-skills", "@acme/guard@latest", "opencode-x@2.0.1", "github:acme/plug"], "instructions": ["https://rules.example.com/all.md", "http://rules.example.com/old.md"]}',
    finds: [
      'OC-SHARE warning share',
      'OC-SHARE warning autoshare',
      'OC-PLUGIN info opencode-skills',
      'OC-PLUGIN info @acme/guard',
      'OC-PLUGIN warning github:acme',
      'OC-INSTR info https:',
      'OC-INSTR warning http:',
    ],
    fixed: {
      'OC-SHARE':
        '{"permission": "ask", "share": "manual", "autoshare": true, "plugin": ["opencode-skills", "@acme/guard@latest", "opencode-x@2.0.1", "github:acme/plug"], "instructions": ["https://rules.example.com/all.md", "http://rules.example.com/old.md"]}',
    },
  },
  {
    name: 'a plugin is pinned to the version of the lock file',
    path: 'app/.opencode/opencode.json',
    text: '{"permission": "ask", "plugin": ["opencode-skills"]}',
    beside: {
      'app/package-lock.json': '{"packages": {"node_modules/opencode-skills": {"version": "0.3.1"}}}',
    },
    finds: ['OC-PLUGIN info opencode-skills'],
    fixed: { 'OC-PLUGIN': '{"permission": "ask", "plugin": ["opencode-skills@0.3.1"]}' },
  },
  {
    name: 'keys, servers and addresses',
    path: 'opencode.json',
    text: `{"permission": "ask", "provider": {"my-llm": {"options": {"apiKey": "${'sk-' + 'abcdEFGH1234abcdEFGH5678'}", "baseURL": "http://llm.example.com/v1"}}, "ollama": {"options": {"baseURL": "http://localhost:11434/v1"}}}, "mcp": {"fs": {"type": "local", "command": ["npx", "-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/"]}}}`,
    finds: ['OC-KEY error apiKey', 'OC-BASEURL warning baseURL', 'MCP-FS-ROOT error /'],
    fixed: {
      'OC-KEY': `{"permission": "ask", "provider": {"my-llm": {"options": {"apiKey": "{env:MY_LLM_API_KEY}", "baseURL": "http://llm.example.com/v1"}}, "ollama": {"options": {"baseURL": "http://localhost:11434/v1"}}}, "mcp": {"fs": {"type": "local", "command": ["npx", "-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/"]}}}`,
    },
  },
  {
    name: 'an agent in Markdown',
    path: '.opencode/agent/deploy.md',
    text: '---\ndescription: Deploys the site\nmode: subagent\npermission:\n  edit: deny\n  bash:\n    "vercel logs *": allow\n    "*": allow\n---\nDeploy what is on main.\n',
    finds: ['OC-BASH error *": allow', 'OC-ORDER info vercel logs *'],
    fixed: {
      'OC-BASH':
        '---\ndescription: Deploys the site\nmode: subagent\npermission:\n  edit: deny\n  bash:\n    "vercel logs *": allow\n    "*": ask\n---\nDeploy what is on main.\n',
    },
  },
]);

checkSamples('OpenCode, version 2', [
  {
    name: 'rules in order, from general to special',
    path: 'opencode.json',
    text: `{
  "permissions": [
    { "action": "*", "resource": "*", "effect": "ask" },
    { "action": "read", "resource": "src/*", "effect": "allow" },
    { "action": "shell", "resource": "git status *", "effect": "allow" },
    { "action": "shell", "resource": "git push *", "effect": "deny" }
  ]
}
`,
    finds: [],
  },
  {
    name: 'everything is allowed',
    path: 'opencode.json',
    text: '{ "permissions": [{ "action": "*", "resource": "*", "effect": "allow" }] }',
    finds: ['OC-ALL error { "action"'],
    fixed: { 'OC-ALL': '{ "permissions": [{ "action": "*", "resource": "*", "effect": "ask" }] }' },
  },
  {
    name: 'a rule for all that stands last',
    path: 'opencode.json',
    text: '{\n  "permissions": [\n    { "action": "shell", "resource": "rm *", "effect": "deny" },\n    { "action": "shell", "resource": "*", "effect": "allow" }\n  ]\n}\n',
    finds: [
      'OC-ORDER warning { "action": "shell", "resource": "rm *"',
      'OC-BASH error { "action": "shell", "resource": "*"',
    ],
  },
]);
