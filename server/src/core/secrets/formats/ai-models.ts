import {
  alnum,
  anyHex,
  base64,
  digits,
  hex,
  letters,
  lower,
  named,
  plain,
  provider,
  token,
  url64,
  uuid,
  word,
} from './format.js';

/**
 * Companies that serve models. Shapes: facts/secrets-and-prompts.md section 1.2; upper bounds are a little wider than what is known, since
 * providers lengthen their keys without notice.
 */
export const modelProviders = [
  provider(
    'OpenAI',
    { ai: true, revoke: 'https://platform.openai.com/api-keys', variable: 'OPENAI_API_KEY' },
    [
      // The middle of every key is the base64 form of "OpenAI"; keys that lack it are accepted with less confidence.
      token('openai-project-key', `sk-proj-${url64(40, 200)}`, { check: 'openai' }),
      token('openai-service-account-key', `sk-svcacct-${url64(40, 200)}`, { check: 'openai' }),
      token('openai-admin-key', `sk-admin-${url64(40, 200)}`, {
        noun: 'admin key',
        check: 'openai',
        revoke: 'https://platform.openai.com/settings/organization/admin-keys',
        variable: 'OPENAI_ADMIN_KEY',
      }),
      token('openai-service-key', `sk-service-[0-9A-Za-z_-]{0,60}${url64(40, 200)}`, { check: 'openai' }),
      token('openai-user-key', `sk-None-${url64(40, 200)}`, { check: 'openai' }),
      token('openai-legacy-key', `T3BlbkFJ${alnum(20)}`, {
        keywords: ['t3blbkfj'],
        lead: `sk-(?:[0-9A-Za-z]{1,40}-)?${alnum(20)}`,
        check: 'openai',
      }),
      token('openai-session-key', `sess-${alnum(40)}`, { noun: 'session key' }),
      plain('openai-ephemeral-key', `ek_${hex(32, 64)}`, { noun: 'realtime client secret' }),
    ],
  ),
  provider(
    'Anthropic',
    { ai: true, revoke: 'https://console.anthropic.com/settings/keys', variable: 'ANTHROPIC_API_KEY' },
    [
      token('anthropic-api-key', `sk-ant-api\\d\\d-${url64(40, 200)}`),
      token('anthropic-admin-key', `sk-ant-admin\\d\\d-${url64(40, 200)}`, {
        noun: 'admin key',
        variable: 'ANTHROPIC_ADMIN_KEY',
      }),
      token('anthropic-oauth-token', `sk-ant-oat\\d\\d-${url64(40, 200)}`, {
        noun: 'OAuth access token',
        variable: 'CLAUDE_CODE_OAUTH_TOKEN',
      }),
      token('anthropic-oauth-refresh-token', `sk-ant-ort\\d\\d-${url64(40, 200)}`, {
        noun: 'OAuth refresh token',
      }),
      token('anthropic-session-key', `sk-ant-sid\\d\\d-${url64(40, 200)}`, { noun: 'session key' }),
      token('anthropic-key', `sk-ant-(?!(?:api|admin|oat|ort|sid)\\d\\d-)${url64(40, 200)}`, {
        keywords: ['sk-ant-'],
      }),
    ],
  ),
  provider('Google', { ai: true, revoke: 'https://aistudio.google.com/apikey', variable: 'GEMINI_API_KEY' }, [
    token('google-api-key', `AIza${url64(35)}`),
    token('google-gemini-key', `AQ\\.Ab8R${url64(40, 60)}`, { keywords: ['aq.ab8r'] }),
  ]),
  provider(
    'Amazon Bedrock',
    {
      ai: true,
      revoke: 'https://console.aws.amazon.com/bedrock/home#/api-keys',
      variable: 'AWS_BEARER_TOKEN_BEDROCK',
    },
    [
      token('bedrock-long-term-key', `ABSK${base64(90, 280)}={0,2}`),
      token(
        'bedrock-short-term-key',
        `bedrock-api-key-YmVkcm9jay5hbWF6b25hd3MuY29t[0-9A-Za-z+/=_-]{0,3000}(?![[.])`,
        {
          noun: 'short-term API key',
          keywords: ['bedrock-api-key-'],
        },
      ),
    ],
  ),
  provider(
    'Azure OpenAI',
    { ai: true, revoke: 'https://portal.azure.com', variable: 'AZURE_OPENAI_API_KEY' },
    [
      named(
        'azure-openai-key',
        [
          'azure_openai',
          'azureopenai',
          'azure openai',
          'azure-openai',
          'openai.azure.com',
          'cognitiveservices',
          'azure_api_key',
          'azure_ai',
          'azure-ai',
        ],
        `${anyHex(32)}|${alnum(84)}`,
        { companion: `[0-9a-z-]{2,60}\\.(?:openai|cognitiveservices|services\\.ai)\\.azure\\.com` },
      ),
    ],
  ),
  provider(
    'Hugging Face',
    { ai: true, revoke: 'https://huggingface.co/settings/tokens', variable: 'HF_TOKEN' },
    [
      token('huggingface-access-token', `hf_${alnum(30, 40)}`, { noun: 'access token', entropy: 3 }),
      token('huggingface-organization-token', `api_org_${letters(34)}`, { noun: 'organization token' }),
    ],
  ),
  provider('Groq', { ai: true, revoke: 'https://console.groq.com/keys', variable: 'GROQ_API_KEY' }, [
    token('groq-api-key', `gsk_${alnum(40, 60)}`, { check: 'groq' }),
  ]),
  provider('xAI', { ai: true, revoke: 'https://console.x.ai', variable: 'XAI_API_KEY' }, [
    token('xai-api-key', `xai-(?!token-)${url64(70, 120)}`, { keywords: ['xai-'] }),
    token('xai-management-key', `xai-token-${url64(40, 120)}`, { noun: 'management key' }),
  ]),
  provider(
    'Perplexity',
    { ai: true, revoke: 'https://www.perplexity.ai/settings/api', variable: 'PERPLEXITY_API_KEY' },
    [token('perplexity-api-key', `pplx-${alnum(40, 64)}`)],
  ),
  provider(
    'OpenRouter',
    { ai: true, revoke: 'https://openrouter.ai/settings/keys', variable: 'OPENROUTER_API_KEY' },
    [token('openrouter-api-key', `sk-or-(?:v\\d-)?${hex(48, 64)}`, { keywords: ['sk-or-'] })],
  ),
  provider(
    'DeepSeek',
    { ai: true, revoke: 'https://platform.deepseek.com/api_keys', variable: 'DEEPSEEK_API_KEY' },
    [named('deepseek-api-key', ['deepseek'], `sk-${lower(32)}`)],
  ),
  provider(
    'Mistral',
    { ai: true, revoke: 'https://console.mistral.ai/api-keys', variable: 'MISTRAL_API_KEY' },
    [named('mistral-api-key', ['mistral'], alnum(32))],
  ),
  provider(
    'Cohere',
    { ai: true, revoke: 'https://dashboard.cohere.com/api-keys', variable: 'COHERE_API_KEY' },
    [named('cohere-api-key', ['cohere', 'co_api_key'], alnum(40))],
  ),
  provider(
    'Together',
    { ai: true, revoke: 'https://api.together.xyz/settings/api-keys', variable: 'TOGETHER_API_KEY' },
    [
      token('together-api-key', `tgp_v1_${url64(40, 50)}`),
      named('together-legacy-key', ['together'], hex(64)),
    ],
  ),
  provider(
    'Fireworks',
    { ai: true, revoke: 'https://fireworks.ai/account/api-keys', variable: 'FIREWORKS_API_KEY' },
    [
      plain('fireworks-api-key', `fw_${alnum(22, 30)}`, { entropy: 3.6 }),
      named('fireworks-legacy-key', ['fireworks'], alnum(40, 64)),
    ],
  ),
  provider(
    'Replicate',
    { ai: true, revoke: 'https://replicate.com/account/api-tokens', variable: 'REPLICATE_API_TOKEN' },
    [token('replicate-api-token', `r8_${alnum(36, 42)}`, { noun: 'API token' })],
  ),
  provider('Cerebras', { ai: true, revoke: 'https://cloud.cerebras.ai', variable: 'CEREBRAS_API_KEY' }, [
    token('cerebras-api-key', `csk-${lower(40, 56)}`),
  ]),
  provider(
    'NVIDIA',
    { ai: true, revoke: 'https://build.nvidia.com/settings/api-keys', variable: 'NVIDIA_API_KEY' },
    [token('nvidia-api-key', `nvapi-${url64(56, 80)}`)],
  ),
  provider(
    'Databricks',
    { ai: true, revoke: 'https://docs.databricks.com/dev-tools/auth/pat.html', variable: 'DATABRICKS_TOKEN' },
    [
      token('databricks-access-token', `dapi${hex(32)}(?:-\\d{1,2})?`, { noun: 'access token' }),
      token('databricks-oauth-secret', `dose${hex(32)}`, {
        noun: 'OAuth secret',
        variable: 'DATABRICKS_CLIENT_SECRET',
      }),
    ],
  ),
  provider('MiniMax', { ai: true, revoke: 'https://platform.minimax.io', variable: 'MINIMAX_API_KEY' }, [
    token('minimax-api-key', `sk-api-${url64(100, 130)}`),
  ]),
  provider(
    'Moonshot',
    { ai: true, revoke: 'https://platform.moonshot.ai/console/api-keys', variable: 'MOONSHOT_API_KEY' },
    [named('moonshot-api-key', ['moonshot', 'kimi'], `sk-${url64(48)}`)],
  ),
  provider('Z.ai', { ai: true, revoke: 'https://z.ai/manage-apikey/apikey-list', variable: 'ZAI_API_KEY' }, [
    named('zai-api-key', ['zai', 'z_ai', 'z.ai', 'glm', 'zhipu', 'bigmodel'], `${hex(32)}\\.${alnum(16)}`),
  ]),
  provider(
    'Alibaba Model Studio',
    { ai: true, revoke: 'https://bailian.console.aliyun.com', variable: 'DASHSCOPE_API_KEY' },
    [named('dashscope-api-key', ['dashscope', 'qwen', 'bailian'], `sk-${lower(32)}`)],
  ),
  provider(
    'SiliconFlow',
    { ai: true, revoke: 'https://cloud.siliconflow.cn/account/ak', variable: 'SILICONFLOW_API_KEY' },
    [named('siliconflow-api-key', ['siliconflow', 'silicon_flow'], `sk-${letters(48)}`, { entropy: 3.8 })],
  ),
  provider(
    'Baidu Qianfan',
    { ai: true, revoke: 'https://console.bce.baidu.com/iam', variable: 'QIANFAN_API_KEY' },
    [token('qianfan-api-key', `bce-v3/ALTAK-${alnum(16, 24)}/${hex(40)}`)],
  ),
  provider(
    'Volcengine Ark',
    { ai: true, revoke: 'https://console.volcengine.com/ark', variable: 'ARK_API_KEY' },
    [named('volcengine-ark-key', ['volcengine', 'ark_api', 'doubao'], uuid)],
  ),
  provider('Ollama', { ai: true, revoke: 'https://ollama.com/settings/keys', variable: 'OLLAMA_API_KEY' }, [
    named('ollama-api-key', ['ollama'], `${hex(32)}\\.${url64(24)}`),
  ]),
  provider(
    'AI21',
    { ai: true, revoke: 'https://studio.ai21.com/account/api-key', variable: 'AI21_API_KEY' },
    [named('ai21-api-key', ['ai21'], `${alnum(32)}|${uuid}`)],
  ),
  provider(
    'Stability AI',
    { ai: true, revoke: 'https://platform.stability.ai/account/keys', variable: 'STABILITY_API_KEY' },
    [named('stability-api-key', ['stability', 'dreamstudio'], `sk-${alnum(40, 52)}`)],
  ),
  provider(
    'Upstage',
    { ai: true, revoke: 'https://console.upstage.ai/api-keys', variable: 'UPSTAGE_API_KEY' },
    [
      plain('upstage-api-key', `up_${alnum(28, 32)}`, { entropy: 3.5 }),
      named('upstage-legacy-key', ['upstage', 'solar'], alnum(40, 50)),
    ],
  ),
  provider(
    'SambaNova',
    { ai: true, revoke: 'https://cloud.sambanova.ai/apis', variable: 'SAMBANOVA_API_KEY' },
    [named('sambanova-api-key', ['sambanova'], uuid)],
  ),
  provider(
    'DeepInfra',
    { ai: true, revoke: 'https://deepinfra.com/dash/api_keys', variable: 'DEEPINFRA_API_KEY' },
    [named('deepinfra-api-key', ['deepinfra'], alnum(32))],
  ),
  provider(
    'Novita',
    { ai: true, revoke: 'https://novita.ai/settings/key-management', variable: 'NOVITA_API_KEY' },
    [named('novita-api-key', ['novita'], `(?:sk_)?${url64(36, 48)}`)],
  ),
  provider(
    'Anyscale',
    { ai: true, revoke: 'https://console.anyscale.com/v2/api-keys', variable: 'ANYSCALE_API_KEY' },
    [token('anyscale-api-key', `esecret_${lower(24, 32)}`)],
  ),
  provider('Friendli', { ai: true, revoke: 'https://friendli.ai/suite', variable: 'FRIENDLI_TOKEN' }, [
    token('friendli-token', `flp_${alnum(40, 52)}`, { noun: 'access token' }),
  ]),
  provider(
    'Baseten',
    { ai: true, revoke: 'https://app.baseten.co/settings/api_keys', variable: 'BASETEN_API_KEY' },
    [named('baseten-api-key', ['baseten'], `${alnum(8)}\\.${alnum(32)}`)],
  ),
  provider(
    'Hyperbolic',
    { ai: true, revoke: 'https://app.hyperbolic.xyz/settings', variable: 'HYPERBOLIC_API_KEY' },
    [named('hyperbolic-api-key', ['hyperbolic'], `(?:sk_live_)?${url64(40, 160)}`)],
  ),
  provider('Lepton', { ai: true, variable: 'LEPTON_API_TOKEN' }, [
    named('lepton-api-token', ['lepton'], alnum(32), { noun: 'API token' }),
  ]),
  provider('LightOn', { ai: true, variable: 'PARADIGM_API_KEY' }, [
    named('lighton-api-key', ['lighton', 'paradigm'], url64(40, 80)),
  ]),
  provider('Writer', { ai: true, variable: 'WRITER_API_KEY' }, [
    named('writer-api-key', ['writer_api', 'writer.com', 'writerai'], url64(32, 64)),
  ]),
  provider('Aleph Alpha', { ai: true, variable: 'AA_TOKEN' }, [
    named('aleph-alpha-token', ['aleph_alpha', 'alephalpha', 'aleph-alpha', 'aa_token'], alnum(32, 64), {
      noun: 'access token',
    }),
  ]),
  provider(
    'IBM watsonx',
    { ai: true, revoke: 'https://cloud.ibm.com/iam/apikeys', variable: 'WATSONX_APIKEY' },
    [named('watsonx-api-key', ['watsonx', 'watson'], url64(42, 46))],
  ),
  provider('Poe', { ai: true, revoke: 'https://poe.com/api_key', variable: 'POE_API_KEY' }, [
    named('poe-api-key', ['poe_api', 'poe.com', 'poe-api'], url64(40, 50)),
  ]),
  provider('', { ai: true }, [
    // Dozens of services hand out keys of this form: DeepSeek, Qwen, Moonshot, LiteLLM, old OpenAI keys.
    token('openai-style-key', `sk-${alnum(32, 64)}`, { entropy: 3.1 }),
    plain('openai-style-short-key', `sk-${word(20, 31)}`, { entropy: 3.4 }),
  ]),
  provider(
    'Meta Llama',
    { ai: true, revoke: 'https://llama.developer.meta.com', variable: 'LLAMA_API_KEY' },
    [token('llama-api-key', `LLM\\|${digits(12, 20)}\\|${url64(20, 60)}`)],
  ),
].flat();
