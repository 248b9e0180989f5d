import { checkSamples } from '../check.js';

checkSamples('Model services that everybody around reaches', [
  {
    name: 'bound to this machine, or with a login',
    path: 'docker-compose.yml',
    text: `services:
  ollama:
    image: ollama/ollama:0.12.0
    ports:
      - "127.0.0.1:11434:11434"
  vllm:
    image: vllm/vllm-openai:v0.11.0
    command: --model x --api-key \${VLLM_KEY}
    ports: ["8000:8000"]
  webui:
    image: ghcr.io/open-webui/open-webui:main
    ports:
      - 3000:8080
  inner:
    image: ollama/ollama
    expose: ["11434"]
  api:
    image: acme/api
    ports: ["80:80"]
`,
    finds: [],
  },
  {
    name: 'published on every address without one',
    path: 'deploy/compose.prod.yaml',
    text: `services:
  ollama:
    image: docker.io/ollama/ollama
    ports:
      - "11434:11434" # for the laptop
  webui:
    image: ghcr.io/open-webui/open-webui:main
    environment:
      WEBUI_AUTH: "False"
    ports:
      - 0.0.0.0:3000:8080
  flow:
    image: langflowai/langflow:1.6
    environment: [LANGFLOW_AUTO_LOGIN=true]
    ports:
      - target: 7860
        published: 7860
`,
    finds: ['MS-PORT warning 11434:11434', 'MS-PORT warning 0.0.0.0:3000', 'MS-PORT warning target'],
    fixed: {
      'MS-PORT': `services:
  ollama:
    image: docker.io/ollama/ollama
    ports:
      - "127.0.0.1:11434:11434" # for the laptop
  webui:
    image: ghcr.io/open-webui/open-webui:main
    environment:
      WEBUI_AUTH: "False"
    ports:
      - 0.0.0.0:3000:8080
  flow:
    image: langflowai/langflow:1.6
    environment: [LANGFLOW_AUTO_LOGIN=true]
    ports:
      - target: 7860
        published: 7860
`,
    },
  },
]);
