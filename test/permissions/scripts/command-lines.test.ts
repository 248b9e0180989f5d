import { checkSamples } from '../check.js';

const sh = '#!/usr/bin/env bash\nset -euo pipefail\n';

checkSamples('Agents on the command line', [
  {
    name: 'every product that has such a flag',
    path: 'bin/all.sh',
    text: `${sh}gemini --yolo -p "fix it"
gemini -y
qwen --approval-mode=yolo
gemini --allowed-tools "read_file,run_shell_command" -p x
cline -y "task"
cn -p "do it" --allow "*"
cn --auto
opencode run --auto "x"
amp --dangerously-allow-all -x "y"
aider --yes-always --message "z"
kiro-cli chat --trust-all-tools "w"
q chat -a "v"
crush --yolo
copilot -p hi --allow-all-tools
cursor-agent --force -p hi
openhands --always-approve -t hi
`,
    finds: [
      'GE-FLAG error --yolo',
      'GE-FLAG error -y',
      'GE-FLAG error --approval-mode=yolo',
      'GE-FLAG error --allowed-tools',
      'CL-YOLO error -y',
      'CO-FLAG error --allow',
      'CO-FLAG error --auto',
      'OC-FLAG warning --auto',
      'AM-FLAG error --dangerously-allow-all',
      'AI-FLAG warning --yes-always',
      'KI-FLAG error --trust-all-tools',
      'KI-FLAG error -a',
      'CR-FLAG error --yolo',
      'CP-CLI error --allow-all-tools',
      'CU-CLI-FLAG error --force',
      'OH-FLAG warning --always-approve',
    ],
  },
  {
    name: 'the careful forms of the same',
    path: 'bin/careful.sh',
    text: `${sh}gemini -p "fix it" --approval-mode plan
gemini --yolo --sandbox -p "in a box" || true
cn -p "x" --allow "Write(**/*.ts)" --exclude Bash
kiro-cli chat --trust-tools=fs_read,grep "w"
codex exec -s read-only -a never "look"
copilot -p hi --allow-tool 'shell(git status)' --deny-tool 'shell(git push)'
claude -p "look" --allowedTools "Read,Grep,Bash(git log:*)"
npm install -g @anthropic-ai/claude-code @google/gemini-cli
goose -dir db/migrations up
echo "never run claude --dangerously-skip-permissions"
git commit -m "remove --dangerously-skip-permissions"
grep -rn -- "--yolo" docs
`,
    finds: [],
  },
  {
    name: 'what only looks like a call',
    path: 'bin/help.sh',
    text: `${sh}usage() {
  cat <<EOF
  claude --dangerously-skip-permissions   runs without questions
  codex --yolo
EOF
}
for arg in "$@"; do
  case "$arg" in
    --dangerously-skip-permissions) echo "refused" >&2; exit 1 ;;
  esac
done
# gemini --yolo
if [[ "$1" == "--yolo" ]]; then exit 1; fi
usage
`,
    finds: [],
  },
  {
    name: 'calls in disguise',
    path: 'bin/disguise.sh',
    text: `${sh}alias yolo='claude --dangerously-skip-permissions'
export REVIEW="codex exec --dangerously-bypass-approvals-and-sandbox"
CLAUDE_BIN=\${CLAUDE_BIN:-claude}
"$CLAUDE_BIN" -p "$1" --permission-mode bypassPermissions
"$AGENT" --dangerously-skip-permissions
ARGS+=(--dangerously-skip-permissions)
bash -lc "cd /srv && gemini --yolo -p 'x'"
tmux new-session -d 'timeout 600 amp --dangerously-allow-all'
ssh build 'sudo -u bot npx -y @openai/codex@0.50.0 --yolo'
find . -name '*.md' | xargs -n1 aider --yes --message fix
bash <<SCRIPT
crush --yolo
SCRIPT
`,
    finds: [
      'CC-FLAG error --dangerously',
      'CX-FLAG error --dangerously',
      'CC-FLAG error --permission-mode',
      'CC-FLAG error --dangerously',
      'CC-FLAG error --dangerously',
      'GE-FLAG error --yolo',
      'AM-FLAG error --dangerously-allow-all',
      'CX-FLAG error --yolo',
      'AI-FLAG warning --yes',
      'CR-FLAG error --yolo',
    ],
  },
  {
    name: 'in a container the same costs less',
    path: 'scripts/sandbox.sh',
    text: `${sh}docker run --rm -it -v "$PWD:/work" my-claude claude --dangerously-skip-permissions
podman exec -it box bash -c "codex --yolo"
devcontainer exec --workspace-folder . claude --dangerously-skip-permissions
docker compose run --rm agent gemini --yolo
`,
    finds: [
      'CC-FLAG warning --dangerously-skip-permissions',
      'CC-FLAG warning --dangerously-skip-permissions',
      'CX-FLAG warning --yolo',
      'GE-FLAG warning --yolo',
    ],
  },
  {
    name: 'the option goes, the rest stays',
    path: 'run.sh',
    text: 'claude --dangerously-skip-permissions -p "go"\n',
    finds: ['CC-FLAG error --dangerously'],
    fixed: { 'CC-FLAG': 'claude -p "go"\n' },
  },
  {
    name: 'an option with a value, at the end of a line that goes on',
    path: 'run.sh',
    text: 'claude -p "go" \\\n  --permission-mode bypassPermissions \\\n  --model opus\n',
    finds: ['CC-FLAG error --permission-mode'],
    fixed: { 'CC-FLAG': 'claude -p "go" \\\n  \\\n  --model opus\n' },
  },
  {
    name: 'scripts of a package',
    path: 'package.json',
    text: '{\n  "scripts": {\n    "agent": "gemini --yolo -p \\"fix\\"",\n    "build": "tsc -b",\n    "docs": "echo gemini --yolo"\n  }\n}\n',
    finds: ['GE-FLAG error --yolo'],
    fixed: {
      'GE-FLAG':
        '{\n  "scripts": {\n    "agent": "gemini -p \\"fix\\"",\n    "build": "tsc -b",\n    "docs": "echo gemini --yolo"\n  }\n}\n',
    },
  },
  {
    name: 'make, just and their marks',
    path: 'justfile',
    text: 'set shell := ["bash", "-c"]\n\nfix *args:\n    @codex exec --full-auto {{args}}\n    -claude --dangerously-skip-permissions -p "x"\n',
    finds: ['CX-FLAG warning --full-auto', 'CC-FLAG error --dangerously'],
  },
  {
    name: 'a variable of a make file',
    path: 'Makefile',
    text: 'AGENT ?= claude --dangerously-skip-permissions\n\nrun:\n\t$(AGENT) -p go\n',
    finds: ['CC-FLAG error --dangerously'],
  },
  {
    name: 'tasks in YAML',
    path: 'Taskfile.yml',
    text: "version: '3'\ntasks:\n  fix:\n    cmds:\n      - npm ci\n      - cmd: claude --dangerously-skip-permissions -p fix\n      - |\n        set -e\n        crush -y\n",
    finds: ['CC-FLAG error --dangerously', 'CR-FLAG error -y'],
  },
  {
    name: 'tasks of an editor',
    path: '.vscode/tasks.json',
    text: '{\n  "version": "2.0.0",\n  "tasks": [\n    { "label": "fix", "type": "shell", "command": "claude", "args": ["-p", "fix", "--dangerously-skip-permissions"] },\n    { "label": "ask", "type": "shell", "command": "claude -p look" }\n  ]\n}\n',
    finds: ['CC-FLAG error --dangerously'],
    fixed: {
      'CC-FLAG':
        '{\n  "version": "2.0.0",\n  "tasks": [\n    { "label": "fix", "type": "shell", "command": "claude", "args": ["-p", "fix"] },\n    { "label": "ask", "type": "shell", "command": "claude -p look" }\n  ]\n}\n',
    },
  },
  {
    name: 'another pipeline',
    path: '.gitlab-ci.yml',
    text: 'variables:\n  GOOSE_MODE: auto\n\nreview:\n  image: node:22\n  before_script:\n    - npm i -g @google/gemini-cli\n  script:\n    - gemini --yolo -p "review $CI_MERGE_REQUEST_TITLE"\n',
    finds: ['GO-MODE error GOOSE_MODE', 'GE-FLAG error --yolo'],
  },
  {
    name: 'variables that do what flags do',
    path: '.envrc',
    text: '# GOOSE_MODE=auto\nexport GOOSE_MODE=smart_approve\nexport AIDER_YES_ALWAYS=true\nGEMINI_CLI_TRUST_WORKSPACE="true"\nCLINE_COMMAND_PERMISSIONS=\'{"allow": ["npm *", "*"]}\'\nCOPILOT_ALLOW_ALL=1\n',
    finds: [
      'AI-YES warning AIDER_YES_ALWAYS',
      'GE-FLAG warning GEMINI_CLI_TRUST_WORKSPACE',
      'CL-CMD info CLINE_COMMAND_PERMISSIONS',
      'CP-CLI error COPILOT_ALLOW_ALL',
    ],
  },
  {
    name: 'extensions of Gemini CLI from a branch',
    path: 'setup.sh',
    text: `${sh}gemini extensions install https://github.com/acme/ext
gemini extensions install https://github.com/acme/ext --ref=4f2c1d0
gemini extensions install ./local
`,
    finds: ['GE-EXT info https://github.com/acme/ext'],
  },
]);
