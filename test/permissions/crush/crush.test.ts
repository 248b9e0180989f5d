import { checkSamples } from '../check.js';

checkSamples('Crush', [
  {
    name: 'tools that look',
    path: 'crush.json',
    text: '{\n  "$schema": "https://charm.land/crush.json",\n  "permissions": { "allowed_tools": ["view", "ls", "grep", "glob", "mcp_context7_get-library-doc"] },\n  "lsp": { "go": { "command": "gopls" } },\n  "mcp": { "gh": { "type": "http", "url": "https://api.githubcopilot.com/mcp/", "headers": { "Authorization": "$(echo Bearer $GH_PAT)" } } }\n}\n',
    finds: [],
  },
  {
    name: 'the shell; writing files is less than that',
    path: '.crush.json',
    text: '{"permissions": {"allowed_tools": ["view", "bash", "edit"]}}',
    finds: ['CR-ALLOW error bash'],
    fixed: { 'CR-ALLOW': '{"permissions": {"allowed_tools": ["view", "edit"]}}' },
  },
  {
    name: 'writers, one action of a tool, a whole server',
    path: 'home/el/.config/crush/crush.json',
    text: '{\n  "permissions": {\n    "allowed_tools": [\n      "edit:write",\n      "multiedit",\n      "mcp_github_*"\n    ]\n  }\n}\n',
    finds: ['CR-ALLOW warning edit:write', 'CR-ALLOW warning multiedit', 'CR-ALLOW warning mcp_github_*'],
  },
  {
    name: 'the same in a crushrc',
    path: 'home/el/.config/crush/crushrc',
    text: '# permissions allow bash\npermissions allow view ls\nif [ -f x ]; then\n  permissions allow bash edit\nfi\nmcp add docs --command docs-mcp\n',
    finds: ['CR-RC error bash'],
  },
]);
