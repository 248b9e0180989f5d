import { checkSamples } from './check.js';

checkSamples('Command lines of agents', [
  {
    name: 'careful command lines are quiet',
    path: 'package.json',
    text: '{"name": "x", "scripts": {"review": "claude -p \'review this\' --allowedTools \'Read,Grep,Bash(git diff:*)\' --permission-mode plan", "yolo": "echo --yolo", "codex": "codex exec -s workspace-write -a on-request"}, "dependencies": {"@anthropic-ai/claude-code": "^2.0.0"}}',
    finds: [],
  },
  {
    name: 'scripts of a package',
    path: 'web/package.json',
    text: '{\n  "scripts": {\n    "fix": "npx -y @anthropic-ai/claude-code@latest --dangerously-skip-permissions -p fix",\n    "go": "FOO=1 codex --full-auto && codex exec --sandbox danger-full-access hi",\n    "gh": "copilot -p x --allow-tool \'shell\'"\n  }\n}\n',
    finds: [
      'CC-FLAG error --dangerously',
      'CX-FLAG warning --full-auto',
      'CX-FLAG error --sandbox',
      'CP-CLI error --allow-tool',
    ],
  },
  {
    name: 'a shell script',
    path: 'scripts/agent.sh',
    text: '#!/usr/bin/env bash\nset -euo pipefail\n# claude --dangerously-skip-permissions is for containers\nclaude \\\n  --permission-mode bypassPermissions \\\n  -p "$1"\ncursor-agent -f -p "do it"\ndocker run --rm agent claude --dangerously-skip-permissions\nclaude --allowedTools "Bash" "Edit"\n',
    finds: [
      'CC-FLAG error --permission-mode',
      'CU-CLI-FLAG error -f',
      'CC-FLAG warning --dangerously',
      'CC-FLAG error --allowedTools',
    ],
  },
  {
    name: 'a make file',
    path: 'Makefile',
    text: 'lint:\n\tnpm run lint\n\nfix:\n\t@claude --dangerously-skip-permissions -p fix\n\t-codex --yolo\n',
    finds: ['CC-FLAG error --dangerously', 'CX-FLAG error --yolo'],
  },
]);
