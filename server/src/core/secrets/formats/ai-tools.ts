import {
  alnum,
  anyHex,
  base32,
  base64,
  digits,
  hex,
  lower,
  named,
  plain,
  provider,
  token,
  upper,
  url64,
  uuid,
  word,
} from './format.js';

/** Services around models: search, retrieval, vector stores, tracing, speech, sandboxes, coding agents. */
export const modelTools = [
  provider(
    'LangSmith',
    { ai: true, revoke: 'https://smith.langchain.com/settings', variable: 'LANGSMITH_API_KEY' },
    [
      token('langsmith-personal-token', `lsv2_pt_${anyHex(32)}_${anyHex(10)}`, {
        noun: 'personal access token',
      }),
      token('langsmith-service-key', `lsv2_sk_${anyHex(32)}_${anyHex(10)}`, { noun: 'service key' }),
      token('langsmith-legacy-key', `ls__${hex(32)}`),
    ],
  ),
  provider('Langfuse', { ai: true, revoke: 'https://cloud.langfuse.com', variable: 'LANGFUSE_SECRET_KEY' }, [
    token('langfuse-secret-key', `sk-lf-${uuid}`, { noun: 'secret key' }),
    token('langfuse-public-key', `pk-lf-${uuid}`, {
      noun: 'public key',
      publishable: true,
      variable: 'LANGFUSE_PUBLIC_KEY',
    }),
  ]),
  provider(
    'Weights & Biases',
    { ai: true, revoke: 'https://wandb.ai/authorize', variable: 'WANDB_API_KEY' },
    [
      token('wandb-api-key', `wandb_v1_${word(60, 90)}`),
      named(
        'wandb-legacy-key',
        ['wandb', 'weightsandbiases', 'weights_and_biases', 'weights & biases'],
        hex(40),
      ),
    ],
  ),
  provider(
    'Helicone',
    { ai: true, revoke: 'https://us.helicone.ai/settings/api-keys', variable: 'HELICONE_API_KEY' },
    [token('helicone-api-key', `sk-helicone-[0-9a-z-]{20,80}`)],
  ),
  provider('PromptLayer', { ai: true, variable: 'PROMPTLAYER_API_KEY' }, [
    plain('promptlayer-api-key', `pl_${hex(32)}`),
  ]),
  provider('Comet Opik', { ai: true, variable: 'OPIK_API_KEY' }, [
    named('opik-api-key', ['opik', 'comet_api', 'comet_ml', 'comet.com'], alnum(25, 32)),
  ]),
  provider('AgentOps', { ai: true, variable: 'AGENTOPS_API_KEY' }, [
    named('agentops-api-key', ['agentops'], uuid),
  ]),
  provider('Arize', { ai: true, variable: 'ARIZE_API_KEY' }, [
    token('arize-api-key', `ak-${uuid}(?:-${url64(1, 64)})?`),
  ]),
  provider('Portkey', { ai: true, variable: 'PORTKEY_API_KEY' }, [
    named('portkey-api-key', ['portkey'], `${base64(26, 32)}={0,2}`),
  ]),
  provider('Pinecone', { ai: true, revoke: 'https://app.pinecone.io', variable: 'PINECONE_API_KEY' }, [
    token('pinecone-api-key', `pcsk_${alnum(4, 8)}_${alnum(60, 66)}`),
    named('pinecone-legacy-key', ['pinecone'], uuid, { companion: '\\.pinecone\\.io' }),
  ]),
  provider('Weaviate', { ai: true, variable: 'WEAVIATE_API_KEY' }, [
    named('weaviate-api-key', ['weaviate'], `${alnum(36, 44)}|${uuid}`, {
      companion: '\\.weaviate\\.(?:cloud|network)',
    }),
  ]),
  provider('Qdrant', { ai: true, variable: 'QDRANT_API_KEY' }, [
    named('qdrant-api-key', ['qdrant'], `${url64(40, 60)}|${uuid}\\|${url64(40, 60)}`, {
      companion: '\\.qdrant\\.(?:io|tech)',
    }),
  ]),
  provider('Chroma', { ai: true, variable: 'CHROMA_API_KEY' }, [
    plain('chroma-api-key', `ck-${alnum(43, 44)}`),
  ]),
  provider('Zilliz', { ai: true, variable: 'ZILLIZ_API_KEY' }, [
    named('zilliz-api-key', ['zilliz', 'milvus'], `${hex(72)}|${hex(40, 80)}`),
  ]),
  provider('Jina', { ai: true, revoke: 'https://jina.ai/api-dashboard', variable: 'JINA_API_KEY' }, [
    token('jina-api-key', `jina_${url64(40, 80)}`),
  ]),
  provider('Voyage', { ai: true, revoke: 'https://dash.voyageai.com', variable: 'VOYAGE_API_KEY' }, [
    plain('voyage-api-key', `pa-${url64(40, 50)}`, { entropy: 4 }),
  ]),
  provider('Nomic', { ai: true, variable: 'NOMIC_API_KEY' }, [
    plain('nomic-api-key', `nk-${url64(40, 50)}`, { entropy: 4 }),
  ]),
  provider(
    'LlamaCloud',
    { ai: true, revoke: 'https://cloud.llamaindex.ai', variable: 'LLAMA_CLOUD_API_KEY' },
    [token('llamacloud-api-key', `llx-${alnum(40, 56)}`)],
  ),
  provider('Vectara', { ai: true, variable: 'VECTARA_API_KEY' }, [
    token('vectara-api-key', `z(?:ut|wt|qt)_${url64(32, 48)}`, { keywords: ['zut_', 'zwt_', 'zqt_'] }),
  ]),
  provider('Unstructured', { ai: true, variable: 'UNSTRUCTURED_API_KEY' }, [
    named('unstructured-api-key', ['unstructured'], alnum(30, 44)),
  ]),
  provider('Tavily', { ai: true, revoke: 'https://app.tavily.com', variable: 'TAVILY_API_KEY' }, [
    token('tavily-api-key', `tvly-(?:dev-|prod-)?${url64(28, 60)}`),
  ]),
  provider(
    'Firecrawl',
    { ai: true, revoke: 'https://www.firecrawl.dev/app/api-keys', variable: 'FIRECRAWL_API_KEY' },
    [token('firecrawl-api-key', `fc-${hex(32)}`)],
  ),
  provider(
    'Brave Search',
    { ai: true, revoke: 'https://api-dashboard.search.brave.com', variable: 'BRAVE_API_KEY' },
    [token('brave-search-api-key', `BSA${url64(24, 40)}`, { entropy: 3.3 })],
  ),
  provider('Exa', { ai: true, variable: 'EXA_API_KEY' }, [
    named('exa-api-key', ['exa_api', 'exa.ai', 'exa_py', 'exa-js'], uuid),
  ]),
  provider('Serper', { ai: true, variable: 'SERPER_API_KEY' }, [
    named('serper-api-key', ['serper'], hex(40)),
  ]),
  provider('SerpApi', { ai: true, variable: 'SERPAPI_API_KEY' }, [
    named('serpapi-api-key', ['serpapi'], hex(64)),
  ]),
  provider('You.com', { ai: true, variable: 'YDC_API_KEY' }, [
    token('youcom-api-key', `ydc-sk-[0-9a-f-]{24,90}(?:<__>[0-9A-Za-z<>_-]{8,60})?`),
  ]),
  provider('Kagi', { ai: true, variable: 'KAGI_API_KEY' }, [
    named('kagi-api-key', ['kagi'], `${url64(11)}\\.${url64(43)}`),
  ]),
  provider(
    'ElevenLabs',
    { ai: true, revoke: 'https://elevenlabs.io/app/settings/api-keys', variable: 'ELEVENLABS_API_KEY' },
    [
      token('elevenlabs-api-key', `sk_${hex(48)}`),
      named(
        'elevenlabs-legacy-key',
        ['elevenlabs', 'eleven_labs', 'eleven_api', 'xi-api-key', 'xi_api_key'],
        hex(32),
      ),
    ],
  ),
  provider('Cartesia', { ai: true, variable: 'CARTESIA_API_KEY' }, [
    token('cartesia-api-key', `sk_car_${url64(18, 40)}`),
  ]),
  provider('Deepgram', { ai: true, revoke: 'https://console.deepgram.com', variable: 'DEEPGRAM_API_KEY' }, [
    named('deepgram-api-key', ['deepgram'], hex(40)),
  ]),
  provider(
    'AssemblyAI',
    { ai: true, revoke: 'https://www.assemblyai.com/app/api-keys', variable: 'ASSEMBLYAI_API_KEY' },
    [named('assemblyai-api-key', ['assemblyai', 'assembly_ai', 'aai.settings'], lower(32))],
  ),
  provider('Gladia', { ai: true, variable: 'GLADIA_API_KEY' }, [named('gladia-api-key', ['gladia'], uuid)]),
  provider('Hume', { ai: true, variable: 'HUME_API_KEY' }, [
    named('hume-api-key', ['hume_api', 'hume.ai', 'hume_secret'], alnum(48, 64)),
  ]),
  provider('Ideogram', { ai: true, variable: 'IDEOGRAM_API_KEY' }, [
    named('ideogram-api-key', ['ideogram'], url64(80, 100)),
  ]),
  provider('fal', { ai: true, revoke: 'https://fal.ai/dashboard/keys', variable: 'FAL_KEY' }, [
    named(
      'fal-key',
      ['fal_key', 'fal.ai', 'fal-ai', 'fal_api', 'fal-client', 'fal_client', 'fal.config'],
      `${uuid}:${hex(32)}`,
    ),
  ]),
  provider('Luma', { ai: true, variable: 'LUMAAI_API_KEY' }, [
    token('luma-api-key', `luma-${uuid}(?:-${uuid})?`),
  ]),
  provider('Runway', { ai: true, variable: 'RUNWAYML_API_SECRET' }, [
    token('runway-api-key', `key_${hex(128)}`),
  ]),
  provider('Leonardo', { ai: true, variable: 'LEONARDO_API_KEY' }, [
    named('leonardo-api-key', ['leonardo'], uuid),
  ]),
  provider('Clarifai', { ai: true, variable: 'CLARIFAI_PAT' }, [
    named('clarifai-token', ['clarifai'], hex(32), { noun: 'access token' }),
  ]),
  provider('Roboflow', { ai: true, variable: 'ROBOFLOW_API_KEY' }, [
    plain('roboflow-api-key', `rf_${alnum(20, 40)}`, { entropy: 3.5 }),
    named('roboflow-legacy-key', ['roboflow'], alnum(20)),
  ]),
  provider('Lakera', { ai: true, variable: 'LAKERA_GUARD_API_KEY' }, [
    named('lakera-api-key', ['lakera'], hex(64)),
  ]),
  provider('Private AI', { ai: true, variable: 'PRIVATEAI_API_KEY' }, [
    named('privateai-api-key', ['privateai', 'private_ai', 'private-ai'], lower(32)),
  ]),
  provider('E2B', { ai: true, revoke: 'https://e2b.dev/dashboard', variable: 'E2B_API_KEY' }, [
    token('e2b-api-key', `e2b_${hex(40)}`),
    token('e2b-access-token', `sk_e2b_${hex(40)}`, { noun: 'access token', variable: 'E2B_ACCESS_TOKEN' }),
  ]),
  provider('Browserbase', { ai: true, variable: 'BROWSERBASE_API_KEY' }, [
    token('browserbase-api-key', `bb_(?:live|test)_${url64(20, 48)}`, { keywords: ['bb_live_', 'bb_test_'] }),
  ]),
  provider('Daytona', { ai: true, variable: 'DAYTONA_API_KEY' }, [
    token('daytona-api-key', `dtn_${hex(64)}`),
  ]),
  provider(
    'Modal',
    { ai: true, revoke: 'https://modal.com/settings/tokens', variable: 'MODAL_TOKEN_SECRET' },
    [
      plain('modal-token-secret', `as-${alnum(22)}`, { noun: 'token secret', entropy: 3.4 }),
      plain('modal-token-id', `ak-${alnum(22)}`, {
        noun: 'token id',
        entropy: 3.4,
        publishable: true,
        variable: 'MODAL_TOKEN_ID',
      }),
    ],
  ),
  provider(
    'RunPod',
    { ai: true, revoke: 'https://www.runpod.io/console/user/settings', variable: 'RUNPOD_API_KEY' },
    [token('runpod-api-key', `rpa_${alnum(38, 50)}`)],
  ),
  provider('Mem0', { ai: true, variable: 'MEM0_API_KEY' }, [token('mem0-api-key', `m0-${alnum(38, 44)}`)]),
  provider('Letta', { ai: true, variable: 'LETTA_API_KEY' }, [
    token('letta-api-key', `sk-let-${alnum(40, 140)}(?:={0,2})`),
  ]),
  provider('Composio', { ai: true, variable: 'COMPOSIO_API_KEY' }, [
    plain('composio-api-key', `ak_${url64(18, 24)}`, { entropy: 3.4 }),
    plain('composio-consumer-key', `ck_${url64(18, 24)}`, { entropy: 3.4 }),
  ]),
  provider(
    'Apify',
    { ai: true, revoke: 'https://console.apify.com/settings/integrations', variable: 'APIFY_TOKEN' },
    [
      token('apify-api-token', `apify_api_${alnum(30, 40)}`, { noun: 'API token' }),
      token('apify-proxy-password', `apify_proxy_${alnum(20, 40)}`, {
        noun: 'proxy password',
        variable: 'APIFY_PROXY_PASSWORD',
      }),
    ],
  ),
  provider('ScrapingBee', { ai: true, variable: 'SCRAPINGBEE_API_KEY' }, [
    named('scrapingbee-api-key', ['scrapingbee'], upper(80)),
  ]),
  provider('Cursor', { ai: true, variable: 'CURSOR_API_KEY' }, [
    token('cursor-user-key', `crsr_${hex(64)}`),
    token('cursor-api-key', `key_${hex(64)}`),
  ]),
  provider('Devin', { ai: true, variable: 'DEVIN_API_KEY' }, [
    token('devin-personal-key', `apk_user_${base64(100, 200)}={0,2}`),
    token('devin-service-key', `apk_(?!user_)${base64(60, 120)}={0,2}`, { keywords: ['apk_'] }),
    token('devin-service-user-token', `cog_${base32(52)}`),
  ]),
  provider(
    'Sourcegraph',
    { ai: true, revoke: 'https://sourcegraph.com/users/settings/tokens', variable: 'SRC_ACCESS_TOKEN' },
    [
      token('sourcegraph-access-token', `sg[pd]_(?:(?:${anyHex(16)}|local)_)?${anyHex(40)}`, {
        noun: 'access token',
        keywords: ['sgp_', 'sgd_'],
      }),
    ],
  ),
  provider('CodeRabbit', { ai: true, variable: 'CODERABBIT_API_KEY' }, [
    token('coderabbit-api-key', `cr-${hex(58)}`),
  ]),
  provider('Greptile', { ai: true, variable: 'GREPTILE_API_KEY' }, [
    named('greptile-api-key', ['greptile'], base64(48)),
  ]),
  provider('OpenPipe', { ai: true, variable: 'OPENPIPE_API_KEY' }, [
    token('openpipe-api-key', `opk_${hex(40, 46)}`),
  ]),
  provider('n8n', { ai: true, variable: 'N8N_API_KEY' }, [token('n8n-api-key', `n8n_api_${hex(64, 96)}`)]),
  provider('Dify', { ai: true, variable: 'DIFY_API_KEY' }, [
    plain('dify-app-key', `app-${alnum(24)}`, { entropy: 3.5 }),
    plain('dify-dataset-key', `dataset-${alnum(24)}`, { entropy: 3.5 }),
  ]),
  provider('Coze', { ai: true, revoke: 'https://www.coze.com/open/oauth/pats', variable: 'COZE_API_TOKEN' }, [
    token('coze-access-token', `pat_${alnum(64)}`, { noun: 'personal access token' }),
  ]),
  provider('Voiceflow', { ai: true, variable: 'VOICEFLOW_API_KEY' }, [
    token('voiceflow-api-key', `VF\\.(?:DM|WS|PV)\\.${hex(24)}\\.${alnum(12, 24)}`, {
      keywords: ['vf.dm.', 'vf.ws.', 'vf.pv.'],
    }),
  ]),
  provider('Botpress', { ai: true, variable: 'BOTPRESS_TOKEN' }, [
    token('botpress-token', `bp_(?:pat|bak|wst)_${alnum(30, 44)}`, {
      noun: 'access token',
      keywords: ['bp_pat_', 'bp_bak_', 'bp_wst_'],
    }),
  ]),
  provider('Retell', { ai: true, variable: 'RETELL_API_KEY' }, [
    plain('retell-api-key', `key_${hex(24, 36)}`),
  ]),
  provider('Vapi', { ai: true, variable: 'VAPI_API_KEY' }, [named('vapi-api-key', ['vapi'], uuid)]),
  provider(
    'Vercel',
    { ai: true, revoke: 'https://vercel.com/account/settings/tokens', variable: 'AI_GATEWAY_API_KEY' },
    [token('vercel-ai-gateway-key', `vck_${url64(48, 64)}`, { check: 'vercel' })],
  ),
  provider('Kong', { ai: true, variable: 'KONNECT_TOKEN' }, [
    token('kong-access-token', `kpat_${alnum(40, 60)}`, { noun: 'access token' }),
  ]),
  provider('Twelve Labs', { ai: true, variable: 'TWELVE_LABS_API_KEY' }, [
    token('twelvelabs-api-key', `tlk_${alnum(30, 44)}`),
  ]),
  provider('Kaggle', { ai: true, revoke: 'https://www.kaggle.com/settings', variable: 'KAGGLE_KEY' }, [
    token('kaggle-api-token', `KGAT_${hex(32)}`, { noun: 'API token', variable: 'KAGGLE_API_TOKEN' }),
    named('kaggle-key', ['kaggle'], hex(32)),
  ]),
  provider('WolframAlpha', { ai: true, variable: 'WOLFRAM_ALPHA_APPID' }, [
    named('wolfram-app-id', ['wolfram'], `[0-9A-Z]{6}-[0-9A-Z]{10}`, { noun: 'app id' }),
  ]),
  provider('OpenWeather', { variable: 'OPENWEATHERMAP_API_KEY' }, [
    named('openweather-api-key', ['openweather', 'pyowm'], lower(32)),
  ]),
  provider('Trigger.dev', { ai: true, variable: 'TRIGGER_SECRET_KEY' }, [
    token('trigger-secret-key', `tr_(?:dev|prod|stg|pat|preview)_${alnum(20, 40)}`, {
      noun: 'secret key',
      keywords: ['tr_dev_', 'tr_prod_', 'tr_stg_', 'tr_pat_', 'tr_preview_'],
    }),
  ]),
  provider('Inngest', { variable: 'INNGEST_SIGNING_KEY' }, [
    token('inngest-signing-key', `signkey-[a-z]{2,10}-${hex(32, 64)}`, { noun: 'signing key' }),
  ]),
  provider('Smithery', { ai: true, variable: 'SMITHERY_API_KEY' }, [
    named('smithery-api-key', ['smithery'], uuid),
  ]),
  provider('Alpha Vantage', { variable: 'ALPHAVANTAGE_API_KEY' }, [
    named('alphavantage-api-key', ['alphavantage', 'alpha_vantage'], upper(16)),
  ]),
  provider('NewsAPI', { variable: 'NEWS_API_KEY' }, [named('newsapi-key', ['newsapi', 'news_api'], hex(32))]),
  provider('Telnyx', { variable: 'TELNYX_API_KEY' }, [
    token('telnyx-api-key', `KEY[01][0-9A-F]{15,33}_${url64(16, 30)}`, { keywords: ['key0'] }),
    named('telnyx-legacy-key', ['telnyx'], `KEY${url64(55)}|${digits(4)}${alnum(51)}`),
  ]),
].flat();
