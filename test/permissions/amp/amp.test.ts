import { checkSamples } from '../check.js';

checkSamples('Amp', [
  {
    name: 'rules that name commands are quiet',
    path: '.amp/settings.json',
    text: `{
  "amp.permissions": [
    { "tool": "Bash", "matches": { "cmd": ["git status", "npm run test*"] }, "action": "allow" },
    { "tool": "Bash", "matches": { "cmd": "*git push*" }, "action": "ask" },
    { "tool": "Read", "action": "allow" },
    { "tool": "mcp__playwright__*", "action": "ask" },
    { "tool": "*", "action": "ask" }
  ],
  "amp.mcpPermissions": [
    { "matches": { "command": "npx", "args": "* playwright *" }, "action": "allow" },
    { "matches": { "command": "*" }, "action": "reject" }
  ],
  "amp.mcpServers": { "docs": { "url": "https://docs.example.com/mcp" } }
}
`,
    finds: [],
  },
  {
    name: 'the big switch',
    path: 'home/vi/.config/amp/settings.json',
    text: '{\n  // on my own machine\n  "amp.dangerouslyAllowAll": true,\n  "amp.notifications.enabled": true,\n}\n',
    finds: ['AM-ALL error amp.dangerouslyAllowAll'],
    fixed: {
      'AM-ALL':
        '{\n  // on my own machine\n  "amp.dangerouslyAllowAll": false,\n  "amp.notifications.enabled": true,\n}\n',
    },
  },
  {
    name: 'everything in front of what is stricter',
    path: '.amp/settings.json',
    text: '{\n  "amp.permissions": [\n    { "tool": "*", "action": "allow" },\n    { "tool": "Bash", "matches": { "cmd": "rm -rf *" }, "action": "reject" }\n  ]\n}\n',
    finds: ['AM-RULE error { "tool": "*"', 'AM-ORDER warning { "tool": "Bash"'],
    fixed: {
      'AM-RULE':
        '{\n  "amp.permissions": [\n    { "tool": "*", "action": "ask" },\n    { "tool": "Bash", "matches": { "cmd": "rm -rf *" }, "action": "reject" }\n  ]\n}\n',
    },
  },
  {
    name: 'the shell without a condition, and commands that run anything',
    path: '.amp/settings.jsonc',
    text: '{"amp.permissions": [{"tool": "Bash", "matches": {"cmd": ["python *", "/^node /", "cargo test*"]}, "action": "allow"}, {"tool": "Bash", "matches": {"cmd": "curl *"}, "action": "allow"}, {"tool": "Bash", "action": "allow"}]}',
    finds: [
      'AM-RULE warning {"tool": "Bash", "matches": {"cmd": ["python',
      'AM-RULE error {"tool": "Bash", "matches": {"cmd": "curl',
    ],
  },
  {
    name: 'the list of older versions, files that are guarded, servers at large',
    path: 'home/vi/.config/amp/settings.json',
    text: '{"amp.commands.allowlist": ["npm", "*"], "amp.guardedFiles.allowlist": ["docs/**", "**/*", ".github/workflows/*"], "amp.mcpPermissions": [{"matches": {"url": "https://a.example/*"}, "action": "allow"}]}',
    finds: [
      'AM-CMD info npm',
      'AM-CMD error *',
      'AM-GUARD warning **/*',
      'AM-GUARD warning .github/workflows/*',
      'AM-MCP info amp.mcpPermissions',
    ],
  },
  {
    name: 'settings of the editor',
    path: '.vscode/settings.json',
    text: '{"editor.tabSize": 2, "amp.dangerouslyAllowAll": true}',
    finds: ['AM-ALL warning amp.dangerouslyAllowAll'],
  },
]);
