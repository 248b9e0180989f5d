import {
  alnum,
  anyHex,
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

/** Code hosts, package registries, continuous integration, code quality. */
export const codeHosting = [
  provider('GitHub', { revoke: 'https://github.com/settings/tokens', variable: 'GITHUB_TOKEN' }, [
    token('github-personal-token', `ghp_${alnum(36)}`, { noun: 'personal access token', check: 'github' }),
    token('github-oauth-token', `gho_${alnum(36)}`, { noun: 'OAuth token', check: 'github' }),
    token('github-app-user-token', `ghu_${alnum(36)}`, { noun: 'app user token', check: 'github' }),
    token('github-app-installation-token', `ghs_(?:${alnum(36)}|[0-9A-Za-z_.-]{60,600})`, {
      noun: 'app installation token',
      check: 'github',
    }),
    token('github-refresh-token', `ghr_${alnum(36, 76)}`, { noun: 'refresh token', check: 'github' }),
    token('github-fine-grained-token', `github_pat_(?:${alnum(22)}_${alnum(59)}|${word(82)})`, {
      noun: 'fine-grained access token',
      revoke: 'https://github.com/settings/personal-access-tokens',
    }),
    named('github-legacy-token', ['github', 'gh_token'], hex(40), { noun: 'access token' }),
  ]),
  provider(
    'GitLab',
    { revoke: 'https://gitlab.com/-/user_settings/personal_access_tokens', variable: 'GITLAB_TOKEN' },
    [
      token('gitlab-personal-token', `glpat-${url64(20, 26)}`, { noun: 'personal access token' }),
      token(
        'gitlab-personal-routable-token',
        `glpat-${url64(27, 300)}\\.[0-9a-z]{2}(?:\\.[0-9a-z]{9}|[0-9a-z]{7})`,
        {
          noun: 'personal access token',
          check: 'gitlab-routable',
        },
      ),
      token(
        'gitlab-runner-routable-token',
        `glrt-t\\d_${url64(27, 300)}\\.[0-9a-z]{2}(?:\\.[0-9a-z]{9}|[0-9a-z]{7})`,
        {
          noun: 'runner token',
          check: 'gitlab-routable',
        },
      ),
      token('gitlab-runner-token', `glrtr?-(?:t\\d_)?${url64(20, 30)}`, {
        noun: 'runner token',
        keywords: ['glrt-', 'glrtr-'],
      }),
      token('gitlab-job-token', `glcbt-${alnum(1, 5)}_${url64(20, 64)}`, { noun: 'job token' }),
      token('gitlab-deploy-token', `gldt-${url64(20, 64)}`, { noun: 'deploy token' }),
      token('gitlab-feature-flag-token', `glffct-${url64(20, 64)}`, { noun: 'feature flag token' }),
      token('gitlab-feed-token', `glft-(?:${url64(20, 64)}|${hex(64)}-\\d{1,10})`, { noun: 'feed token' }),
      token('gitlab-mail-token', `glimt-${url64(20, 64)}`, { noun: 'incoming mail token' }),
      token('gitlab-agent-token', `glagent-${url64(48, 1024)}`, { noun: 'Kubernetes agent token' }),
      token('gitlab-oauth-secret', `gloas-${url64(64)}`, { noun: 'OAuth application secret' }),
      token('gitlab-trigger-token', `glptt-${hex(40)}`, { noun: 'pipeline trigger token' }),
      token('gitlab-scim-token', `glsoat-${url64(20, 64)}`, { noun: 'SCIM token' }),
      token('gitlab-registration-token', `GR1348941${url64(20, 22)}`, { noun: 'runner registration token' }),
      token('gitlab-session-cookie', `_gitlab_session=(?<value>${lower(32)})`, { noun: 'session cookie' }),
    ],
  ),
  provider('Bitbucket', { revoke: 'https://bitbucket.org/account/settings/app-passwords/' }, [
    token('bitbucket-app-password', `ATBB${alnum(24)}[0-9A-F]{8}`, {
      noun: 'app password',
      check: 'atlassian',
    }),
    token('bitbucket-access-token', `ATCTT3[0-9A-Za-z_=-]{100,260}=[0-9A-F]{8}`, {
      noun: 'access token',
      check: 'atlassian',
    }),
    token('bitbucket-server-token', `BBDC-${base64(40, 52)}={0,2}`, {
      noun: 'access token',
      check: 'bitbucket-data-center',
    }),
    named('bitbucket-client-secret', ['bitbucket'], `[0-9A-Za-z=_-]{64}|${alnum(32)}`, {
      noun: 'client secret',
    }),
  ]),
  provider('Gitea', {}, [
    named('gitea-token', ['gitea', 'forgejo', 'codeberg', 'gogs'], hex(40), { noun: 'access token' }),
  ]),
  provider('npm', { revoke: 'https://www.npmjs.com/settings/~/tokens', variable: 'NPM_TOKEN' }, [
    token('npm-access-token', `npm_${alnum(36)}`, { noun: 'access token', check: 'github' }),
    token('npm-registry-token', `:_authToken\\s{0,3}=\\s{0,3}["']?(?<value>[0-9A-Za-z+/=_-]{16,200})`, {
      noun: 'registry token',
    }),
    token('npm-registry-password', `:_password\\s{0,3}=\\s{0,3}["']?(?<value>[0-9A-Za-z+/=]{8,200})`, {
      noun: 'registry password',
    }),
    plain('npm-registry-auth', `_auth\\s{0,3}=\\s{0,3}["']?(?<value>[0-9A-Za-z+/=]{12,200})`, {
      noun: 'registry credentials',
      entropy: 3,
    }),
  ]),
  provider('PyPI', { revoke: 'https://pypi.org/manage/account/token/', variable: 'PYPI_API_TOKEN' }, [
    token('pypi-upload-token', `pypi-AgE(?:IcHlwaS5vcmc|NdGVzdC5weXBpLm9yZw)${url64(50, 1000)}`, {
      noun: 'upload token',
      keywords: ['pypi-age'],
      check: 'pypi',
    }),
  ]),
  provider('RubyGems', { revoke: 'https://rubygems.org/profile/api_keys', variable: 'GEM_HOST_API_KEY' }, [
    token('rubygems-api-key', `rubygems_${hex(48)}`),
  ]),
  provider('crates.io', { revoke: 'https://crates.io/settings/tokens', variable: 'CARGO_REGISTRY_TOKEN' }, [
    token('crates-io-token', `cio${alnum(32)}`, { noun: 'API token', entropy: 3.6 }),
  ]),
  provider('NuGet', { revoke: 'https://www.nuget.org/account/apikeys', variable: 'NUGET_API_KEY' }, [
    token('nuget-api-key', `oy2${lower(43)}`),
  ]),
  provider('Clojars', {}, [token('clojars-token', `CLOJARS_${alnum(60)}`, { noun: 'deploy token' })]),
  provider('JFrog', { variable: 'JF_ACCESS_TOKEN' }, [
    token('artifactory-api-key', `AKCp${alnum(60, 74)}`),
    token('artifactory-reference-token', `cmVmd${alnum(55, 63)}`, { noun: 'reference token' }),
    named('jfrog-token', ['jfrog', 'artifactory', 'bintray', 'xray'], `${alnum(73)}|${alnum(64)}`, {
      noun: 'access token',
    }),
  ]),
  provider('Cloudsmith', {}, [token('cloudsmith-api-key', `csa_${hex(30)}${alnum(6)}`)]),
  provider('Postman', { revoke: 'https://go.postman.co/settings/me/api-keys', variable: 'POSTMAN_API_KEY' }, [
    token('postman-api-key', `PMAK-${anyHex(24)}-${anyHex(34)}`),
    token('postman-collection-key', `PMAT-${upper(26)}`, { noun: 'collection access key' }),
  ]),
  provider(
    'CircleCI',
    { revoke: 'https://app.circleci.com/settings/user/tokens', variable: 'CIRCLE_TOKEN' },
    [
      token('circleci-token', `CCI(?:PAT|PRJ)_${alnum(22)}_${alnum(40)}`, {
        noun: 'access token',
        keywords: ['ccipat_', 'cciprj_'],
      }),
      named('circleci-legacy-token', ['circleci', 'circle_ci', 'circle-token', 'circle_token'], hex(40), {
        noun: 'access token',
      }),
    ],
  ),
  provider('Buildkite', { variable: 'BUILDKITE_API_TOKEN' }, [
    token('buildkite-user-token', `bkua_${lower(40, 56)}`, { noun: 'access token' }),
    token('buildkite-service-token', `bk(?:aa|aj|ar|at|ct|pt|pat|ps)_${url64(40, 400)}`, {
      noun: 'service token',
      keywords: ['bkaa_', 'bkaj_', 'bkar_', 'bkat_', 'bkct_', 'bkpt_', 'bkpat_', 'bkps_'],
    }),
  ]),
  provider('Travis CI', {}, [named('travis-token', ['travis'], alnum(20, 22), { noun: 'access token' })]),
  provider('Drone CI', {}, [named('drone-token', ['drone'], alnum(32), { noun: 'access token' })]),
  provider('Jenkins', {}, [
    named('jenkins-token', ['jenkins'], `11${hex(32)}|${hex(32)}`, { noun: 'API token' }),
    plain('jenkins-encrypted-secret', `AQAAABAAA ?(?<value>[0-9A-Za-z+/_.:=-]{16,400})`, {
      noun: 'encrypted secret',
      keywords: ['aqaaabaaa'],
    }),
  ]),
  provider('TeamCity', {}, [
    token('teamcity-token', `eyJ0eXAiOiAiVENWMiJ9\\.${url64(30, 60)}\\.${url64(30, 60)}`, {
      noun: 'access token',
    }),
  ]),
  provider('Bitrise', {}, [named('bitrise-token', ['bitrise'], url64(60, 120), { noun: 'access token' })]),
  provider('Octopus Deploy', { variable: 'OCTOPUS_API_KEY' }, [
    token('octopus-api-key', `API-${upper(25, 32)}`, { entropy: 3.2 }),
  ]),
  provider('Appcenter', {}, [
    named('appcenter-token', ['appcenter', 'app_center'], hex(40), { noun: 'API token' }),
  ]),
  provider('SonarQube', { variable: 'SONAR_TOKEN' }, [
    token('sonar-token', `sq[aup]_${hex(40)}`, { noun: 'token', keywords: ['sqa_', 'squ_', 'sqp_'] }),
    named('sonar-legacy-token', ['sonar'], hex(40), { noun: 'token' }),
  ]),
  provider('Snyk', { revoke: 'https://app.snyk.io/account', variable: 'SNYK_TOKEN' }, [
    token('snyk-personal-token', `snyk_(?:uat|sat)\\.[0-9a-f]{8}\\.${url64(40, 700)}`, {
      noun: 'access token',
      keywords: ['snyk_uat.', 'snyk_sat.'],
    }),
    named('snyk-api-token', ['snyk'], uuid, { noun: 'API token' }),
  ]),
  provider('StackHawk', { variable: 'HAWK_API_KEY' }, [
    token('stackhawk-api-key', `hawk\\.${alnum(20)}\\.${alnum(20)}`),
  ]),
  provider('Code Climate', {}, [
    named('codeclimate-token', ['codeclimate', 'cc_test_reporter'], hex(64), { noun: 'reporter id' }),
  ]),
  provider('Codecov', { variable: 'CODECOV_TOKEN' }, [
    named('codecov-token', ['codecov'], `${uuid}|[0-9A-Za-z-]{32,36}`, { noun: 'upload token' }),
  ]),
  provider('Coveralls', { variable: 'COVERALLS_REPO_TOKEN' }, [
    named('coveralls-token', ['coveralls'], '[0-9A-Za-z-]{30,40}', { noun: 'repository token' }),
  ]),
  provider('Aikido', {}, [
    token('aikido-ci-token', `AIK_CI_${alnum(20, 80)}`, { noun: 'CI token' }),
    token('aikido-client-id', `AIK_CLIENT_${alnum(20, 32)}`, { noun: 'client id' }),
    token('aikido-client-secret', `AIK_SECRET_${alnum(48, 80)}`, { noun: 'client secret' }),
  ]),
  provider('Endor Labs', {}, [token('endorlabs-key', `endr\\+[0-9A-Za-z-]{16,40}`, { entropy: 3.2 })]),
  provider('Semgrep', { variable: 'SEMGREP_APP_TOKEN' }, [
    named('semgrep-token', ['semgrep'], hex(64), { noun: 'app token' }),
  ]),
  provider('Mergify', {}, [
    token('mergify-key', `mergify_application_key_${url64(40, 200)}`, { noun: 'application key' }),
  ]),
  provider('Val Town', {}, [token('valtown-token', `vtwn_${url64(20, 80)}`, { noun: 'API token' })]),
  provider('Ionic', {}, [token('ionic-token', `ion_${alnum(42)}`, { noun: 'personal access token' })]),
  provider('Expo', { variable: 'EXPO_TOKEN' }, [
    named('expo-token', ['expo_token', 'expo_access'], url64(40), { noun: 'access token' }),
  ]),
  provider('Prefect', { variable: 'PREFECT_API_KEY' }, [
    token('prefect-api-key', `pn[ub]_${alnum(36)}`, { keywords: ['pnu_', 'pnb_'] }),
  ]),
  provider('Gradle', {}, [
    named('gradle-token', ['gradle_enterprise', 'develocity'], `[0-9a-z]{6,20}\\.[0-9A-Za-z=_-]{40,80}`, {
      noun: 'access key',
    }),
  ]),
  provider('Doppler', { variable: 'DOPPLER_TOKEN' }, [
    token('doppler-token', `dp\\.(?:pt|ct|sa|scim|audit|st(?:\\.[0-9a-z_-]{2,40})?)\\.${alnum(40, 48)}`, {
      noun: 'token',
      keywords: ['dp.pt.', 'dp.ct.', 'dp.sa.', 'dp.scim.', 'dp.audit.', 'dp.st.'],
    }),
  ]),
  provider('Infisical', { variable: 'INFISICAL_TOKEN' }, [
    token('infisical-token', `st\\.${hex(8)}-[0-9a-f-]{27}\\.${hex(32)}\\.${hex(32)}`, {
      noun: 'service token',
      keywords: ['st.'],
    }),
  ]),
  provider('1Password', { revoke: 'https://my.1password.com/developer-tools/active' }, [
    token(
      '1password-secret-key',
      `A3-${upper(6)}-(?:${upper(11)}|${upper(6)}-${upper(5)})(?:-${upper(5)}){3}`,
      { noun: 'secret key' },
    ),
    token('1password-service-account-token', `ops_eyJ[0-9A-Za-z+/_-]{200,2000}={0,3}`, {
      noun: 'service account token',
      variable: 'OP_SERVICE_ACCOUNT_TOKEN',
    }),
  ]),
  provider('Kolide', {}, [token('kolide-api-key', `k2sk_v\\d_${alnum(24)}`, { keywords: ['k2sk_v'] })]),
  provider('', {}, [
    token(
      'json-web-token',
      `(?:eyJ|eyAi|ewog)${url64(12, 2000)}\\.e[wy]${url64(12, 4000)}\\.${url64(10, 1400)}`,
      {
        noun: 'JSON Web Token',
        keywords: ['eyj', 'eyai', 'ewog'],
        check: 'jwt',
      },
    ),
    token('json-web-key', `"d"\\s{0,3}:\\s{0,3}"(?<value>${url64(40, 700)})"`, {
      noun: 'private JSON Web Key',
      keywords: ['"d"'],
      entropy: 4.4,
    }),
  ]),
  provider('age', {}, [
    token('age-secret-key', `AGE-SECRET-KEY-1[02-9AC-HJ-NP-Z]{58}`, { noun: 'secret key', check: 'age' }),
    token('age-plugin-key', `AGE-PLUGIN-[0-9A-Z]{2,20}-1[02-9AC-HJ-NP-Z]{20,400}`, {
      noun: 'plugin identity',
    }),
  ]),
  provider('WireGuard', {}, [
    named('wireguard-key', ['privatekey', 'presharedkey', 'private_key', 'wireguard'], `${base64(43)}=`, {
      noun: 'private key',
    }),
  ]),
  provider('Django', {}, [
    token('django-insecure-key', `django-insecure-[!#$%&()*+,./0-9:;<=>?@A-Z^_a-z~-]{40,80}`, {
      noun: 'secret key',
      variable: 'SECRET_KEY',
    }),
  ]),
  provider('Laravel', {}, [
    token('laravel-app-key', `base64:(?<value>${base64(43)}=)`, {
      noun: 'application key',
      variable: 'APP_KEY',
    }),
  ]),
  provider('Ruby on Rails', {}, [
    named(
      'rails-master-key',
      ['rails_master_key', 'master.key', 'secret_key_base'],
      `${hex(32)}|${hex(128)}`,
      { noun: 'master key', variable: 'RAILS_MASTER_KEY' },
    ),
  ]),
  provider('Sidekiq', {}, [
    named(
      'sidekiq-credentials',
      [
        'bundle_enterprise__contribsys__com',
        'bundle_gems__contribsys__com',
        'gems.contribsys.com',
        'enterprise.contribsys.com',
      ],
      `${hex(8)}:${hex(8)}`,
      { noun: 'gem credentials' },
    ),
  ]),
  provider('a password store', {}, [
    plain(
      'password-hash',
      `\\$(?:2[abxy]\\$\\d\\d\\$[./0-9A-Za-z]{53}|apr1\\$[./0-9A-Za-z]{1,8}\\$[./0-9A-Za-z]{22}|[56]\\$(?:rounds=\\d{1,9}\\$)?[./0-9A-Za-z]{1,16}\\$[./0-9A-Za-z]{43,86}|argon2(?:id|i|d)\\$v=\\d{1,3}\\$[mtp=,\\d]{5,40}\\$[+/0-9A-Za-z]{8,80}\\$[+/0-9A-Za-z]{16,120})`,
      {
        noun: 'password hash',
        keywords: ['$2a$', '$2b$', '$2y$', '$2x$', '$apr1$', '$5$', '$6$', '$argon2'],
      },
    ),
    plain(
      'login-file-password',
      `machine\\s{1,4}\\S{1,80}\\s{1,8}login\\s{1,4}\\S{1,80}\\s{1,8}password\\s{1,4}["']?(?<value>[^\\s"']{4,120})`,
      { noun: 'password', keywords: ['machine '], entropy: 1.5 },
    ),
  ]),
  provider('Rainforest Pay', {}, [plain('rainforest-api-key', `apikey_${hex(64)}`)]),
  provider('Dependency-Track', {}, [token('dependency-track-key', `odt_(?:${alnum(8)}_)?${alnum(32)}`)]),
  provider('TrueNAS', {}, [named('truenas-api-key', ['truenas'], `${digits(1, 3)}-${alnum(64)}`)]),
  provider('Auth0', { variable: 'AUTH0_CLIENT_SECRET' }, [
    named('auth0-client-secret', ['auth0'], url64(64), {
      noun: 'client secret',
      companion: '\\.auth0\\.com',
    }),
  ]),
  provider('Okta', { variable: 'OKTA_API_TOKEN' }, [
    named('okta-api-token', ['okta', 'ssws'], `00[0-9A-Za-z_=-]{40}`, {
      noun: 'API token',
      companion: '\\.okta(?:preview)?\\.com',
    }),
  ]),
  provider('JumpCloud', { variable: 'JUMPCLOUD_API_KEY' }, [
    token('jumpcloud-api-key', `jca_${alnum(36)}`),
    named('jumpcloud-legacy-key', ['jumpcloud'], alnum(40)),
  ]),
  provider('Unkey', {}, [token('unkey-root-key', `unkey_${alnum(20, 40)}`, { noun: 'root key' })]),
  provider('Authress', {}, [
    token('authress-access-key', `\\.acc[_-][0-9a-z-]{10,32}\\.[0-9A-Za-z+/_=-]{30,120}`, {
      noun: 'access key',
      keywords: ['.acc_', '.acc-'],
      lead: `(?:sc|ext|scauth|authress)_[0-9a-z]{5,30}\\.[0-9a-z]{4,6}`,
    }),
  ]),
  provider('Settlemint', {}, [
    token('settlemint-token', `sm_(?:aat|pat|sat)_${alnum(16)}`, {
      noun: 'access token',
      keywords: ['sm_aat_', 'sm_pat_', 'sm_sat_'],
    }),
  ]),
  provider('Cfx.re', {}, [token('cfxre-server-key', `cfxk_${url64(20, 100)}`, { noun: 'server key' })]),
  provider('Thunderstore', {}, [
    token('thunderstore-token', `tss_${url64(20, 80)}`, { noun: 'API token', entropy: 3.4 }),
  ]),
  provider('Lichess', {}, [
    token('lichess-token', `lip_${word(16, 60)}`, { noun: 'personal access token', entropy: 3.2 }),
  ]),
  provider('WakaTime', { variable: 'WAKATIME_API_KEY' }, [
    token('wakatime-api-key', `waka_[0-9a-z-]{36,64}`),
    named('wakatime-legacy-key', ['wakatime', 'waka_time', 'waka-time', 'waka.time', 'waka time'], uuid),
  ]),
  provider('SSLMate', {}, [named('sslmate-api-key', ['sslmate'], `(?:\\d{1,8}_)?${alnum(20, 44)}`)]),
  provider('Intra 42', {}, [
    token('intra42-secret', `s-s4t2(?:ud|af)-${hex(64)}`, {
      noun: 'client secret',
      keywords: ['s-s4t2ud-', 's-s4t2af-'],
    }),
  ]),
  provider('MaxMind', {}, [
    token('maxmind-license-key', `_mmk`, { noun: 'license key', lead: `${alnum(6)}_${alnum(29)}` }),
  ]),
].flat();
