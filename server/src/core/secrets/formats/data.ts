import { alnum, anyHex, base64, hex, lower, named, provider, token, url64, uuid, word } from './format.js';

/** Databases, data platforms, observability, analytics, feature flags, maps, identity. */
export const dataServices = [
  provider(
    'Supabase',
    { revoke: 'https://supabase.com/dashboard/account/tokens', variable: 'SUPABASE_SERVICE_ROLE_KEY' },
    [
      token('supabase-management-token', `sbp_(?:v\\d_|oauth_)?${url64(36, 60)}`, {
        noun: 'management token',
        variable: 'SUPABASE_ACCESS_TOKEN',
      }),
      token('supabase-secret-key', `sb_secret_${url64(20, 48)}`, { noun: 'secret key' }),
      token('supabase-publishable-key', `sb_publishable_${url64(20, 48)}`, {
        noun: 'publishable key',
        publishable: true,
        variable: 'SUPABASE_ANON_KEY',
      }),
    ],
  ),
  provider('Neon', { revoke: 'https://console.neon.tech/app/settings/api-keys', variable: 'NEON_API_KEY' }, [
    token('neon-api-key', `napi_${alnum(56, 72)}`),
    token('neon-password', `npg_${alnum(10, 20)}`, {
      noun: 'database password',
      entropy: 2.8,
      variable: 'PGPASSWORD',
    }),
  ]),
  provider('PlanetScale', {}, [
    token('planetscale-token', `pscale_(?:tkn|oauth|pw|api)_[0-9A-Za-z_=.-]{30,64}`, {
      noun: 'access token',
      keywords: ['pscale_tkn_', 'pscale_oauth_', 'pscale_pw_', 'pscale_api_'],
    }),
  ]),
  provider('MongoDB Atlas', {}, [
    token('mongodb-service-account-secret', `mdb_sa_sk_${url64(36, 48)}`, { noun: 'service account secret' }),
    token('mongodb-service-account-id', `mdb_sa_id_${hex(24)}`, {
      noun: 'service account id',
      publishable: true,
    }),
    named('mongodb-atlas-key', ['mongodb_atlas', 'atlas_private', 'mongodb_public'], uuid),
  ]),
  provider('DataStax', { variable: 'ASTRA_DB_APPLICATION_TOKEN' }, [
    token('datastax-token', `AstraCS:[0-9A-Za-z]{20,100}(?::${hex(40, 80)})?`, { noun: 'application token' }),
  ]),
  provider('CockroachDB', {}, [token('cockroachdb-api-key', `CCDB1_${alnum(22)}_${alnum(40)}`)]),
  provider('ClickHouse', {}, [token('clickhouse-cloud-key', `4b1d${alnum(38)}`, { entropy: 3.6 })]),
  provider('Couchbase', {}, [
    named('couchbase-api-key', ['couchbase', 'capella'], `[0-9A-Za-z+/]{60,120}={0,2}`),
  ]),
  provider('Upstash', { variable: 'UPSTASH_REDIS_REST_TOKEN' }, [
    named('upstash-token', ['upstash'], `A[A-Za-z]${base64(30, 120)}={0,2}|${uuid}`, { noun: 'REST token' }),
  ]),
  provider('Turso', {}, [
    named('turso-token', ['turso', 'libsql'], `eyJ${url64(20, 60)}\\.${url64(40, 400)}\\.${url64(80, 90)}`, {
      noun: 'auth token',
    }),
  ]),
  provider('Elastic', { variable: 'ELASTIC_API_KEY' }, [
    token('elastic-cloud-key', `essu_${url64(60, 200)}={0,2}`),
    named('elastic-api-key', ['elastic', 'apikey '], `(?=[0-9A-Za-z]{0,40}[A-Z])[0-9A-Za-z_-]{52,80}={0,2}`, {
      companion: '\\.(?:elastic-cloud\\.com|es\\.io)',
    }),
  ]),
  provider('Algolia', { variable: 'ALGOLIA_API_KEY' }, [
    named('algolia-api-key', ['algolia'], lower(32), {
      companion: '\\.algolia(?:net)?\\.(?:com|net)|app_?id',
    }),
  ]),
  provider('Meilisearch', {}, [
    named('meilisearch-key', ['meili'], `${hex(64)}|${url64(40, 60)}`, { noun: 'master key' }),
  ]),
  provider('Typesense', {}, [named('typesense-key', ['typesense'], alnum(32))]),
  provider('Confluent', { variable: 'CONFLUENT_CLOUD_API_SECRET' }, [
    token('confluent-secret', `cflt${base64(60)}`, { noun: 'API secret', check: 'confluent' }),
    named('confluent-secret-legacy', ['confluent', 'sasl_password', 'sasl.password'], base64(64), {
      noun: 'API secret',
    }),
    named('confluent-key', ['confluent'], alnum(16), { noun: 'API key id' }),
  ]),
  provider('Snowflake', {}, [
    named(
      'snowflake-token',
      ['snowflake', 'sf_token'],
      `(?:ver:\\d-hint:\\d{1,20}-)?[0-9A-Za-z_=+/.-]{100,500}`,
      { noun: 'access token' },
    ),
  ]),
  provider('InfluxDB', { variable: 'INFLUX_TOKEN' }, [
    named('influxdb-token', ['influx'], `${url64(86)}==`, { noun: 'API token' }),
  ]),
  provider('Airbyte', {}, [named('airbyte-secret', ['airbyte'], alnum(32), { noun: 'client secret' })]),
  provider('Looker', {}, [
    named('looker-secret', ['looker'], alnum(24), { noun: 'client secret' }),
    named('looker-id', ['looker'], alnum(20), { noun: 'client id' }),
  ]),
  provider('Convex', {}, [
    token('convex-deploy-key', `(?:prod|dev|preview):[0-9a-z-]{6,60}\\|[0-9A-Za-z+/]{40,120}={0,2}`, {
      noun: 'deploy key',
      keywords: ['prod:', 'dev:', 'preview:'],
    }),
  ]),
  provider(
    'Grafana',
    {
      revoke: 'https://grafana.com/docs/grafana/latest/administration/service-accounts/',
      variable: 'GRAFANA_API_KEY',
    },
    [
      token('grafana-service-account-token', `glsa_${alnum(32)}_${anyHex(8)}`, {
        noun: 'service account token',
        check: 'grafana',
      }),
      token('grafana-cloud-token', `glc_[0-9A-Za-z+/_-]{32,400}={0,2}`, { noun: 'cloud token' }),
      token('grafana-api-key', `eyJrIjoi[0-9A-Za-z+/_-]{40,380}={0,2}`),
    ],
  ),
  provider(
    'Sentry',
    { revoke: 'https://sentry.io/settings/account/api/auth-tokens/', variable: 'SENTRY_AUTH_TOKEN' },
    [
      token('sentry-organization-token', `sntrys_eyJ[0-9A-Za-z+/_=-]{60,500}`, {
        noun: 'organization token',
      }),
      token('sentry-user-token', `sntryu_${hex(64)}`, { noun: 'user token' }),
      token('sentry-integration-token', `sntryi_${hex(64)}`, { noun: 'integration token' }),
      named('sentry-legacy-token', ['sentry'], hex(64), { noun: 'auth token' }),
    ],
  ),
  provider(
    'Datadog',
    { revoke: 'https://app.datadoghq.com/organization-settings/api-keys', variable: 'DD_API_KEY' },
    [
      token('datadog-personal-token', `dd(?:pat|app|api)_${alnum(30, 64)}`, {
        noun: 'access token',
        keywords: ['ddpat_', 'ddapp_', 'ddapi_'],
      }),
      named('datadog-api-key', ['datadog', 'dd_api', 'dd-api-key'], lower(32)),
      named('datadog-application-key', ['datadog', 'dd_app', 'dd-application-key'], '[0-9A-Za-z-]{40}', {
        noun: 'application key',
        variable: 'DD_APP_KEY',
      }),
    ],
  ),
  provider('New Relic', { revoke: 'https://one.newrelic.com/api-keys', variable: 'NEW_RELIC_LICENSE_KEY' }, [
    token('newrelic-user-key', `NRAK-[0-9A-Za-z]{24,32}`, {
      noun: 'user key',
      variable: 'NEW_RELIC_API_KEY',
    }),
    token('newrelic-insert-key', `NR(?:AA|II|IQ|RA|BR|SP)-[0-9A-Za-z_-]{27,44}`, {
      noun: 'insert key',
      keywords: ['nraa-', 'nrii-', 'nriq-', 'nrra-', 'nrbr-', 'nrsp-'],
    }),
    token('pixie-key', `px-(?:api|dep)-${uuid}`, { keywords: ['px-api-', 'px-dep-'] }),
    token('newrelic-browser-key', `NRJS-${hex(19)}`, { noun: 'browser key', publishable: true }),
    token('newrelic-license-key', `NRAL`, {
      noun: 'license key',
      lead: '(?:eu01xx)?[0-9a-f]{30,36}',
      entropy: 0,
    }),
    named('newrelic-legacy-key', ['new-relic', 'newrelic', 'new_relic'], `${lower(40)}|${lower(64)}`),
  ]),
  provider('Dynatrace', { variable: 'DT_API_TOKEN' }, [
    token('dynatrace-token', `dt0[a-z]\\d\\d\\.${alnum(8, 24)}\\.${alnum(64)}`, {
      noun: 'API token',
      keywords: ['dt0'],
    }),
  ]),
  provider('Honeycomb', { variable: 'HONEYCOMB_API_KEY' }, [
    token('honeycomb-ingest-key', `i[kc]_${lower(58)}`, {
      noun: 'ingest key',
      keywords: ['ik_', 'ic_'],
      lead: 'hc[a-z]',
    }),
    named('honeycomb-key', ['honeycomb', 'x-honeycomb-team'], `${hex(32)}|${alnum(22)}`),
  ]),
  provider('Axiom', {}, [
    token('axiom-token', `xa[ap]t-${uuid}`, { noun: 'API token', keywords: ['xaat-', 'xapt-'] }),
  ]),
  provider('Logz.io', {}, [named('logzio-token', ['logz'], alnum(32), { noun: 'shipping token' })]),
  provider('Sumo Logic', {}, [
    named('sumologic-id', ['sumo'], `su${alnum(12)}`, { noun: 'access id' }),
    named('sumologic-key', ['sumo'], alnum(64), { noun: 'access key' }),
  ]),
  provider('Splunk', {}, [named('splunk-token', ['splunk', 'hec_token'], uuid, { noun: 'collector token' })]),
  provider('PagerDuty', {}, [named('pagerduty-key', ['pagerduty'], `[0-9A-Za-z+_-]{20}|${hex(32)}`)]),
  provider('Opsgenie', {}, [named('opsgenie-key', ['opsgenie'], uuid)]),
  provider('Rollbar', {}, [named('rollbar-token', ['rollbar'], hex(32), { noun: 'access token' })]),
  provider('Bugsnag', {}, [named('bugsnag-key', ['bugsnag'], hex(32))]),
  provider('PostHog', { variable: 'POSTHOG_PERSONAL_API_KEY' }, [
    token('posthog-personal-key', `phx_${url64(38, 52)}`, { noun: 'personal API key' }),
    token('posthog-feature-flag-key', `phs_${url64(38, 52)}`, { noun: 'feature flag key' }),
    token('posthog-oauth-token', `ph[ar]_${alnum(36, 48)}`, {
      noun: 'OAuth token',
      keywords: ['pha_', 'phr_'],
    }),
    token('posthog-project-key', `phc_${url64(38, 52)}`, {
      noun: 'project key',
      publishable: true,
      variable: 'POSTHOG_API_KEY',
    }),
  ]),
  provider('Segment', {}, [
    token('segment-public-api-token', `sgp_${alnum(64)}`, { noun: 'public API token' }),
    named('segment-write-key', ['segment'], alnum(32), { noun: 'write key' }),
  ]),
  provider('Amplitude', {}, [named('amplitude-key', ['amplitude'], hex(32))]),
  provider('Mixpanel', {}, [named('mixpanel-token', ['mixpanel'], hex(32), { noun: 'project token' })]),
  provider('FullStory', {}, [
    named('fullstory-key', ['fullstory', 'fs_api'], `(?:na1|eu1)\\.[0-9A-Za-z+/=]{20,120}`),
  ]),
  provider('LaunchDarkly', { variable: 'LAUNCHDARKLY_SDK_KEY' }, [
    token('launchdarkly-key', `(?:sdk|api)-${uuid}`, { noun: 'SDK or API key', keywords: ['sdk-', 'api-'] }),
    named('launchdarkly-token', ['launchdarkly'], url64(40), { noun: 'access token' }),
  ]),
  provider('DevCycle', {}, [
    token('devcycle-server-key', `dvc_server_${word(8, 48)}`, { noun: 'server SDK key', entropy: 2.5 }),
    token('devcycle-client-key', `dvc_(?:client|mobile)_${word(8, 48)}`, {
      noun: 'client SDK key',
      keywords: ['dvc_client_', 'dvc_mobile_'],
      publishable: true,
      entropy: 2.5,
    }),
  ]),
  provider('ConfigCat', {}, [
    token('configcat-key', `configcat-sdk-\\d/${url64(22)}/${url64(22)}`, { noun: 'SDK key' }),
    named('configcat-legacy-key', ['configcat'], `${url64(22)}/${url64(22)}`, { noun: 'SDK key' }),
  ]),
  provider(
    'Mapbox',
    { revoke: 'https://account.mapbox.com/access-tokens', variable: 'MAPBOX_ACCESS_TOKEN' },
    [
      token('mapbox-secret-token', `sk\\.eyJ1[0-9A-Za-z_-]{36,140}\\.${url64(20, 24)}`, {
        noun: 'secret token',
      }),
      token('mapbox-temporary-token', `tk\\.eyJ1[0-9A-Za-z_-]{36,240}\\.${url64(20, 24)}`, {
        noun: 'temporary token',
      }),
      token('mapbox-public-token', `pk\\.(?:eyJ1[0-9A-Za-z_-]{36,140}|${lower(60)})\\.${url64(20, 24)}`, {
        noun: 'public token',
        publishable: true,
        keywords: ['pk.'],
      }),
    ],
  ),
  provider('Clerk', { variable: 'CLERK_SECRET_KEY' }, [
    named('clerk-secret-key', ['clerk'], `sk_(?:test|live)_${alnum(40, 50)}`, { noun: 'secret key' }),
  ]),
  provider('Mux', {}, [
    named('mux-secret', ['mux_token', 'mux_secret', 'mux.com'], base64(75), { noun: 'token secret' }),
  ]),
  provider('Readwise', {}, [named('readwise-token', ['readwise'], alnum(50), { noun: 'access token' })]),
  provider('Cloudera', {}, [
    named('cloudera-key', ['cloudera', 'cdp_access'], `${uuid}|${base64(43, 44)}=?`),
  ]),
  provider('ThingsBoard', {}, [
    named('thingsboard-token', ['thingsboard'], lower(20), { noun: 'device token' }),
  ]),
  provider('Hasura', {}, [
    named('hasura-secret', ['hasura'], `[!-~]{16,80}`, {
      noun: 'admin secret',
      entropy: 3,
      variable: 'HASURA_GRAPHQL_ADMIN_SECRET',
    }),
  ]),
  provider('Nylas', {}, [token('nylas-key', `nyk_(?:v0_)?${alnum(40, 120)}`)]),
  provider('Sauce Labs', { variable: 'SAUCE_ACCESS_KEY' }, [
    named('saucelabs-key', ['sauce'], uuid, { noun: 'access key' }),
  ]),
  provider('BrowserStack', { variable: 'BROWSERSTACK_ACCESS_KEY' }, [
    named('browserstack-key', ['browserstack'], alnum(20), { noun: 'access key' }),
  ]),
  provider('LambdaTest', {}, [
    named('lambdatest-key', ['lambdatest', 'lt_access'], alnum(50), { noun: 'access key' }),
  ]),
  provider('Percy', {}, [
    named('percy-token', ['percy'], `(?:(?:web|auto|app|ss)_)?${hex(64)}`, { noun: 'project token' }),
  ]),
  provider('Shodan', { variable: 'SHODAN_API_KEY' }, [named('shodan-key', ['shodan'], alnum(32))]),
  provider('VirusTotal', { variable: 'VT_API_KEY' }, [
    named('virustotal-key', ['virustotal', 'vt_api'], hex(64)),
  ]),
  provider('Censys', {}, [
    token('censys-token', `censys_${alnum(8, 16)}_${alnum(20, 48)}`, { noun: 'access token' }),
  ]),
  provider('IPinfo', {}, [
    named('ipinfo-token', ['ipinfo'], hex(14), { noun: 'access token', entropy: 2.6 }),
  ]),
  provider('HashiCorp Consul', {}, [
    named('consul-token', ['consul'], uuid, { noun: 'ACL token', variable: 'CONSUL_HTTP_TOKEN' }),
  ]),
  provider('Nomad', {}, [
    named('nomad-token', ['nomad'], uuid, { noun: 'ACL token', variable: 'NOMAD_TOKEN' }),
  ]),
  provider('Rancher', {}, [
    token('rancher-token', `token-[0-9a-z]{5}:(?<value>${lower(54)})`, { noun: 'API token' }),
  ]),
  provider('reCAPTCHA', {}, [
    named('recaptcha-secret', ['recaptcha'], `6L[0-9A-Za-z_-]{38}`, { noun: 'secret key' }),
  ]),
  provider('hCaptcha', {}, [
    token('hcaptcha-secret', `ES_${hex(32)}`, { noun: 'secret key' }),
    named('hcaptcha-legacy', ['hcaptcha'], `0x[0-9A-Fa-f]{40}`, { noun: 'secret key' }),
  ]),
  provider('Turnstile', {}, [
    named('turnstile-secret', ['turnstile'], `0x4[0-9A-Za-z_-]{28,34}`, { noun: 'secret key' }),
  ]),
].flat();
