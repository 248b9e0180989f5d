/** A program that serves models or agents, and what tells that it asks for a login. */
export interface ModelService {
  readonly images: RegExp;
  readonly name: string;
  /** An option or a variable that demands a key or a password. */
  readonly login?: RegExp;
  /** It asks for a login unless this switches it off. */
  readonly open?: RegExp;
}

/** Sources: the documentation of each program on authentication; none of them but those with `open` asks by default. */
export const services: readonly ModelService[] = [
  { images: /(?:^|\/)ollama(?:\/ollama)?(?::|@|$)/i, name: 'Ollama' },
  { images: /vllm/i, name: 'vLLM', login: /--api-key|VLLM_API_KEY/ },
  { images: /llama[._-]?cpp|ggml-org\/llama/i, name: 'llama.cpp', login: /--api-key|LLAMA_API_KEY/ },
  { images: /localai/i, name: 'LocalAI', login: /(?:^|\n)(?:LOCALAI_)?API_KEY/ },
  { images: /litellm/i, name: 'LiteLLM', login: /MASTER_KEY|--config/ },
  { images: /text-generation-webui|oobabooga/i, name: 'The web UI', login: /--(?:gradio|api)-(?:auth|key)/ },
  { images: /comfyui/i, name: 'ComfyUI' },
  { images: /open-webui/i, name: 'Open WebUI', open: /WEBUI_AUTH=(?:false|0)/i },
  { images: /langflow/i, name: 'Langflow', open: /LANGFLOW_AUTO_LOGIN=(?:true|1)/i },
  { images: /text-generation-inference/i, name: 'Text Generation Inference', login: /--api-key|API_KEY/ },
  { images: /sglang/i, name: 'SGLang', login: /--api-key/ },
  { images: /koboldcpp/i, name: 'KoboldCpp', login: /--password/ },
  { images: /xinference/i, name: 'Xinference', login: /auth-config/ },
  { images: /flowise/i, name: 'Flowise', login: /FLOWISE_USERNAME/ },
  {
    images: /(?:^|[/_-])mcp(?=[-_/:@]|$)/i,
    name: 'This MCP server',
    login: /(?:^|\n)[A-Z_]*(?:AUTH|BEARER|(?:MCP|SERVER|ACCESS)_(?:TOKEN|KEY|SECRET)|API_KEY)[A-Z_]*=/,
  },
  { images: /jupyter/i, name: 'Jupyter', open: /(?:token|password)=(?:''|""|\s|$)/ },
];
