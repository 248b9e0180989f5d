import { checkSamples } from '../check.js';

const pinned = 'anthropics/claude-code-action@4481e6d3c7bbb88db2a928ca3444c536f589c7c1 # v1';

checkSamples('Who and what gets to an agent in a workflow', [
  {
    name: 'the documented set-up: people with write access, few tools',
    path: '.github/workflows/claude.yml',
    text: `name: Claude
on:
  issue_comment:
    types: [created]
  issues:
    types: [opened, assigned]
jobs:
  claude:
    if: contains(github.event.comment.body, '@claude') || contains(github.event.issue.body, '@claude')
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write
      issues: write
    steps:
      - uses: actions/checkout@v5
      - uses: ${pinned}
        with:
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
          claude_args: |
            --max-turns 10
            --allowedTools "Read,Grep,Bash(gh pr view:*),Bash(git log:*)"
`,
    finds: [],
  },
  {
    name: 'text of an issue is pasted into a prompt; the check of the action is all that is left',
    path: '.github/workflows/triage.yml',
    text: `on:
  issues:
    types: [opened]
permissions:
  contents: read
  issues: write
jobs:
  triage:
    runs-on: ubuntu-latest
    steps:
      - uses: ${pinned}
        with:
          anthropic_api_key: \${{ secrets.ANTHROPIC_API_KEY }}
          prompt: |
            Label this issue.
            TITLE: \${{ github.event.issue.title }}
            BODY: \${{ github.event.issue.body }}
`,
    finds: ['GA-PROMPT warning ${{ github.event.issue.title }}'],
  },
  {
    name: 'a maintainer labels what somebody else has written',
    path: '.github/workflows/label.yml',
    text: `on:
  issues:
    types: [labeled]
  issue_comment:
jobs:
  fix:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    steps:
      - uses: ${pinned}
        with:
          prompt: "Fix: \${{ github.event.issue.body }}"
`,
    finds: ['GA-PROMPT error ${{ github.event.issue.body }}'],
  },
  {
    name: 'questions about the text, numbers and names are no text',
    path: '.github/workflows/number.yml',
    text: `on: issue_comment
jobs:
  a:
    runs-on: ubuntu-latest
    permissions: { contents: read }
    steps:
      - uses: ${pinned}
        with:
          prompt: |
            Work on #\${{ github.event.issue.number }} of \${{ github.repository }}.
            Mode: \${{ contains(github.event.comment.body, '--deep') && 'deep' || 'quick' }}
            Same branch: \${{ github.head_ref == github.event.repository.default_branch }}
`,
    finds: [],
  },
  {
    name: 'anybody starts Gemini, which has no check of its own',
    path: '.github/workflows/gemini.yml',
    text: `name: Gemini
on:
  issues:
    types: [opened, reopened]
permissions: write-all
jobs:
  triage:
    runs-on: ubuntu-latest
    steps:
      - name: Triage
        uses: google-github-actions/run-gemini-cli@a3bf79042542528e91937b3a3a6fbc4967ee3c31
        with:
          gemini_api_key: \${{ secrets.GEMINI_API_KEY }}
          prompt: 'Issue: \${{ github.event.issue.title }}'
`,
    finds: [
      'GA-TRIGGER error uses: google',
      'GA-PROMPT error ${{ github.event.issue.title }}',
      'GA-PERMS warning permissions: write-all',
    ],
  },
  {
    name: 'the same with a gate, few rights and a short list of tools',
    path: '.github/workflows/gemini.yml',
    text: `on:
  issues:
    types: [opened]
jobs:
  triage:
    if: contains(fromJSON('["OWNER","MEMBER"]'), github.event.issue.author_association)
    runs-on: ubuntu-latest
    permissions:
      contents: read
      issues: write
    steps:
      - uses: google-github-actions/run-gemini-cli@a3bf79042542528e91937b3a3a6fbc4967ee3c31
        env:
          ISSUE_TITLE: \${{ github.event.issue.title }}
        with:
          settings: |
            { "tools": { "core": ["run_shell_command(gh issue view)", "read_file"] } }
          prompt: Read the title from the variable ISSUE_TITLE.
`,
    finds: [],
  },
  {
    name: 'few rights or a short list of tools make it smaller',
    path: '.github/workflows/gemini.yml',
    text: `on:
  issue_comment:
jobs:
  answer:
    if: github.actor != 'dependabot[bot]'
    runs-on: ubuntu-latest
    permissions:
      contents: read
      issues: write
    steps:
      - uses: google-github-actions/run-gemini-cli@a3bf79042542528e91937b3a3a6fbc4967ee3c31
        with:
          settings: '{"coreTools": ["read_file"]}'
          prompt: Answer the comment.
`,
    finds: ['GA-TRIGGER info uses: google'],
  },
  {
    name: 'an agent in a script that anybody starts, with a token of its own',
    path: '.github/workflows/cli.yaml',
    text: `"on": [discussion, workflow_dispatch]
jobs:
  go:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    env:
      GH_TOKEN: \${{ secrets.RELEASE_PAT }}
    steps:
      - run: npx -y @openai/codex@0.50.0 exec "$PROMPT"
        env:
          PROMPT: \${{ github.event.discussion.body }}
`,
    finds: ['GA-TRIGGER error run: npx'],
  },
  {
    name: 'text of strangers becomes part of a script',
    path: '.github/workflows/script.yml',
    text: `on:
  pull_request_target:
    types: [opened]
jobs:
  review:
    if: github.event.pull_request.user.login == 'octocat'
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - name: Prepare
        run: |
          echo "Title: \${{ github.event.pull_request.title }}" > prompt.txt
          git log --format=%s \${{ github.head_ref }}
      - run: claude -p "$(cat prompt.txt)" --allowedTools Read
`,
    finds: ['GA-PROMPT error ${{ github.event.pull_request.title }}'],
    fixed: {
      'GA-PROMPT': `on:
  pull_request_target:
    types: [opened]
jobs:
  review:
    if: github.event.pull_request.user.login == 'octocat'
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - name: Prepare
        env:
          PULL_REQUEST_TITLE: \${{ github.event.pull_request.title }}
          HEAD_REF: \${{ github.head_ref }}
        run: |
          echo "Title: \${PULL_REQUEST_TITLE}" > prompt.txt
          git log --format=%s "\${HEAD_REF}"
      - run: claude -p "$(cat prompt.txt)" --allowedTools Read
`,
    },
  },
  {
    name: 'the step has variables already, and starts with its script',
    path: '.github/workflows/script.yml',
    text: `on: issues
jobs:
  a:
    if: github.actor == 'me'
    runs-on: ubuntu-latest
    permissions: {}
    steps:
      - run: gemini -p 'Fix \${{ github.event.issue.body }}'
        env:
          GEMINI_API_KEY: \${{ secrets.GEMINI_API_KEY }} # key
`,
    finds: ['GA-PROMPT error ${{ github.event.issue.body }}'],
    fixed: {
      'GA-PROMPT': `on: issues
jobs:
  a:
    if: github.actor == 'me'
    runs-on: ubuntu-latest
    permissions: {}
    steps:
      - run: gemini -p 'Fix '"\${ISSUE_BODY}"''
        env:
          GEMINI_API_KEY: \${{ secrets.GEMINI_API_KEY }} # key
          ISSUE_BODY: \${{ github.event.issue.body }}
`,
    },
  },
  {
    name: "a stranger's code becomes the agent's own project",
    path: '.github/workflows/pr.yml',
    text: `on:
  pull_request_target:
jobs:
  review:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      pull-requests: write
    steps:
      - uses: actions/checkout@v5
        with:
          ref: \${{ github.event.pull_request.head.sha }}
      - run: codex exec "review the change"
`,
    finds: ['GA-CHECKOUT error uses: actions/checkout', 'GA-TRIGGER warning run: codex'],
  },
  {
    name: 'in a folder of its own it is material',
    path: '.github/workflows/pr.yml',
    text: `on:
  pull_request_target:
    types: [labeled]
jobs:
  review:
    if: github.event.label.name == 'review'
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v5
      - uses: actions/checkout@v5
        with:
          ref: \${{ github.event.pull_request.head.sha }}
          path: pr
          persist-credentials: false
      - uses: ${pinned}
        with:
          prompt: Review the code in pr/.
`,
    finds: [],
  },
  {
    name: 'people without rights are let in',
    path: '.github/workflows/open.yml',
    text: `on:
  issues:
    types: [opened]
jobs:
  a:
    runs-on: ubuntu-latest
    permissions:
      contents: write
      issues: write
    steps:
      - uses: ${pinned}
        with:
          allowed_non_write_users: "*"
          allowed_bots: '*'
          github_token: \${{ secrets.MY_PAT }}
          prompt: Label the issue.
`,
    finds: [
      'GA-NONWRITE error allowed_non_write_users',
      'GA-BOTS warning allowed_bots',
      'GA-PAT error github_token',
    ],
    fixed: {
      'GA-PAT': `on:
  issues:
    types: [opened]
jobs:
  a:
    runs-on: ubuntu-latest
    permissions:
      contents: write
      issues: write
    steps:
      - uses: ${pinned}
        with:
          allowed_non_write_users: "*"
          allowed_bots: '*'
          github_token: "\${{ secrets.GITHUB_TOKEN }}"
          prompt: Label the issue.
`,
    },
  },
  {
    name: 'with rights on issues alone it is less, and for named people less still',
    path: '.github/workflows/open.yml',
    text: `on: issues
jobs:
  a:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      issues: write
    steps:
      - uses: ${pinned}
        with:
          allowed_non_write_users: '*'
          prompt: Label it.
  b:
    runs-on: ubuntu-latest
    permissions:
      contents: read
      issues: write
    steps:
      - uses: openai/codex-action@9cdb6f3000000000000000000000000000000000
        with:
          allow-users: ana,ben
          allow-bots: true
          prompt: Label it.
`,
    finds: [
      'GA-NONWRITE warning allowed_non_write_users',
      'GA-NONWRITE info allow-users',
      'GA-BOTS warning allow-bots',
    ],
  },
  {
    name: 'a model without tools is told what to say, not what to do',
    path: '.github/workflows/summary.yml',
    text: `on:
  issues:
    types: [opened]
permissions:
  models: read
  contents: read
jobs:
  sum:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/ai-inference@v2
        with:
          prompt: 'Summarize: \${{ github.event.issue.body }}'
`,
    finds: ['GA-PROMPT warning ${{ github.event.issue.body }}', 'GA-PIN info uses: actions/ai-inference'],
  },
  {
    name: 'a workflow of one’s own, on a schedule',
    path: '.github/workflows/weekly.yml',
    text: `on:
  schedule:
    - cron: '0 5 * * 1'
  push:
    branches: [main]
jobs:
  docs:
    runs-on: ubuntu-latest
    permissions:
      contents: write
    steps:
      - uses: google-github-actions/run-gemini-cli@a3bf79042542528e91937b3a3a6fbc4967ee3c31
        with:
          prompt: Check the docs of \${{ github.ref_name }}.
`,
    finds: [],
  },
  {
    name: 'a workflow without agents is none of this',
    path: '.github/workflows/ci.yml',
    text: 'on: pull_request_target\njobs:\n  t:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v5\n        with:\n          ref: ${{ github.event.pull_request.head.sha }}\n      - run: echo "${{ github.event.pull_request.title }}"\n',
    finds: [],
  },
]);
