import {
  alnum,
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
} from './format.js';

/** Office, design and product tools, marketing, media, devices. */
export const productivity = [
  provider('Airtable', { revoke: 'https://airtable.com/create/tokens', variable: 'AIRTABLE_API_KEY' }, [
    token('airtable-access-token', `pat${alnum(14)}\\.${hex(64)}`, { noun: 'personal access token' }),
    named('airtable-key', ['airtable'], `${alnum(17)}`),
    named(
      'airtable-oauth-token',
      ['airtable'],
      `[0-9A-Z]{4,40}\\.v1\\.[0-9A-Za-z_-]{10,80}\\.${hex(20, 128)}`,
      { noun: 'OAuth token' },
    ),
  ]),
  provider('Notion', { revoke: 'https://www.notion.so/my-integrations', variable: 'NOTION_TOKEN' }, [
    token('notion-token', `ntn_${digits(11)}${alnum(35)}`, { noun: 'integration token' }),
    token('notion-legacy-token', `secret_${alnum(43)}`, { noun: 'integration token', entropy: 3.8 }),
  ]),
  provider('Linear', { revoke: 'https://linear.app/settings/api', variable: 'LINEAR_API_KEY' }, [
    token('linear-api-key', `lin_(?:api|oauth|wh)_${alnum(32, 64)}`, {
      keywords: ['lin_api_', 'lin_oauth_', 'lin_wh_'],
    }),
    named('linear-client-secret', ['linear'], hex(32), { noun: 'client secret' }),
  ]),
  provider(
    'Atlassian',
    {
      revoke: 'https://id.atlassian.com/manage-profile/security/api-tokens',
      variable: 'ATLASSIAN_API_TOKEN',
    },
    [
      token('atlassian-api-token', `AT[A-Z]TT3[0-9A-Za-z_=-]{60,260}(?:=[0-9A-F]{8})?`, {
        noun: 'API token',
        keywords: ['atatt3', 'atstt3', 'atott3'],
        check: 'atlassian',
      }),
      named('atlassian-legacy-token', ['atlassian', 'confluence', 'jira'], `${alnum(24)}|${base64(44)}`, {
        noun: 'API token',
      }),
    ],
  ),
  provider('Trello', {}, [
    token('trello-token', `ATTA${hex(64)}[0-9A-F]{8}`, { noun: 'API token' }),
    named('trello-key', ['trello'], `${hex(32)}|${hex(64)}`),
  ]),
  provider('Asana', { variable: 'ASANA_ACCESS_TOKEN' }, [
    token('asana-access-token', `[0-2]/1\\d{9,19}(?:/\\d{10,20})?:${hex(32)}`, {
      noun: 'personal access token',
      keywords: ['0/1', '1/1', '2/1'],
    }),
    named('asana-client-secret', ['asana'], `${lower(32)}|\\d{16}`, { noun: 'client id or secret' }),
  ]),
  provider('ClickUp', {}, [
    token('clickup-token', `pk_\\d{6,10}_${upper(32)}`, { noun: 'API token', keywords: ['pk_'] }),
    plain('clickup-lower-token', `pk_\\d{6,10}_${alnum(32)}`, { noun: 'API token', keywords: ['pk_'] }),
  ]),
  provider('Figma', { revoke: 'https://www.figma.com/settings', variable: 'FIGMA_TOKEN' }, [
    token('figma-token', `fig[dour]{1,2}_${url64(36, 48)}`, {
      noun: 'access token',
      keywords: ['figd_', 'figo_', 'figu_', 'figdr_', 'figor_', 'figur_'],
    }),
    named(
      'figma-legacy-token',
      ['figma'],
      `${hex(4, 6)}-${uuid}|[0-9A-F]{4}-[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}`,
      { noun: 'access token' },
    ),
  ]),
  provider('Frame.io', {}, [token('frameio-token', `fio-u-[0-9A-Za-z=_-]{64}`, { noun: 'API token' })]),
  provider('Branch', { variable: 'BRANCH_KEY' }, [
    token('branch-key', `key_(?:live|test)_${alnum(20, 40)}`, {
      keywords: ['key_live_', 'key_test_'],
    }),
  ]),
  provider('Canva', {}, [token('canva-client-secret', `cnvca${url64(48, 56)}`, { noun: 'client secret' })]),
  provider('Adobe', {}, [
    token('adobe-client-secret', `p8e-${url64(28, 36)}`, { noun: 'client secret', entropy: 3.4 }),
    named('adobe-client-id', ['adobe'], hex(32), { noun: 'client id' }),
  ]),
  provider(
    'Dropbox',
    { revoke: 'https://www.dropbox.com/developers/apps', variable: 'DROPBOX_ACCESS_TOKEN' },
    [
      token('dropbox-short-lived-token', `sl\\.(?:u\\.)?[0-9A-Za-z=_-]{120,1400}`, { noun: 'access token' }),
      named(
        'dropbox-key',
        ['dropbox'],
        `${lower(15)}|${alnum(11)}AAAAAAAAAA[0-9A-Za-z=_-]{43}|${url64(64)}`,
        { noun: 'access token' },
      ),
    ],
  ),
  provider('Box', {}, [
    named(
      'box-token',
      ['box_client', 'box_access', 'box_secret', 'box_developer', 'boxsdk', 'box-', 'box_'],
      alnum(32),
      { noun: 'access token' },
    ),
  ]),
  provider('Typeform', {}, [
    token('typeform-token', `tfp_[0-9A-Za-z_.=-]{40,70}`, { noun: 'personal access token' }),
  ]),
  provider('Contentful', { variable: 'CONTENTFUL_MANAGEMENT_TOKEN' }, [
    token('contentful-token', `CFPAT-${url64(43)}`, { noun: 'management token' }),
    named('contentful-delivery-token', ['contentful'], url64(43), {
      noun: 'delivery token',
      variable: 'CONTENTFUL_ACCESS_TOKEN',
    }),
  ]),
  provider('Sanity', {}, [named('sanity-token', ['sanity'], `sk${alnum(70, 200)}`, { noun: 'API token' })]),
  provider('Salesforce', {}, [
    token('salesforce-access-token', `00D[0-9A-Za-z]{12,15}![0-9A-Za-z._-]{80,260}`, {
      noun: 'access token',
    }),
    named(
      'salesforce-client-secret',
      ['salesforce', 'consumer_key', 'consumerkey'],
      `3MVG9[0-9A-Za-z._]{78,90}|${hex(64)}`,
      { noun: 'connected app key' },
    ),
  ]),
  provider('Tableau', {}, [
    named('tableau-token', ['tableau'], `[0-9A-Za-z+/]{22}==:${alnum(32)}`, { noun: 'access token' }),
  ]),
  provider('Workato', {}, [
    token(
      'workato-token',
      `wrka(?:[a-z]{2})?-eyJ[0-9A-Za-z_-]{8,1000}\\.[0-9A-Za-z_-]{16,2000}\\.${url64(40, 400)}`,
      { noun: 'API token' },
    ),
  ]),
  provider('Zapier', {}, [
    token('zapier-webhook-url', `hooks\\.zapier\\.com/hooks/catch/\\d{3,12}/[0-9a-z]{5,12}`, {
      noun: 'webhook URL',
      lead: 'https://',
      entropy: 0,
    }),
  ]),
  provider('Make', {}, [
    token('make-webhook-url', `hook\\.(?:eu|us)\\d\\.make\\.com/[0-9a-z]{30,34}`, {
      noun: 'webhook URL',
      lead: 'https://',
    }),
  ]),
  provider('IFTTT', {}, [
    token(
      'ifttt-webhook-key',
      `maker\\.ifttt\\.com/trigger/[^/\\s]{1,60}/(?:json/)?with/key/(?<value>${url64(20, 60)})`,
      { noun: 'webhook key' },
    ),
  ]),
  provider('Gumroad', {}, [
    named('gumroad-token', ['gumroad'], `${hex(64)}|${url64(43)}`, { noun: 'access token' }),
  ]),
  provider('FreshBooks', {}, [
    named('freshbooks-token', ['freshbooks'], lower(64), { noun: 'access token' }),
  ]),
  provider('Freemius', {}, [
    named('freemius-secret-key', ['freemius'], `sk_[!#-&(-~]{29}`, { noun: 'secret key' }),
  ]),
  provider('eBay', {}, [
    token('ebay-client-secret', `PRD-${hex(8, 12)}(?:-${hex(4)}){3}-${hex(4, 12)}`, {
      noun: 'client secret',
      keywords: ['prd-'],
    }),
    token('ebay-client-id', `-PRD-${hex(8, 12)}-${hex(8, 12)}`, {
      noun: 'client id',
      lead: '[0-9A-Za-z_-]{3,60}',
    }),
  ]),
  provider('Etsy', {}, [named('etsy-key', ['etsy'], `${lower(24)}(?::${lower(10, 64)})?`)]),
  provider('Squarespace', {}, [named('squarespace-key', ['squarespace'], uuid)]),
  provider('WorkOS', { variable: 'WORKOS_API_KEY' }, [
    named('workos-key', ['workos', 'highnote'], `sk_(?:live|test)_a2V5Xz[0-9A-Za-z+/]{60,80}={0,2}`),
  ]),
  provider('Stytch', {}, [
    token('stytch-secret', `secret-(?:live|test)-${url64(36, 48)}={0,2}`, {
      noun: 'project secret',
      keywords: ['secret-live-', 'secret-test-'],
    }),
  ]),
  provider('Samsara', {}, [token('samsara-token', `samsara_api_${alnum(26, 36)}`, { noun: 'API token' })]),
  provider('Rootly', {}, [token('rootly-key', `rootly_${hex(64)}`)]),
  provider('Proof', {}, [token('proof-key', `prf_(?:cli_)?${url64(20, 80)}`, { entropy: 3.4 })]),
  provider('redirect.pizza', {}, [token('redirect-pizza-token', `rpa_${alnum(30)}`, { noun: 'API token' })]),
  provider('ReadMe', {}, [token('readme-key', `rdme_${lower(60, 80)}`)]),
  provider('Calendly', {}, [
    named('calendly-token', ['calendly'], `[0-9A-Z]{32}|${url64(60, 500)}`, { noun: 'access token' }),
  ]),
  provider('monday.com', {}, [
    named('monday-token', ['monday'], `eyJhbGciOiJIUzI1NiJ9\\.eyJ0aWQ${url64(60, 400)}\\.${url64(43)}`, {
      noun: 'API token',
    }),
  ]),
  provider('Yelp', {}, [named('yelp-key', ['yelp'], url64(128))]),
  provider('RapidAPI', { variable: 'RAPIDAPI_KEY' }, [named('rapidapi-key', ['rapidapi'], `${url64(50)}`)]),
  provider('weatherstack', {}, [
    named('weatherstack-key', ['weatherstack', 'aviationstack', 'ipstack', 'fixer'], lower(32)),
  ]),
  provider('data.gov', {}, [named('datagov-key', ['data.gov', 'datagov', 'nasa'], alnum(40))]),
  provider('New York Times', {}, [
    named('nytimes-key', ['nytimes', 'new-york-times', 'newyorktimes'], '[0-9A-Za-z=_-]{32}'),
  ]),
  provider('Adafruit', {}, [
    token('adafruit-io-key', `aio_${alnum(28)}`),
    named('adafruit-key', ['adafruit'], url64(32)),
  ]),
  provider('Particle', {}, [named('particle-token', ['particle'], hex(40), { noun: 'access token' })]),
  provider('Blynk', {}, [named('blynk-token', ['blynk'], url64(32), { noun: 'device token' })]),
  provider('Databento', {}, [token('databento-key', `db-${alnum(29)}`, { entropy: 3.6 })]),
  provider('Bluesky', {}, [
    named('bluesky-app-password', ['bluesky', 'bsky', 'atproto'], `[0-9a-z]{4}(?:-[0-9a-z]{4}){3}`, {
      noun: 'app password',
      entropy: 2.8,
    }),
  ]),
  provider('Gmail', {}, [
    named(
      'gmail-app-password',
      ['gmail', 'app_password', 'app password', 'smtp_pass'],
      `[a-z]{16}|[a-z]{4}(?: [a-z]{4}){3}`,
      { noun: 'app password', entropy: 2.8 },
    ),
  ]),
  provider('Apple', {}, [
    named(
      'apple-app-password',
      ['apple', 'appleid', 'altool', 'notarytool', 'fastlane'],
      `[a-z]{4}(?:-[a-z]{4}){3}`,
      { noun: 'app-specific password', entropy: 2.8 },
    ),
  ]),
  provider('Unsplash', {}, [named('unsplash-key', ['unsplash'], url64(43))]),
  provider('Giphy', {}, [named('giphy-key', ['giphy'], alnum(32))]),
  provider('TMDB', {}, [named('tmdb-key', ['tmdb', 'themoviedb'], hex(32))]),
].flat();
