import {
  alnum,
  anyHex,
  base64,
  digits,
  hex,
  lower,
  named,
  provider,
  token,
  upper,
  url64,
  uuid,
  word,
} from './format.js';

/** Clouds, hosts and infrastructure. */
export const clouds = [
  provider(
    'AWS',
    {
      revoke: 'https://console.aws.amazon.com/iam/home#/security_credentials',
      variable: 'AWS_ACCESS_KEY_ID',
    },
    [
      token('aws-access-key-id', `(?:A3T[0-9A-Z]|AKIA|ASIA|ABIA|ACCA)${upper(16)}`, {
        noun: 'access key id',
        keywords: ['a3t', 'akia', 'asia', 'abia', 'acca'],
        check: 'aws-access-key',
      }),
      named(
        'aws-secret-access-key',
        [
          'aws_secret',
          'aws-secret',
          'awssecret',
          'secret_access_key',
          'secretaccesskey',
          'secret access key',
          'secret-access-key',
          'secret_key',
          'secretkey',
          'aws_access',
          'aws.secret',
          'akia',
          'asia',
        ],
        `(?=[^/+]{0,40}[a-z])(?=[^a-z]{0,40}[a-z])${base64(40)}`,
        {
          noun: 'secret access key',
          entropy: 4.2,
          companion: '(?:A3T[0-9A-Z]|AKIA|ASIA)[0-9A-Z]{16}',
          variable: 'AWS_SECRET_ACCESS_KEY',
        },
      ),
      token(
        'aws-session-token',
        `(?:IQoJb3JpZ2lu|FwoGZXIvYXdz|FQoGZXIvYXdz|FQoDYXdz)[0-9A-Za-z+/%]{100,2000}={0,2}`,
        {
          noun: 'session token',
          keywords: ['iqojb3jpz2lu', 'fwogzxivyxdz', 'fqogzxivyxdz', 'fqodyxdz'],
          variable: 'AWS_SESSION_TOKEN',
        },
      ),
      token('aws-mws-key', `amzn\\.mws\\.${uuid}`, { noun: 'marketplace key' }),
      token('aws-appsync-key', `da2-${lower(26)}`),
      token('amazon-oauth-client-secret', `amzn1\\.oa2-cs\\.v1\\.${hex(64)}`, {
        noun: 'OAuth client secret',
      }),
    ],
  ),
  provider(
    'Google Cloud',
    {
      revoke: 'https://console.cloud.google.com/apis/credentials',
      variable: 'GOOGLE_APPLICATION_CREDENTIALS',
    },
    [
      token('google-oauth-client-secret', `GOCSPX-${url64(24, 32)}`, {
        noun: 'OAuth client secret',
        variable: 'GOOGLE_CLIENT_SECRET',
      }),
      token('google-oauth-access-token', `ya29\\.[0-9A-Za-z_.-]{30,600}`, { noun: 'OAuth access token' }),
      token('google-oauth-refresh-token', `1//0[0-9A-Za-z_-]{30,110}`, {
        noun: 'OAuth refresh token',
        keywords: ['1//0'],
        entropy: 3.6,
      }),
      token('google-hmac-key-id', `GOOG1E?${upper(20, 58)}`, { noun: 'HMAC key id', keywords: ['goog1'] }),
      token('firebase-cloud-messaging-key', `:APA91b${url64(120, 180)}`, {
        keywords: [':apa91b'],
        lead: `[0-9A-Za-z_-]{11,30}`,
      }),
      named('google-oauth-secret', ['client_secret', 'clientsecret'], `${url64(24)}`, {
        noun: 'OAuth client secret',
        entropy: 3.8,
        companion: '\\.apps\\.googleusercontent\\.com',
      }),
    ],
  ),
  provider(
    'Cloudflare',
    { revoke: 'https://dash.cloudflare.com/profile/api-tokens', variable: 'CLOUDFLARE_API_TOKEN' },
    [
      token('cloudflare-api-token', `cf(?:k|ut|at)_${alnum(40)}${hex(8)}`, {
        noun: 'API token',
        keywords: ['cfk_', 'cfut_', 'cfat_'],
        check: 'cloudflare',
      }),
      token('cloudflare-origin-ca-key', `v1\\.0-${hex(24)}-${hex(146)}`, { noun: 'origin CA key' }),
      named('cloudflare-legacy-token', ['cloudflare', 'cf_api', 'cf_token'], url64(40), {
        noun: 'API token',
      }),
      named('cloudflare-global-key', ['cloudflare', 'cf_api', 'x-auth-key', 'cf_key'], hex(37), {
        noun: 'global API key',
        variable: 'CLOUDFLARE_API_KEY',
      }),
    ],
  ),
  provider(
    'Alibaba Cloud',
    { revoke: 'https://ram.console.aliyun.com/manage/ak', variable: 'ALIBABA_CLOUD_ACCESS_KEY_ID' },
    [
      token('alibaba-access-key-id', `LTAI${alnum(12, 26)}`, { noun: 'access key id', entropy: 3.2 }),
      token('alibaba-temporary-access-key-id', `STS\\.${alnum(16, 64)}`, {
        noun: 'temporary access key id',
        entropy: 3.4,
      }),
      named(
        'alibaba-access-key-secret',
        ['alibaba', 'aliyun', 'alicloud', 'access_key_secret', 'accesskeysecret', 'ltai'],
        alnum(30),
        {
          noun: 'access key secret',
          companion: 'LTAI[0-9A-Za-z]{12,26}',
          variable: 'ALIBABA_CLOUD_ACCESS_KEY_SECRET',
        },
      ),
      named(
        'alibaba-temporary-secret',
        ['sts.', 'security_token'],
        `${alnum(40, 64)}|CAIS[0-9A-Za-z+/_=-]{20,1000}`,
        { noun: 'temporary secret' },
      ),
    ],
  ),
  provider(
    'Tencent Cloud',
    { revoke: 'https://console.cloud.tencent.com/cam/capi', variable: 'TENCENTCLOUD_SECRET_ID' },
    [
      token('tencent-secret-id', `AKID${alnum(32, 60)}`, { noun: 'secret id' }),
      named('tencent-secret-key', ['tencent', 'qcloud'], alnum(32), {
        noun: 'secret key',
        variable: 'TENCENTCLOUD_SECRET_KEY',
      }),
    ],
  ),
  provider('Yandex Cloud', { revoke: 'https://console.yandex.cloud', variable: 'YC_API_KEY' }, [
    token('yandex-api-key', `AQVN${url64(35, 38)}`),
    token('yandex-iam-token', `t1\\.[0-9A-Za-z_-]{2,300}={0,2}\\.${url64(86)}={0,2}`, { noun: 'IAM token' }),
    token('yandex-oauth-token', `y[0-3]_${url64(54, 60)}`, {
      noun: 'OAuth token',
      keywords: ['y0_', 'y1_', 'y2_', 'y3_'],
    }),
    named('yandex-static-key', ['yandex', 'yc_'], `YC${url64(38)}`, { noun: 'static access key' }),
  ]),
  provider('IBM Cloud', { revoke: 'https://cloud.ibm.com/iam/apikeys', variable: 'IBMCLOUD_API_KEY' }, [
    named('ibm-cloud-api-key', ['ibm', 'bluemix'], url64(42, 44)),
  ]),
  provider(
    'DigitalOcean',
    { revoke: 'https://cloud.digitalocean.com/account/api/tokens', variable: 'DIGITALOCEAN_TOKEN' },
    [
      token('digitalocean-token', `do[opr]_v1_${hex(64)}`, {
        noun: 'access token',
        keywords: ['doo_v1_', 'dop_v1_', 'dor_v1_'],
      }),
      named('digitalocean-spaces-secret', ['digitalocean', 'spaces'], base64(43), { noun: 'Spaces secret' }),
    ],
  ),
  provider('Heroku', { revoke: 'https://dashboard.heroku.com/account', variable: 'HEROKU_API_KEY' }, [
    token('heroku-api-key', `HRKU-(?:AA)?[0-9A-Za-z_-]{36,70}`),
    named('heroku-legacy-key', ['heroku'], uuid),
  ]),
  provider('Fly.io', { revoke: 'https://fly.io/user/personal_access_tokens', variable: 'FLY_API_TOKEN' }, [
    token('flyio-access-token', `FlyV1\\s{1,3}[0-9A-Za-z=_,/+-]{80,4000}`, {
      noun: 'access token',
      keywords: ['flyv1'],
    }),
    token('flyio-macaroon', `fm[12][ar]?_[0-9A-Za-z+/_-]{80,4000}={0,2}`, {
      noun: 'access token',
      keywords: ['fm1', 'fm2'],
    }),
    token('flyio-oauth-token', `fo1_${url64(43)}`, { noun: 'access token' }),
  ]),
  provider(
    'Render',
    { revoke: 'https://dashboard.render.com/u/settings#api-keys', variable: 'RENDER_API_KEY' },
    [token('render-api-key', `rnd_${alnum(24, 40)}`, { entropy: 3.4 })],
  ),
  provider(
    'Netlify',
    { revoke: 'https://app.netlify.com/user/applications', variable: 'NETLIFY_AUTH_TOKEN' },
    [
      token('netlify-token', `nf[pcobu]_${alnum(36, 44)}`, {
        noun: 'access token',
        keywords: ['nfp_', 'nfc_', 'nfo_', 'nfb_', 'nfu_'],
      }),
      named('netlify-legacy-token', ['netlify'], url64(40, 46), { noun: 'access token' }),
    ],
  ),
  provider('Vercel', { revoke: 'https://vercel.com/account/settings/tokens', variable: 'VERCEL_TOKEN' }, [
    token('vercel-token', `vc[apir]_${url64(48, 64)}`, {
      noun: 'access token',
      keywords: ['vcp_', 'vci_', 'vca_', 'vcr_'],
      check: 'vercel',
    }),
    token('vercel-blob-token', `vercel_blob_rw_${alnum(8, 20)}_${alnum(24, 40)}`, {
      noun: 'Blob token',
      variable: 'BLOB_READ_WRITE_TOKEN',
    }),
    named('vercel-legacy-token', ['vercel'], alnum(24), { noun: 'access token' }),
  ]),
  provider('Railway', { variable: 'RAILWAY_TOKEN' }, [
    named('railway-token', ['railway'], uuid, { noun: 'access token' }),
  ]),
  provider('Scaleway', { revoke: 'https://console.scaleway.com/iam/api-keys', variable: 'SCW_SECRET_KEY' }, [
    token('scaleway-access-key', `SCW${upper(17)}`, { noun: 'access key id', entropy: 3 }),
    named('scaleway-secret-key', ['scaleway', 'scw'], uuid, { noun: 'secret key' }),
  ]),
  provider('Hetzner', { variable: 'HCLOUD_TOKEN' }, [
    named('hetzner-token', ['hetzner', 'hcloud'], alnum(64), { noun: 'API token' }),
  ]),
  provider('Linode', { variable: 'LINODE_TOKEN' }, [
    named('linode-token', ['linode', 'akamai'], hex(64), { noun: 'access token' }),
  ]),
  provider('Vultr', { variable: 'VULTR_API_KEY' }, [named('vultr-api-key', ['vultr'], upper(36))]),
  provider('OVH', {}, [
    named('ovh-application-secret', ['ovh'], `${alnum(32)}|${alnum(16)}`, {
      noun: 'application or consumer key',
    }),
  ]),
  provider('Exoscale', { variable: 'EXOSCALE_API_KEY' }, [
    token('exoscale-api-key', `EXO${alnum(24, 30)}`, { entropy: 3.3 }),
    named('exoscale-api-secret', ['exoscale'], url64(40, 60), {
      noun: 'API secret',
      variable: 'EXOSCALE_API_SECRET',
    }),
  ]),
  provider('UpCloud', {}, [token('upcloud-token', `ucat_${alnum(24, 32)}`, { noun: 'API token' })]),
  provider('Civo', { variable: 'CIVO_TOKEN' }, [named('civo-api-key', ['civo'], alnum(50))]),
  provider('Scalingo', {}, [token('scalingo-token', `tk-us-${url64(46, 50)}`, { noun: 'API token' })]),
  provider('Deno', { variable: 'DENO_DEPLOY_TOKEN' }, [
    token('deno-token', `dd[pow]_${alnum(36, 40)}`, {
      noun: 'access token',
      keywords: ['ddp_', 'ddo_', 'ddw_'],
    }),
  ]),
  provider('Fastly', { variable: 'FASTLY_API_TOKEN' }, [
    named('fastly-token', ['fastly'], url64(32), { noun: 'API token' }),
  ]),
  provider('Akamai', {}, [
    token('akamai-client-token', `akab-${lower(16)}-${lower(16)}`, { noun: 'client token' }),
    named('akamai-client-secret', ['akamai', 'edgegrid', 'akab-'], `${base64(42, 44)}={0,2}`, {
      noun: 'client secret',
    }),
  ]),
  provider('HashiCorp', { revoke: 'https://app.terraform.io/app/settings/tokens', variable: 'TFE_TOKEN' }, [
    token('terraform-cloud-token', `\\.atlasv1\\.[0-9A-Za-z_=-]{58,72}`, {
      noun: 'API token',
      lead: alnum(14),
      keywords: ['.atlasv1.'],
    }),
    token('vault-service-token', `hvs\\.${url64(24, 140)}`, {
      noun: 'Vault service token',
      variable: 'VAULT_TOKEN',
    }),
    token('vault-batch-token', `hvb\\.${url64(100, 320)}`, {
      noun: 'Vault batch token',
      variable: 'VAULT_TOKEN',
    }),
    token('vault-recovery-token', `hvr\\.${url64(24, 140)}`, {
      noun: 'Vault recovery token',
      variable: 'VAULT_TOKEN',
    }),
    named('vault-legacy-token', ['vault'], `[sb]\\.${alnum(24)}`, {
      noun: 'Vault token',
      variable: 'VAULT_TOKEN',
    }),
    named('vault-unseal-key', ['unseal'], `${base64(43, 44)}={0,2}|${hex(64, 66)}`, { noun: 'unseal key' }),
  ]),
  provider('Pulumi', { revoke: 'https://app.pulumi.com/account/tokens', variable: 'PULUMI_ACCESS_TOKEN' }, [
    token('pulumi-access-token', `pul-${hex(40)}`, { noun: 'access token' }),
  ]),
  provider('Infracost', { variable: 'INFRACOST_API_KEY' }, [token('infracost-api-key', `ico-${alnum(32)}`)]),
  provider('Scalr', {}, [
    named('scalr-token', ['scalr'], `eyJ[0-9A-Za-z_-]{20,60}\\.eyJ[0-9A-Za-z_-]{20,160}\\.${url64(43)}`, {
      noun: 'access token',
    }),
  ]),
  provider('Harness', {}, [
    token('harness-token', `[ps]at\\.${url64(22)}\\.${hex(24)}\\.${alnum(20)}`, {
      noun: 'API token',
      keywords: ['pat.', 'sat.'],
    }),
  ]),
  provider('Docker', { revoke: 'https://app.docker.com/settings/personal-access-tokens' }, [
    token('docker-personal-token', `dckr_pat_${url64(24, 36)}`, { noun: 'personal access token' }),
    token('docker-organization-token', `dckr_oat_${url64(27, 40)}`, { noun: 'organization access token' }),
    token('docker-swarm-join-token', `SWMTKN-1-${lower(50, 60)}-${lower(24, 30)}`, {
      noun: 'swarm join token',
    }),
    token('docker-swarm-unlock-key', `SWMKEY-1-${base64(40, 50)}`, { noun: 'swarm unlock key' }),
  ]),
  provider('Kubernetes', {}, [
    token('openshift-token', `sha256~${url64(43)}`, { noun: 'OpenShift access token' }),
    token('kubernetes-bootstrap-token', `--token[ =]{1,2}(?<value>${lower(6)}\\.${lower(16)})`, {
      noun: 'bootstrap token',
    }),
  ]),
  provider(
    'Tailscale',
    { revoke: 'https://login.tailscale.com/admin/settings/keys', variable: 'TS_AUTHKEY' },
    [
      token('tailscale-key', `tskey-(?:[a-z]{3,10}-)?[0-9A-Za-z-]{20,72}`, {
        keywords: ['tskey-'],
      }),
    ],
  ),
  provider('Defined Networking', {}, [
    token('defined-networking-token', `dnkey-[0-9a-z=_-]{26}-[0-9a-z=_-]{52}`, { noun: 'API token' }),
  ]),
  provider('ngrok', { variable: 'NGROK_AUTHTOKEN' }, [
    named(
      'ngrok-authtoken',
      ['ngrok'],
      `[12][0-9A-Za-z]{26}_[0-9][0-9A-Za-z]{20}|cr_[0-9A-Za-z]{27}|${word(45, 52)}`,
      { noun: 'auth token' },
    ),
  ]),
  provider('Aiven', { variable: 'AIVEN_TOKEN' }, [
    named('aiven-token', ['aiven'], `[0-9A-Za-z/+=]{300,380}`, { noun: 'auth token' }),
  ]),
  provider('Zuplo', {}, [token('zuplo-api-key', `zpka_${lower(32)}_${hex(8)}`)]),
  provider('Meraki', { variable: 'MERAKI_DASHBOARD_API_KEY' }, [
    named('meraki-api-key', ['meraki'], hex(40)),
  ]),
  provider('Cloudinary', { variable: 'CLOUDINARY_URL' }, [
    named('cloudinary-api-secret', ['cloudinary'], `${url64(27)}|${alnum(32)}`, {
      noun: 'API secret',
      companion: '(?:^|\\D)\\d{15}(?!\\d)',
      variable: 'CLOUDINARY_API_SECRET',
    }),
    token('cloudinary-url', `cloudinary://${digits(12, 18)}:${url64(20, 40)}@[0-9A-Za-z_-]{1,64}`, {
      noun: 'URL with credentials',
    }),
  ]),
  provider('Bitly', {}, [named('bitly-token', ['bitly', 'bit.ly'], anyHex(40), { noun: 'access token' })]),
].flat();
