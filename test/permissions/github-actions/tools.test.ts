import { checkSamples } from '../check.js';

const pinned = 'anthropics/claude-code-action@4481e6d3c7bbb88db2a928ca3444c536f589c7c1';
const codex = 'openai/codex-action@52fe01ec70a42f454c9d2ebd47598f9fd6893d56';
const gemini = 'google-github-actions/run-gemini-cli@a3bf79042542528e91937b3a3a6fbc4967ee3c31';

const job = (on: string, permissions: string, steps: string): string =>
  `on:\n  ${on}:\njobs:\n  a:\n    runs-on: ubuntu-latest\n    permissions:\n      ${permissions}\n    steps:\n${steps}`;

checkSamples('What an agent may do in a workflow', [
  {
    name: 'flags that switch everything off, in inputs and scripts',
    path: '.github/workflows/a.yml',
    text: job(
      'workflow_dispatch',
      'contents: read',
      `      - uses: ${pinned}
        with:
          claude_args: --dangerously-skip-permissions --max-turns 5
          prompt: go
      - run: |
          set -e
          gemini --yolo -p "go"
          codex exec --full-auto "go"
      - uses: ${codex}
        with:
          codex-args: '["--sandbox", "danger-full-access"]'
          prompt: go
`,
    ),
    finds: [
      'GA-BYPASS error --dangerously-skip-permissions',
      'GA-BYPASS error --yolo',
      'GA-BYPASS info --full-auto',
      'GA-BYPASS error --sandbox',
    ],
    fixed: {
      'GA-BYPASS': job(
        'workflow_dispatch',
        'contents: read',
        `      - uses: ${pinned}
        with:
          claude_args: --max-turns 5
          prompt: go
      - run: |
          set -e
          gemini --yolo -p "go"
          codex exec --full-auto "go"
      - uses: ${codex}
        with:
          codex-args: '["--sandbox", "danger-full-access"]'
          prompt: go
`,
      ),
    },
  },
  {
    name: 'the whole shell for an agent that reads what strangers write',
    path: '.github/workflows/b.yml',
    text: job(
      'issue_comment',
      'contents: read',
      `      - uses: ${pinned}
        with:
          claude_args: |
            --model opus
            --allowed-tools Read Bash WebFetch
`,
    ),
    finds: ['GA-TOOLS warning Bash'],
  },
  {
    name: 'and one that anybody starts',
    path: '.github/workflows/b.yml',
    text: job(
      'issues',
      'contents: write',
      `      - uses: anthropics/claude-code-base-action@4481e6d3c7bbb88db2a928ca3444c536f589c7c1
        with:
          claude_args: '--allowedTools "Edit,Write"'
          prompt: Fix the newest issue.
`,
    ),
    finds: ['GA-TOOLS error Edit', 'GA-TRIGGER warning uses: anthropics'],
  },
  {
    name: 'the input of the first version',
    path: '.github/workflows/c.yml',
    text: job(
      'pull_request_target',
      'contents: read',
      `      - uses: anthropics/claude-code-action@beta
        with:
          allowed_tools: |
            Bash(*)
            Edit
          direct_prompt: Review.
`,
    ),
    finds: ['GA-TOOLS warning Bash(*)', 'GA-PIN info uses: anthropics'],
  },
  {
    name: 'programs that run anything, behind a gate, are a note',
    path: '.github/workflows/d.yml',
    text: job(
      'issue_comment',
      'contents: read',
      `      - uses: ${pinned}
        with:
          claude_args: --allowedTools "Bash(python:*),Bash(git diff:*)"
`,
    ),
    finds: ['GA-TOOLS info Bash(python:*)'],
  },
  {
    name: 'Codex with the rights of the runner',
    path: '.github/workflows/codex.yml',
    text: job(
      'pull_request',
      'contents: read',
      `      - uses: ${codex}
        with:
          safety-strategy: unsafe
          sandbox: danger-full-access
          codex-version: latest
          prompt-file: .github/prompt.md
`,
    ),
    finds: [
      'GA-CODEX-UNSAFE error safety-strategy',
      'GA-CODEX-SB error sandbox',
      'GA-CLIPIN info codex-version',
    ],
    fixed: {
      'GA-CODEX-UNSAFE': job(
        'pull_request',
        'contents: read',
        `      - uses: ${codex}
        with:
          safety-strategy: drop-sudo
          sandbox: danger-full-access
          codex-version: latest
          prompt-file: .github/prompt.md
`,
      ),
    },
  },
  {
    name: 'on Windows there is no other strategy',
    path: '.github/workflows/codex.yml',
    text: `on: pull_request
jobs:
  w:
    runs-on: windows-latest
    permissions: { contents: read }
    steps:
      - uses: ${codex}
        with:
          safety-strategy: unsafe
          permission-profile: ':read-only'
          prompt: Look.
`,
    finds: [],
  },
  {
    name: 'settings of Gemini in JSON',
    path: '.github/workflows/gemini.yml',
    text: job(
      'pull_request',
      'contents: read',
      `      - uses: ${gemini}
        env:
          GEMINI_CLI_TRUST_WORKSPACE: true
        with:
          upload_artifacts: true
          gemini_cli_version: latest
          settings: |-
            {
              "tools": {
                "sandbox": false,
                "core": ["run_shell_command", "read_file"]
              },
              "mcpServers": {
                "gh": { "command": "docker", "args": ["run", "--privileged", "ghcr.io/github/github-mcp-server@sha256:aa"], "trust": true }
              }
            }
          prompt: Review.
`,
    ),
    finds: [
      'GA-GEMINI warning GEMINI_CLI_TRUST_WORKSPACE',
      'GA-GEMINI warning run_shell_command',
      'GA-LEAK info upload_artifacts',
      'GA-CLIPIN info gemini_cli_version',
      'GE-SB warning sandbox',
      'MCP-DOCKER error --privileged',
      'MCP-TRUST error true',
    ],
  },
  {
    name: 'settings and servers of Claude in JSON',
    path: '.github/workflows/settings.yml',
    text: job(
      'pull_request',
      'contents: read',
      `      - uses: ${pinned}
        with:
          settings: |
            {
              "permissions": { "defaultMode": "bypassPermissions", "allow": ["Bash(curl:*)"] },
              "enableAllProjectMcpServers": true
            }
          claude_args: |
            --mcp-config '{"mcpServers": {"x": {"type": "http", "url": "http://mcp.example.com/mcp"}}}'
          show_full_output: true
          prompt: Review.
`,
    ),
    finds: [
      'CC-MODE-BYPASS error defaultMode',
      'CC-BASH-NET error Bash(curl:*)',
      'CC-MCP-AUTO error enableAllProjectMcpServers',
      'MCP-HTTP error http:',
      'GA-LEAK warning show_full_output',
    ],
  },
  {
    name: 'rights, debug output, tags and versions that move',
    path: '.github/workflows/hygiene.yml',
    text: `on:
  issues:
permissions:
  contents: write
  id-token: write
jobs:
  a:
    if: github.event.issue.author_association == 'OWNER'
    runs-on: ubuntu-latest
    env:
      ACTIONS_STEP_DEBUG: true
      GOOSE_MODE: auto
    steps:
      - run: npm install -g @anthropic-ai/claude-code opencode-ai@1.2.3
      - run: claude -p "label it" --allowedTools "Bash(gh issue edit:*)"
      - run: goose run -t "x"
`,
    finds: [
      'GA-PERMS warning permissions',
      'GA-LEAK warning ACTIONS_STEP_DEBUG',
      'GA-CLIPIN info @anthropic-ai/claude-code',
      'GA-BYPASS warning GOOSE_MODE',
    ],
  },
  {
    name: 'no word about rights is a note for those who want it',
    path: '.github/workflows/quiet.yml',
    text: `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: ${pinned}\n        with: { prompt: "Check." }\n`,
    finds: ['GA-PERMS info runs-on'],
  },
  {
    name: 'a composite action',
    path: 'action.yml',
    text: `name: Review\ndescription: x\ninputs:\n  prompt: { required: true }\nruns:\n  using: composite\n  steps:\n    - shell: bash\n      run: claude -p "$PROMPT" --dangerously-skip-permissions\n      env:\n        PROMPT: \${{ inputs.prompt }}\n    - uses: anthropics/claude-code-action@v1\n      with:\n        prompt: \${{ inputs.prompt }}\n`,
    finds: ['GA-BYPASS error --dangerously', 'GA-PIN info uses: anthropics'],
  },
  {
    name: 'a container without walls around the agent',
    path: '.github/workflows/docker.yml',
    text: job(
      'push',
      'contents: read',
      `      - run: |
          docker run --rm \\
            -v /var/run/docker.sock:/var/run/docker.sock \\
            -v "$PWD:/w" ghcr.io/acme/claude-code:1 claude -p "x" --dangerously-skip-permissions
`,
    ),
    finds: ['CT-SOCK error /var/run/docker.sock', 'GA-BYPASS info --dangerously'],
  },
]);
