import { alnum, anyHex, base64, hex, lower, named, provider, token, upper, url64, uuid } from './format.js';

/** Payments, shops, finance. */
export const payments = [
  provider('Stripe', { revoke: 'https://dashboard.stripe.com/apikeys', variable: 'STRIPE_SECRET_KEY' }, [
    token('stripe-secret-key', `(?:sk|rk)_(?:live|test|prod)_[0-9A-Za-z+/]{10,250}={0,2}`, {
      noun: 'secret key',
      keywords: ['sk_live_', 'sk_test_', 'sk_prod_', 'rk_live_', 'rk_test_', 'rk_prod_'],
    }),
    token('stripe-organization-key', `sk_org_(?:live|test)_${alnum(20, 250)}`, { noun: 'organization key' }),
    token('stripe-webhook-secret', `whsec_[0-9A-Za-z+/]{24,120}={0,2}`, {
      noun: 'webhook secret',
      variable: 'STRIPE_WEBHOOK_SECRET',
    }),
    token('stripe-publishable-key', `pk_(?:live|test|prod)_${alnum(10, 250)}`, {
      noun: 'publishable key',
      keywords: ['pk_live_', 'pk_test_', 'pk_prod_'],
      publishable: true,
      variable: 'STRIPE_PUBLISHABLE_KEY',
    }),
  ]),
  provider('Checkout.com', {}, [
    token('checkout-secret-key', `sk_(?:test_)?(?:${uuid}|sbox_${lower(20, 32)}[*#$=]?)`, {
      noun: 'secret key',
      keywords: ['sk_'],
    }),
  ]),
  provider('PayPal', { revoke: 'https://developer.paypal.com/dashboard', variable: 'PAYPAL_CLIENT_SECRET' }, [
    token('braintree-access-token', `access_token\\$(?:production|sandbox)\\$${lower(16)}\\$${lower(32)}`, {
      noun: 'Braintree access token',
    }),
    named('paypal-client-secret', ['paypal'], `E[A-Z]${url64(76, 78)}|A${url64(79)}`, {
      noun: 'client secret',
    }),
  ]),
  provider('Square', { revoke: 'https://developer.squareup.com/apps', variable: 'SQUARE_ACCESS_TOKEN' }, [
    token('square-access-token', `(?:sq0atp-${url64(22)}|EAAA${url64(22, 60)})`, {
      noun: 'access token',
      keywords: ['sq0atp-', 'eaaa'],
      entropy: 3.5,
    }),
    token('square-client-secret', `sq0csp-${url64(40, 46)}`, { noun: 'client secret' }),
    token('square-client-id', `sq0idp-${url64(20, 24)}`, { noun: 'application id', publishable: true }),
  ]),
  provider('Shopify', { revoke: 'https://admin.shopify.com', variable: 'SHOPIFY_ACCESS_TOKEN' }, [
    token('shopify-token', `shp(?:at|ca|pa|ss|ua|tka)_${anyHex(32, 64)}`, {
      noun: 'access token',
      keywords: ['shpat_', 'shpca_', 'shppa_', 'shpss_', 'shpua_', 'shptka_'],
    }),
  ]),
  provider('Plaid', {}, [
    token('plaid-access-token', `access-(?:sandbox|development|production)-${uuid}`, {
      noun: 'access token',
    }),
    named('plaid-secret', ['plaid'], `${lower(30)}|${lower(24)}`, { noun: 'secret or client id' }),
  ]),
  provider('Razorpay', {}, [
    token('razorpay-key-id', `rzp_(?:live|test)_${alnum(14)}`, {
      noun: 'key id',
      keywords: ['rzp_live_', 'rzp_test_'],
    }),
    named('razorpay-secret', ['razorpay'], alnum(24), { noun: 'key secret' }),
  ]),
  provider('Adyen', {}, [
    token('adyen-api-key', `AQE[0-9a-z]h[a-z]${base64(60, 280)}={0,2}[0-9A-Za-z+/=-]{0,120}`, {
      keywords: ['aqe'],
      entropy: 4,
    }),
  ]),
  provider('Flutterwave', {}, [
    token('flutterwave-secret-key', `FLWSECK(?:_TEST|_LIVE)?-${lower(12, 40)}(?:-X)?`, {
      noun: 'secret key',
    }),
    token('flutterwave-public-key', `FLWPUBK(?:_TEST|_LIVE)?-${lower(12, 40)}(?:-X)?`, {
      noun: 'public key',
      publishable: true,
    }),
  ]),
  provider('Midtrans', {}, [
    token('midtrans-server-key', `(?:SB-)?Mid-server-${url64(10, 40)}`, {
      noun: 'server key',
      keywords: ['mid-server-', 'sb-mid-server-'],
    }),
    token('midtrans-client-key', `Mid-client-${url64(10, 40)}`, { noun: 'client key', publishable: true }),
  ]),
  provider('GoCardless', {}, [
    token('gocardless-token', `(?:live|sandbox)_[0-9A-Za-z=_-]{40}`, {
      noun: 'access token',
      keywords: ['live_', 'sandbox_'],
      entropy: 3.8,
    }),
  ]),
  provider('Paddle', {}, [
    token('paddle-api-key', `pdl_(?:live|sdbx)_apikey_${lower(26)}_${alnum(22)}_${alnum(3)}`, {
      keywords: ['pdl_live_', 'pdl_sdbx_'],
    }),
  ]),
  provider('Polar', {}, [
    token('polar-token', `polar_(?:at|oat|pat|rt|ci|cs)_(?:[uo]_)?${url64(20, 100)}`, {
      noun: 'access token',
      keywords: ['polar_'],
    }),
  ]),
  provider('Lob', {}, [
    token('lob-api-key', `(?:live|test)_${hex(35)}`, { keywords: ['live_', 'test_'] }),
    token('lob-publishable-key', `(?:live|test)_pub_${hex(31)}`, {
      noun: 'publishable key',
      keywords: ['live_pub_', 'test_pub_'],
      publishable: true,
    }),
  ]),
  provider('EasyPost', {}, [
    token('easypost-api-key', `EZ[AT]K${alnum(54)}`, { keywords: ['ezak', 'eztk'] }),
  ]),
  provider('Shippo', {}, [
    token('shippo-token', `shippo_(?:live|test)_${anyHex(40)}`, { noun: 'API token' }),
  ]),
  provider('Duffel', {}, [
    token('duffel-token', `duffel_(?:live|test)_[0-9A-Za-z=_-]{43}`, { noun: 'access token' }),
  ]),
  provider('Asaas', {}, [
    token('asaas-token', `\\$aact_(?:prod_|hmlg_|YT)?[0-9A-Za-z:_$-]{20,200}={0,2}`, {
      noun: 'access token',
    }),
  ]),
  provider('Ramp', {}, [
    token('ramp-client-secret', `ramp_sec_${alnum(40, 56)}`, { noun: 'client secret' }),
    token('ramp-client-id', `ramp_id_${alnum(32, 48)}`, { noun: 'client id' }),
  ]),
  provider('Mercury', {}, [
    token(
      'mercury-token',
      `(?:secret-token:)?mercury_(?:production|sandbox)_[a-z]{3,6}_${alnum(40, 50)}_yrucrem`,
      { noun: 'API token', keywords: ['mercury_production_', 'mercury_sandbox_'] },
    ),
  ]),
  provider('Persona', {}, [
    token('persona-api-key', `persona_(?:production|sandbox)_[0-9a-z_-]{20,80}`, {
      keywords: ['persona_production_', 'persona_sandbox_'],
    }),
  ]),
  provider('Onfido', {}, [
    token('onfido-token', `api_(?:live|sandbox)(?:_(?:ca|us))?\\.${url64(11, 80)}(?:\\.${url64(20, 40)})?`, {
      noun: 'API token',
      keywords: ['api_live', 'api_sandbox'],
      entropy: 3,
    }),
  ]),
  provider('Finicity', {}, [
    named('finicity-token', ['finicity'], `${hex(32)}|${alnum(20)}`, { noun: 'API token' }),
  ]),
  provider('Finnhub', {}, [named('finnhub-token', ['finnhub'], alnum(20), { noun: 'API token' })]),
  provider('Coinbase', {}, [named('coinbase-key', ['coinbase'], `${url64(64)}|${uuid}|[0-9A-Za-z+/]{86}==`)]),
  provider('Binance', {}, [named('binance-key', ['binance'], alnum(64))]),
  provider('Kraken', {}, [named('kraken-key', ['kraken'], `[0-9A-Za-z+/_=-]{80,90}|${base64(56)}`)]),
  provider('KuCoin', {}, [named('kucoin-key', ['kucoin'], `${hex(24)}|${uuid}`)]),
  provider('Bittrex', {}, [named('bittrex-key', ['bittrex'], lower(32))]),
  provider('Polymarket', {}, [
    named('polymarket-key', ['polymarket', 'poly_'], `0x[0-9A-Fa-f]{64}|${uuid}|${url64(40, 50)}={0,2}`),
  ]),
  provider('Ethereum', {}, [
    named(
      'ethereum-private-key',
      ['private_key', 'privatekey', 'deployer_key', 'eth_key', 'wallet_key', 'private key'],
      `0x[0-9A-Fa-f]{64}|${anyHex(64)}`,
      { noun: 'private key' },
    ),
  ]),
  provider('Etherscan', {}, [named('etherscan-key', ['etherscan', 'bscscan', 'polygonscan'], upper(34))]),
  provider('Infura', {}, [
    named('infura-key', ['infura'], `https?://[0-9a-z.-]{3,60}infura\\.io/v3/${hex(32)}|${hex(32)}`),
  ]),
  provider('Alchemy', {}, [named('alchemy-key', ['alchemy'], `${url64(32)}|alcht_${alnum(30)}`)]),
].flat();
