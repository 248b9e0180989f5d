import { checkSamples } from '../check.js';

checkSamples('Roo Code', [
  {
    name: 'commands that are spelled out',
    path: '.vscode/settings.json',
    text: '{\n  // formatting\n  "editor.formatOnSave": true,\n  "roo-cline.allowedCommands": ["npm test", "npm run lint", "git status", "git log"],\n  "roo-cline.deniedCommands": ["git push", "rm"]\n}\n',
    finds: [],
  },
  {
    name: 'every command',
    path: '.vscode/settings.json',
    text: '{\n  "roo-cline.allowedCommands": [\n    "*"\n  ],\n}\n',
    finds: ['RO-CMD error *'],
    fixed: { 'RO-CMD': '{\n  "roo-cline.allowedCommands": [],\n}\n' },
  },
  {
    name: 'nested keys, prefixes of programs that run anything, the fork of another name',
    path: 'home/bo/.config/Code/User/settings.json',
    text: '{"roo-cline": {"allowedCommands": ["python", "npx", "git diff", "curl"]}, "kilo-code.allowedCommands": ["sudo", "make"]}',
    finds: ['RO-CMD warning python', 'RO-CMD error curl'],
  },
  {
    name: 'what is denied in the same words is not allowed',
    path: 'app.code-workspace',
    text: '{"folders": [{"path": "."}], "settings": {"roo-cline.allowedCommands": ["bash", "ls"], "roo-cline.deniedCommands": ["bash"]}}',
    finds: [],
  },
  {
    name: 'exported settings with the main switch on',
    path: 'roo-code-settings.json',
    text: '{\n  "globalSettings": {\n    "autoApprovalEnabled": true,\n    "alwaysAllowReadOnly": true,\n    "alwaysAllowExecute": true,\n    "alwaysAllowWriteProtected": true,\n    "alwaysAllowMcp": true,\n    "allowedCommands": ["npm test", "node"]\n  }\n}\n',
    finds: ['RO-AUTO error alwaysAllowExecute', 'RO-AUTO warning alwaysAllowMcp', 'RO-CMD warning node'],
    fixed: {
      'RO-AUTO':
        '{\n  "globalSettings": {\n    "autoApprovalEnabled": true,\n    "alwaysAllowReadOnly": true,\n    "alwaysAllowExecute": false,\n    "alwaysAllowWriteProtected": false,\n    "alwaysAllowMcp": true,\n    "allowedCommands": ["npm test", "node"]\n  }\n}\n',
    },
  },
  {
    name: 'and with the main switch off',
    path: 'roo-code-settings.json',
    text: '{"globalSettings": {"autoApprovalEnabled": false, "alwaysAllowExecute": true, "alwaysAllowWriteOutsideWorkspace": true}}',
    finds: [],
  },
  {
    name: 'modes, in YAML',
    path: '.roomodes',
    text: `customModes:
  - slug: docs
    name: Docs
    roleDefinition: You write documentation.
    groups:
      - read
      - - edit
        - fileRegex: \\.md$
      - command
      - mcp
  - slug: all
    name: All
    roleDefinition: You do everything.
    groups: [read, edit, command, mcp]
`,
    finds: ['RO-MODE info [read, edit, command, mcp]'],
  },
  {
    name: 'modes, in JSON, with hidden text',
    path: '.roomodes',
    text: '{"customModes": [{"slug": "a", "name": "A", "roleDefinition": "Be kind.\u{E0041}\u{E0042}\u{E0043}", "groups": ["read", ["edit", {"description": "all"}], "command", "mcp"]}]}',
    finds: ['RO-MODE info ["read"', 'HIDDEN-UNICODE error \u{E0041}'],
  },
  {
    name: 'servers',
    path: '.roo/mcp.json',
    text: '{"mcpServers": {"fs": {"command": "fs-mcp", "alwaysAllow": ["read_file", "write_file"]}}}',
    finds: ['MCP-AUTO warning write_file'],
  },
]);
