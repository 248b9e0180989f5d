import {
  alnum,
  anyHex,
  base64,
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

/** Chat, mail, telephony, social networks. */
export const messaging = [
  provider('Slack', { revoke: 'https://api.slack.com/apps', variable: 'SLACK_BOT_TOKEN' }, [
    token('slack-bot-token', `xoxb-\\d{8,14}-[0-9A-Za-z-]{12,60}`, { noun: 'bot token' }),
    token('slack-user-token', `xox[pe](?:-\\d{8,14}){2,3}-[0-9A-Za-z-]{24,40}`, {
      noun: 'user token',
      keywords: ['xoxp-', 'xoxe-'],
      variable: 'SLACK_USER_TOKEN',
    }),
    token('slack-workspace-token', `xox[ar]-(?:\\d-)?[0-9A-Za-z-]{8,160}`, {
      noun: 'workspace token',
      keywords: ['xoxa-', 'xoxr-'],
    }),
    token('slack-legacy-token', `xox[os]-\\d{1,14}-\\d{1,14}-\\d{1,14}-[0-9A-Fa-f]{8,64}`, {
      noun: 'legacy token',
      keywords: ['xoxo-', 'xoxs-'],
    }),
    token('slack-session-token', `xoxc-\\d{9,15}-\\d{9,15}-\\d{9,15}-${hex(64)}`, { noun: 'session token' }),
    token('slack-session-cookie', `xoxd-[0-9A-Za-z%/\\\\+_-]{60,400}={0,2}`, { noun: 'session cookie' }),
    token('slack-config-token', `xoxe\\.xox[bp]-\\d-[0-9A-Za-z]{140,180}`, {
      noun: 'configuration token',
      keywords: ['xoxe.xox'],
    }),
    token('slack-refresh-token', `xoxe-\\d-[0-9A-Za-z]{120,160}`, { noun: 'refresh token' }),
    token('slack-app-token', `xapp-\\d-[0-9A-Z]{8,14}-\\d{8,16}-[0-9a-z]{32,80}`, {
      noun: 'app token',
      variable: 'SLACK_APP_TOKEN',
    }),
    token('slack-webhook-url', `hooks\\.slack\\.com/(?:services|workflows|triggers)/[0-9A-Za-z+/]{30,100}`, {
      noun: 'webhook URL',
      lead: '(?:https?://)?',
      variable: 'SLACK_WEBHOOK_URL',
    }),
    named(
      'slack-signing-secret',
      ['signing_secret', 'slack_signing', 'slack-signing', 'signingsecret'],
      hex(32),
      { noun: 'signing secret', variable: 'SLACK_SIGNING_SECRET' },
    ),
  ]),
  provider('Discord', { revoke: 'https://discord.com/developers/applications', variable: 'DISCORD_TOKEN' }, [
    token('discord-webhook-url', `/api/webhooks/\\d{17,20}/${url64(60, 80)}`, {
      noun: 'webhook URL',
      lead: '(?:https?://)?(?:\\w{2,10}\\.)?discord(?:app)?\\.com',
    }),
    named(
      'discord-bot-token',
      ['discord', 'bot_token', 'bot.run', 'client.login', 'bot '],
      `[MNO][0-9A-Za-z_-]{22,27}\\.[0-9A-Za-z_-]{6,7}\\.[0-9A-Za-z_-]{25,40}|mfa\\.${url64(70, 100)}`,
      { noun: 'bot token' },
    ),
    named('discord-client-secret', ['discord'], `${url64(32)}|${hex(64)}`, {
      noun: 'client secret',
      variable: 'DISCORD_CLIENT_SECRET',
    }),
  ]),
  provider('Telegram', { revoke: 'https://t.me/BotFather', variable: 'TELEGRAM_BOT_TOKEN' }, [
    token('telegram-bot-token', `:AA${url64(32, 34)}`, { noun: 'bot token', lead: '(?:bot)?\\d{6,12}' }),
    named('telegram-legacy-bot-token', ['telegr', 'tgram', 'bot_token'], `\\d{5,16}:A${url64(34)}`, {
      noun: 'bot token',
    }),
    named('telegram-api-hash', ['api_hash'], hex(32), { noun: 'API hash' }),
  ]),
  provider('Mattermost', {}, [
    named('mattermost-token', ['mattermost'], lower(26), { noun: 'access token' }),
  ]),
  provider('Rocket.Chat', {}, [
    named('rocketchat-token', ['rocket.chat', 'rocketchat', 'x-auth-token'], url64(43), {
      noun: 'access token',
    }),
  ]),
  provider('Zoom', {}, [named('zoom-client-secret', ['zoom'], alnum(32), { noun: 'client secret' })]),
  provider('LINE', {}, [
    named(
      'line-channel-token',
      ['line_channel', 'line_access', 'channel_access_token', 'line_notify'],
      `[0-9A-Za-z+/]{160,180}={0,2}|${alnum(43)}|${hex(32)}`,
      { noun: 'channel token' },
    ),
  ]),
  provider('Lark', {}, [
    token('lark-app-id', `cli_${alnum(16, 20)}`, { noun: 'app id', publishable: true, entropy: 2.8 }),
    named('lark-app-secret', ['lark', 'feishu'], alnum(32), { noun: 'app secret' }),
  ]),
  provider('DingTalk', {}, [
    named('dingtalk-token', ['dingtalk', 'oapi.dingtalk.com'], `${hex(64)}|SEC${hex(64)}`, {
      noun: 'robot token',
    }),
  ]),
  provider('WeCom', {}, [
    token('wecom-webhook-url', `qyapi\\.weixin\\.qq\\.com/cgi-bin/webhook/send\\?key=(?<value>${uuid})`, {
      noun: 'webhook key',
    }),
  ]),
  provider('Twilio', { revoke: 'https://console.twilio.com', variable: 'TWILIO_AUTH_TOKEN' }, [
    token('twilio-api-key', `SK${anyHex(32)}`, {
      noun: 'API key id',
      keywords: [
        'sk0',
        'sk1',
        'sk2',
        'sk3',
        'sk4',
        'sk5',
        'sk6',
        'sk7',
        'sk8',
        'sk9',
        'ska',
        'skb',
        'skc',
        'skd',
        'ske',
        'skf',
      ],
    }),
    named('twilio-auth-token', ['twilio', 'auth_token', 'authtoken', 'account_sid', 'accountsid'], hex(32), {
      noun: 'auth token',
      companion: '(?:AC|SK)[0-9a-f]{32}',
    }),
  ]),
  provider(
    'SendGrid',
    { revoke: 'https://app.sendgrid.com/settings/api_keys', variable: 'SENDGRID_API_KEY' },
    [token('sendgrid-api-key', `SG\\.${url64(16, 32)}\\.${url64(32, 64)}`)],
  ),
  provider(
    'Mailgun',
    { revoke: 'https://app.mailgun.com/settings/api_security', variable: 'MAILGUN_API_KEY' },
    [
      plain('mailgun-api-key', `key-${alnum(32)}`, { entropy: 3 }),
      named('mailgun-key', ['mailgun'], `key-[0-9A-Za-z]{32}|[0-9a-h]{32}-[0-9a-h]{8}-[0-9a-h]{8}`),
      named('mailgun-public-key', ['mailgun'], `pubkey-${hex(32)}`, {
        noun: 'public key',
        publishable: true,
      }),
    ],
  ),
  provider(
    'Mailchimp',
    { revoke: 'https://admin.mailchimp.com/account/api', variable: 'MAILCHIMP_API_KEY' },
    [
      token('mailchimp-api-key', `-us\\d{1,2}`, { lead: hex(32), keywords: ['-us'] }),
      token('mandrill-api-key', `md-${url64(22)}`, { entropy: 3.6 }),
    ],
  ),
  provider('Brevo', { revoke: 'https://app.brevo.com/settings/keys/api', variable: 'BREVO_API_KEY' }, [
    token('brevo-api-key', `x(?:keysib|smtpsib)-${anyHex(64)}-${alnum(16)}`, {
      keywords: ['xkeysib-', 'xsmtpsib-'],
    }),
  ]),
  provider('Resend', { revoke: 'https://resend.com/api-keys', variable: 'RESEND_API_KEY' }, [
    token('resend-api-key', `re_${alnum(7, 10)}_${alnum(20, 32)}`, { entropy: 3.4 }),
  ]),
  provider('MailerSend', { variable: 'MAILERSEND_API_KEY' }, [
    token('mailersend-token', `mlsn\\.${alnum(30, 100)}`, { noun: 'API token' }),
  ]),
  provider('Postmark', { variable: 'POSTMARK_SERVER_TOKEN' }, [
    named('postmark-token', ['postmark'], uuid, { noun: 'server token' }),
  ]),
  provider('Mailjet', {}, [named('mailjet-key', ['mailjet'], hex(32))]),
  provider('SparkPost', {}, [named('sparkpost-key', ['sparkpost'], hex(40))]),
  provider('Loops', {}, [named('loops-api-key', ['loops.so', 'loops_api'], hex(32))]),
  provider('Customer.io', {}, [
    named('customerio-key', ['customerio', 'customer.io', 'customer_io'], `${hex(20)}|${hex(32)}`),
  ]),
  provider('Intercom', {}, [
    token('intercom-token', `dG9rO${base64(54, 56)}={0,2}`, { noun: 'access token', keywords: ['dg9ro'] }),
    named('intercom-api-key', ['intercom'], `[0-9A-Za-z=_-]{60}`),
  ]),
  provider('Klaviyo', {}, [plain('klaviyo-api-key', `pk_${alnum(34)}`, { entropy: 3 })]),
  provider('HubSpot', { revoke: 'https://app.hubspot.com', variable: 'HUBSPOT_ACCESS_TOKEN' }, [
    token('hubspot-private-app-token', `pat-(?:na|eu|ap)\\d-${uuid}`, { noun: 'private app token' }),
    named('hubspot-api-key', ['hubspot', 'hapikey'], uuid),
  ]),
  provider('MessageBird', {}, [
    named('messagebird-key', ['messagebird', 'message-bird', 'message_bird'], `${alnum(25)}|${uuid}`),
  ]),
  provider('Plivo', {}, [
    named('plivo-auth-id', ['plivo'], `(?:MA|SA)${upper(18)}`, { noun: 'auth id' }),
    named('plivo-auth-token', ['plivo'], url64(40), { noun: 'auth token' }),
  ]),
  provider('Vonage', {}, [
    named('vonage-secret', ['vonage', 'nexmo'], `${alnum(16)}`, { noun: 'API secret' }),
  ]),
  provider('Sendbird', {}, [
    named('sendbird-token', ['sendbird'], `${hex(40)}|${uuid}`, { noun: 'API token' }),
  ]),
  provider('OneSignal', {}, [
    token('onesignal-key', `os_v2_(?:app|org)_[2-7a-z]{90,110}`, { keywords: ['os_v2_app_', 'os_v2_org_'] }),
  ]),
  provider('Pusher', {}, [named('pusher-secret', ['pusher'], hex(20), { noun: 'app secret' })]),
  provider('Facebook', { revoke: 'https://developers.facebook.com/apps' }, [
    token('facebook-access-token', `EAA[A-Za-z][0-9A-Za-z]{60,400}`, {
      noun: 'access token',
      keywords: ['eaa'],
      entropy: 3.6,
    }),
    named('facebook-app-secret', ['facebook', 'fb_', 'fb-', 'meta_app', 'instagram'], hex(32), {
      noun: 'app secret',
    }),
    named(
      'facebook-app-token',
      ['facebook', 'fb_', 'meta_app'],
      `\\d{15,16}(?:\\||%7C|%)[0-9A-Za-z_-]{27,40}`,
      { noun: 'app token' },
    ),
    token('instagram-token', `IG[QA][WVA][0-9A-Za-z_-]{60,300}`, {
      noun: 'Instagram token',
      keywords: ['igqw', 'igqv', 'igaa', 'igaw', 'igqa'],
      entropy: 3.6,
    }),
  ]),
  provider('X', { revoke: 'https://developer.x.com/en/portal/dashboard', variable: 'TWITTER_BEARER_TOKEN' }, [
    token('twitter-bearer-token', `A{20,22}[0-9A-Za-z%]{60,120}`, {
      noun: 'bearer token',
      keywords: ['aaaaaaaaaaaaaaaaaaaa'],
      entropy: 0,
    }),
    named(
      'twitter-access-token',
      ['twitter', 'tweepy', 'access_token', 'x_api'],
      `\\d{8,25}-${alnum(35, 45)}`,
      { noun: 'access token' },
    ),
    named(
      'twitter-secret',
      ['twitter', 'tweepy', 'consumer_secret', 'access_token_secret', 'x_api'],
      `${alnum(45)}|${alnum(50)}`,
      { noun: 'secret' },
    ),
    named('twitter-api-key', ['twitter', 'tweepy', 'consumer_key'], alnum(25)),
  ]),
  provider('LinkedIn', {}, [
    token('linkedin-client-secret', `WPL_AP1\\.${alnum(16)}\\.${base64(6, 10)}={0,2}`, {
      noun: 'client secret',
    }),
    named('linkedin-secret', ['linkedin', 'linked_in', 'linked-in'], `${alnum(16)}|${alnum(14)}`, {
      noun: 'client secret',
    }),
  ]),
  provider('Pinterest', {}, [token('pinterest-token', `pina_${url64(20, 260)}`, { noun: 'access token' })]),
  provider('TikTok', {}, [
    token('tiktok-token', `act\\.${alnum(60, 100)}(?:![0-9]{4}\\.[a-z]{1,3})?`, { noun: 'access token' }),
  ]),
  provider('Twitch', {}, [
    named('twitch-token', ['twitch'], `(?:oauth:)?${lower(30)}`, { noun: 'access token' }),
    token('twitch-stream-key', `live_\\d{6,12}_${alnum(30)}`, { noun: 'stream key' }),
  ]),
  provider('Spotify', {}, [named('spotify-client-secret', ['spotify'], hex(32), { noun: 'client secret' })]),
  provider('Reddit', {}, [
    named('reddit-client-secret', ['reddit', 'praw'], url64(27, 30), { noun: 'client secret' }),
  ]),
  provider('Flickr', {}, [named('flickr-key', ['flickr'], lower(32))]),
  provider('Disqus', {}, [named('disqus-key', ['disqus'], alnum(64))]),
  provider('Gitter', {}, [named('gitter-token', ['gitter'], url64(40), { noun: 'access token' })]),
  provider('Beamer', {}, [
    named('beamer-token', ['beamer'], `b_[0-9A-Za-z=_-]{44}`, { noun: 'API token', entropy: 3.6 }),
  ]),
  provider('GC Notify', {}, [token('gcnotify-key', `gcntfy-[0-9A-Za-z_-]{1,60}-${uuid}-${uuid}`)]),
  provider('Zendesk', {}, [
    named('zendesk-token', ['zendesk'], alnum(40), { noun: 'API token', companion: '\\.zendesk\\.com' }),
  ]),
  provider('Freshdesk', {}, [named('freshdesk-key', ['freshdesk', 'freshworks'], alnum(20))]),
].flat();
