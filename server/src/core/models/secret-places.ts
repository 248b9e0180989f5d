/** Environment variables that hold secrets, by their names. */
export const secretVariables = [
  '*API_KEY*',
  '*APIKEY*',
  '*SECRET*',
  '*PASSWORD*',
  '*PASSWD*',
  '*_TOKEN',
  'TOKEN',
  '*PRIVATE_KEY*',
  '*CREDENTIAL*',
  '*ACCESS_KEY*',
  'DATABASE_URL',
  '*CONNECTION_STRING*',
  '*_DSN',
] as const;

/** Files that hold keys and passwords, wherever they lie. */
export const secretFiles = [
  '*/.ssh/*',
  '*id_rsa*',
  '*id_ed25519*',
  '*.pem',
  '*.p12',
  '*.pfx',
  '*.env',
  '*.env.local',
  '*.env.production',
  '*/.aws/credentials',
  '*.npmrc',
  '*.pypirc',
  '*.netrc',
  '*/.kube/config',
  '*/.docker/config.json',
  '/etc/shadow',
] as const;
