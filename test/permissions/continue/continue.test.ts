import { checkSamples } from '../check.js';

checkSamples('Continue', [
  {
    name: 'reads, and edits of some files',
    path: 'home/ty/.continue/permissions.yaml',
    text: '# Continue CLI\nallow:\n  - Read(*)\n  - Write(**/*.ts)\n  - Bash(npm run test)\nask:\n  - Bash\nexclude:\n  - Fetch\n',
    finds: ['CO-SHADOW info Bash(npm run test)'],
  },
  {
    name: 'everything',
    path: 'home/ty/.continue/permissions.yaml',
    text: 'allow:\n  - "*"\nask: []\nexclude: []\n',
    finds: ['CO-PERM error *'],
    fixed: { 'CO-PERM': 'allow: []\nask: ["*"]\nexclude: []\n' },
  },
  {
    name: 'the shell, writers without a pattern, commands that run anything',
    path: 'home/ty/.continue/permissions.yaml',
    text: 'allow:\n  - Bash(python*)\n  - Bash(node *)\n  - Bash(git status)\n  - Write(*)\n  - Edit(.git/hooks/**)\n',
    finds: [
      'CO-PERM warning Bash(python*)',
      'CO-PERM warning Write(*)',
      'CO-PERM warning Edit(.git/hooks/**)',
    ],
  },
  {
    name: 'what is excluded is not allowed',
    path: '.continue/permissions.yaml',
    text: 'allow: [Bash, Write]\nexclude: [Bash]\n',
    finds: ['CO-SHADOW info Bash', 'CO-PERM warning Write'],
  },
  {
    name: 'servers',
    path: '.continue/mcpServers/db.yaml',
    text: `name: db\nversion: 0.0.1\nschema: v1\nmcpServers:\n  - name: db\n    command: uvx\n    args:\n      - "postgres-mcp==0.3.0"\n    env:\n      API_TOKEN: "${'ghp_' + 'abcdefghij0123456789ABCDEFGHIJ012345'}"\n`,
    finds: ['MCP-SECRET error ghp_'],
    fixed: {
      'MCP-SECRET':
        'name: db\nversion: 0.0.1\nschema: v1\nmcpServers:\n  - name: db\n    command: uvx\n    args:\n      - "postgres-mcp==0.3.0"\n    env:\n      API_TOKEN: "${{ secrets.API_TOKEN }}"\n',
    },
  },
]);
