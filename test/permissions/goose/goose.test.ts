import { checkSamples } from '../check.js';

checkSamples('Goose', [
  {
    name: 'a careful configuration',
    path: 'home/ed/.config/goose/config.yaml',
    text: `GOOSE_PROVIDER: anthropic
GOOSE_MODEL: claude-sonnet-4-5
GOOSE_MODE: smart_approve # asks about what matters
extensions:
  developer:
    type: builtin
    enabled: true
  fetch:
    type: stdio
    enabled: true
    cmd: uvx
    args: ["mcp-server-fetch==2025.4.7"]
    envs: {}
`,
    finds: [],
  },
  {
    name: 'mode auto, quoted and in capitals',
    path: 'home/ed/.config/goose/config.yaml',
    text: 'GOOSE_PROVIDER: openai\nGOOSE_MODE: "AUTO"\nextensions: {}\n',
    finds: ['GO-MODE error GOOSE_MODE'],
    fixed: { 'GO-MODE': 'GOOSE_PROVIDER: openai\nGOOSE_MODE: "smart_approve"\nextensions: {}\n' },
  },
  {
    name: 'extensions are servers',
    path: 'home/ed/.config/goose/config.yaml',
    text: 'GOOSE_MODE: approve\nextensions:\n  all:\n    type: stdio\n    cmd: npx\n    args:\n      - -y\n      - "@modelcontextprotocol/server-filesystem@2025.8.21"\n      - /home/ed\n    enabled: true\n  off:\n    type: stdio\n    cmd: npx\n    args: ["-y", "some-server"]\n    enabled: false\n',
    finds: ['MCP-FS-ROOT error /home/ed'],
  },
  {
    name: 'permissions that were given once and for all',
    path: 'home/ed/.config/goose/permission.yaml',
    text: 'user:\n  always_allow:\n    - developer__shell\n    - developer__list_windows\n    - memory__retrieve_memories\n  ask_before:\n    - developer__text_editor\n  never_allow: []\nsmart_approve:\n  always_allow:\n    - developer__text_editor\n',
    finds: ['GO-PERM warning developer__shell', 'GO-PERM warning developer__text_editor'],
  },
]);
