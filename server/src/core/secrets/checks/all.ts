import type { CheckId } from '../formats/format.js';
import type { Check } from './check.js';
import {
  atlassianChecksum,
  bitbucketDataCenter,
  cloudflareChecksum,
  confluentChecksum,
  githubChecksum,
  gitlabLength,
  grafanaChecksum,
} from './checksums.js';
import { jwtStructure } from './jwt.js';
import { ageKey, awsAccessKey, azureFrame, groqMarker, openaiMarker, pypiMacaroon } from './structures.js';

export const checks: Readonly<Record<CheckId, Check>> = {
  age: ageKey,
  atlassian: atlassianChecksum,
  'aws-access-key': awsAccessKey,
  'azure-frame': azureFrame,
  'bitbucket-data-center': bitbucketDataCenter,
  cloudflare: cloudflareChecksum,
  confluent: confluentChecksum,
  github: githubChecksum,
  'gitlab-routable': gitlabLength,
  grafana: grafanaChecksum,
  groq: groqMarker,
  jwt: jwtStructure,
  openai: openaiMarker,
  pypi: pypiMacaroon,
  vercel: githubChecksum,
};
