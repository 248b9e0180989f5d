import { checkSamples } from '../check.js';

checkSamples('Containers that hold an agent', [
  {
    name: 'walls up, and then no questions are fine',
    path: 'docker-compose.yml',
    text: `services:
  claude:
    build: { context: ., dockerfile: Dockerfile.claude-code }
    command: ["claude", "--permission-mode", "acceptEdits"]
    user: node
    cap_drop: [ALL]
    cap_add: [NET_ADMIN, NET_RAW]
    environment:
      ANTHROPIC_API_KEY: \${ANTHROPIC_API_KEY}
    volumes:
      - .:/workspace
      - ~/.gitconfig:/home/node/.gitconfig:ro
      - claude-config:/home/node/.claude
  db:
    image: postgres:17
    privileged: true
    environment:
      POSTGRES_PASSWORD: hunter2hunter2
volumes:
  claude-config:
`,
    finds: [],
  },
  {
    name: 'walls down',
    path: 'compose.yaml',
    text: `services:
  agent:
    image: node:22
    command: bash -c "npx -y @openai/codex exec --yolo 'go'"
    privileged: true # docker in docker
    network_mode: host
    pid: host
    cap_add:
      - SYS_ADMIN
      - NET_ADMIN
    security_opt: ["seccomp:unconfined", "no-new-privileges"]
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock
      - /:/host
      - \${HOME}/.ssh:/root/.ssh:ro
      - type: bind
        source: ~/.claude
        target: /root/.claude
      - ./src:/src
    environment:
      - OPENAI_API_KEY=${'sk-' + 'proj-abcdEFGH1234abcdEFGH5678'}
      - DEBUG=1
`,
    finds: [
      'CX-FLAG warning --yolo',
      'CT-PRIV error privileged',
      'CT-PRIV error network_mode',
      'CT-PRIV error pid',
      'CT-PRIV error SYS_ADMIN',
      'CT-PRIV error seccomp:unconfined',
      'CT-SOCK error /var/run/docker.sock',
      'CT-HOSTMNT error /:/host',
      'CT-HOSTMNT error ${HOME}/.ssh',
      'CT-HOSTMNT error type: bind',
      'CT-KEY error OPENAI_API_KEY',
    ],
    fixed: {
      'CT-PRIV': `services:
  agent:
    image: node:22
    command: bash -c "npx -y @openai/codex exec --yolo 'go'"
    network_mode: host
    pid: host
    cap_add:
      - SYS_ADMIN
      - NET_ADMIN
    security_opt: ["seccomp:unconfined", "no-new-privileges"]
    volumes:
      - /var/run/docker.sock:/var/run/docker.sock
      - /:/host
      - \${HOME}/.ssh:/root/.ssh:ro
      - type: bind
        source: ~/.claude
        target: /root/.claude
      - ./src:/src
    environment:
      - OPENAI_API_KEY=${'sk-' + 'proj-abcdEFGH1234abcdEFGH5678'}
      - DEBUG=1
`,
    },
  },
  {
    name: 'OpenHands needs the socket, not the disk',
    path: 'docker-compose.openhands.yml',
    text: 'services:\n  openhands:\n    image: docker.all-hands.dev/all-hands-ai/openhands:0.62\n    environment:\n      SANDBOX_VOLUMES: /data:/workspace\n    volumes:\n      - /var/run/docker.sock:/var/run/docker.sock\n      - /home/ina:/home\n',
    finds: ['OH-SOCK warning /var/run/docker.sock', 'CT-HOSTMNT error /home/ina'],
  },
  {
    name: 'OpenHands without a container of its own, and with the disk',
    path: 'compose.yml',
    text: 'services:\n  openhands:\n    image: ghcr.io/all-hands-ai/openhands:1\n    environment:\n      - RUNTIME=local\n      - SANDBOX_VOLUMES=/:/workspace:rw\n',
    finds: ['OH-LOCAL error RUNTIME=local', 'OH-MOUNT error SANDBOX_VOLUMES'],
  },
  {
    name: 'an application that talks to a model is no agent',
    path: 'compose.yml',
    text: 'services:\n  api:\n    image: acme/api\n    privileged: true\n    environment:\n      CLAUDE_MODEL: claude-sonnet-4-5\n',
    finds: [],
  },
  {
    name: 'a container file with a user of its own',
    path: 'Dockerfile',
    text: 'FROM node:22-slim\nRUN npm install -g @anthropic-ai/claude-code@2.1.0 \\\n    && npm cache clean --force\nUSER node\nENV ANTHROPIC_MODEL=opus\nENTRYPOINT ["claude"]\n',
    finds: [],
  },
  {
    name: 'root, no questions, a key in the image',
    path: 'docker/agent.Dockerfile',
    text: `# syntax=docker/dockerfile:1
FROM node:22
ARG ANTHROPIC_API_KEY=${'sk-ant-' + 'api03-abcdEFGH1234abcdEFGH5678'}
ENV GH_TOKEN ${'ghp_' + 'abcdefghij0123456789ABCDEFGHIJ012345'}
RUN npm i -g @anthropic-ai/claude-code
CMD ["claude", "--dangerously-skip-permissions", "-p", "go"]
`,
    finds: [
      'CT-KEY error ANTHROPIC_API_KEY',
      'CT-KEY error GH_TOKEN',
      'CT-ROOT warning --dangerously-skip-permissions',
      'CC-FLAG warning --dangerously-skip-permissions',
    ],
  },
  {
    name: 'back to root before the agent starts',
    path: 'Dockerfile.dev',
    text: 'FROM ubuntu:24.04\nRUN useradd -m dev\nUSER dev\nRUN curl -fsSL https://claude.ai/install.sh | bash\nUSER root\nRUN echo "alias yolo=\'claude --dangerously-skip-permissions\'" >> /etc/profile\nENTRYPOINT codex --yolo\n',
    finds: ['CT-ROOT warning root', 'CC-FLAG warning --dangerously', 'CX-FLAG warning --yolo'],
  },
  {
    name: 'a development container as the vendor shows it',
    path: '.devcontainer/devcontainer.json',
    text: `{
  "name": "Claude Code Sandbox",
  "build": { "dockerfile": "Dockerfile", "args": { "CLAUDE_CODE_VERSION": "latest" } },
  "runArgs": ["--cap-add=NET_ADMIN", "--cap-add=NET_RAW"],
  "customizations": { "vscode": { "extensions": ["anthropic.claude-code"] } },
  "remoteUser": "node",
  "mounts": ["source=claude-code-config-\${devcontainerId},target=/home/node/.claude,type=volume"],
  "containerEnv": { "ANTHROPIC_API_KEY": "\${localEnv:ANTHROPIC_API_KEY}" },
  "postStartCommand": "sudo /usr/local/bin/init-firewall.sh && claude --dangerously-skip-permissions --version"
}
`,
    finds: [],
  },
  {
    name: 'one with the engine, the keys and the network of its host',
    path: '.devcontainer/agent/devcontainer.json',
    text: `{
  // agents
  "image": "mcr.microsoft.com/devcontainers/base:ubuntu",
  "features": {
    "ghcr.io/anthropics/devcontainer-features/claude-code:1": {},
    "ghcr.io/devcontainers/features/docker-outside-of-docker:1": {}
  },
  "privileged": true,
  "runArgs": ["--network", "host", "-v", "/var/run/docker.sock:/var/run/docker.sock"],
  "mounts": ["source=\${localEnv:HOME}/.aws,target=/root/.aws,type=bind", { "source": "\${localEnv:HOME}", "target": "/h", "type": "bind" }],
  "containerEnv": { "GITHUB_TOKEN": "${'ghp_' + 'abcdefghij0123456789ABCDEFGHIJ012345'}" },
  "postAttachCommand": { "agent": "claude --dangerously-skip-permissions -c", "server": ["npm", "start"] },
}
`,
    finds: [
      'CT-FEAT warning ghcr.io/devcontainers/features/docker-outside',
      'CT-PRIV error privileged',
      'CT-PRIV error host',
      'CT-SOCK error /var/run/docker.sock',
      'CT-HOSTMNT error source=',
      'CT-HOSTMNT error { "source"',
      'CT-KEY error ghp_',
      'CT-EGRESS warning --dangerously-skip-permissions',
    ],
  },
  {
    name: 'one without an agent',
    path: '.devcontainer.json',
    text: '{"image": "x", "privileged": true, "features": {"ghcr.io/devcontainers/features/docker-in-docker:2": {}}, "customizations": {"vscode": {"extensions": ["github.copilot", "golang.go"]}}}',
    finds: [],
  },
  {
    name: 'containers that scripts start',
    path: 'scripts/box.sh',
    text: `#!/bin/sh
docker run --rm -it --privileged -v "$HOME/.ssh":/root/.ssh my/claude-code claude
docker run --rm --net=host postgres:17
podman run -v "$PWD":/w -v ~/.claude:/root/.claude:ro ghcr.io/acme/codex-cli codex exec "x"
docker run -v /var/run/docker.sock:/var/run/docker.sock -e SANDBOX_VOLUMES=/w:/workspace docker.openhands.dev/openhands/openhands:1.0
echo "docker run --privileged claude-code"
`,
    finds: [
      'CT-PRIV error --privileged',
      'CT-HOSTMNT error $HOME/.ssh',
      'OH-SOCK warning /var/run/docker.sock',
    ],
  },
]);
