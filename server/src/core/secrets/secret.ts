import type { Confidence, Location } from '../finding.js';

/** Where a secret stands; decides which rule reports it and how severe it is. */
export type SecretContext = 'prompt' | 'client' | 'code' | 'config' | 'other';

/** A secret that was found. Its value is masked here, at the point of detection, and kept nowhere. */
export interface Secret {
  /** Row of the format table ("openai-project-key") or of the prose detectors ("prose-password"). */
  readonly format: string;
  /** "OpenAI"; empty when unknown. */
  readonly provider: string;
  /** "API key", "password in a connection string". */
  readonly noun: string;
  readonly location: Location;
  /** First characters and dots: "sk-pr…". Never more than a quarter of the value. */
  readonly masked: string;
  readonly confidence: Confidence;
  readonly context: SecretContext;
  /** Made to be public (publishable keys); worth a note at most. */
  readonly publishable: boolean;
  /** Looks like a sample or a placeholder. */
  readonly sample: boolean;
  /** Belongs to a provider of models or of services around models. */
  readonly ai: boolean;
  /** Tests of its structure that it passed: "github" (checksum), "jwt". */
  readonly checks: readonly string[];
  /** What the value says of itself and may be shown: "account", "issuer", "expires". */
  readonly facts: Readonly<Record<string, string>>;
  /** Page where its owner revokes it. */
  readonly revokeUrl?: string;
  /** Customary environment variable for it. */
  readonly variable?: string;
}
