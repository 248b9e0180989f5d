import { checkSamples } from '../check.js';

checkSamples('Cline', [
  {
    name: 'reading and safe commands',
    path: 'home/cy/.cline/data/globalState.json',
    text: '{"yoloModeToggled": false, "autoApprovalSettings": {"version": 3, "enabled": true, "actions": {"readFiles": true, "readFilesExternally": false, "editFiles": true, "executeSafeCommands": true, "executeAllCommands": false}}}',
    finds: [],
  },
  {
    name: 'yolo, all commands, files everywhere',
    path: 'home/cy/.cline/data/globalState.json',
    text: '{\n  "yoloModeToggled": true,\n  "autoApprovalSettings": {\n    "actions": {\n      "executeAllCommands": true,\n      "editFilesExternally": true\n    }\n  }\n}\n',
    finds: ['CL-YOLO error yoloModeToggled', 'CL-AUTO error executeAllCommands'],
    fixed: {
      'CL-AUTO':
        '{\n  "yoloModeToggled": true,\n  "autoApprovalSettings": {\n    "actions": {\n      "executeAllCommands": false,\n      "editFilesExternally": false\n    }\n  }\n}\n',
    },
  },
  {
    name: 'approval that is switched off as a whole',
    path: 'home/cy/.cline/data/globalState.json',
    text: '{"autoApprovalSettings": {"enabled": false, "actions": {"executeAllCommands": true}}}',
    finds: [],
  },
  {
    name: 'servers',
    path: 'home/cy/.config/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json',
    text: '{"mcpServers": {"gh": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-github@2025.4.8"], "autoApprove": ["*"], "disabled": false}}}',
    finds: ['MCP-AUTO error *'],
  },
]);
