/** Arithmetic or structural test that a token of the format must pass if it is genuine. Moves confidence, never decides alone. */
export type CheckId =
  | 'age'
  | 'atlassian'
  | 'aws-access-key'
  | 'azure-frame'
  | 'bitbucket-data-center'
  | 'cloudflare'
  | 'confluent'
  | 'github'
  | 'gitlab-routable'
  | 'grafana'
  | 'groq'
  | 'jwt'
  | 'openai'
  | 'pypi'
  | 'vercel';

/** One kind of token. Pure data; the scanner derives automaton, regular expressions and documentation from it. */
export interface SecretFormat {
  /** "openai-project-key": provider first. */
  readonly id: string;
  /** As the provider writes itself: "OpenAI"; empty when many services use the format. */
  readonly provider: string;
  /** What the token is called: "API key", "webhook URL". */
  readonly noun: string;
  /**
   * `self-identifying`: the shape alone tells what it is, so it is looked for in every file. `context`: only in prompts, LLM code and configuration.
   */
  readonly kind: 'self-identifying' | 'context';
  /** Lower-case literals. One of them is part of every token of the format, or, with `nearby`, a name that stands near it. */
  readonly keywords: readonly string[];
  /**
   * Source of a regular expression without flags, in which every quantifier is bounded. It matches from the keyword to the token's end; with
   * `nearby` it matches the whole token.
   */
  readonly shape: string;
  /** What precedes the keyword within the token, as regular expression source; matched backwards. */
  readonly lead?: string;
  /** The keywords are names ("mistral", "CO_API_KEY") that must stand shortly before the token. */
  readonly nearby?: true;
  /** Lowest Shannon entropy of the token after its keyword, in bits per character; tokens below are samples. */
  readonly entropy?: number;
  readonly check?: CheckId;
  /** Regular expression, without regard to case, for what goes with a genuine one: the endpoint it is for, the id whose secret it is. */
  readonly companion?: string;
  /** Made to be seen by everybody: browser keys, client ids. */
  readonly publishable?: true;
  /** Page where the owner revokes or rotates it. */
  readonly revoke?: string;
  /** Environment variable from which the provider's own tools read it. */
  readonly variable?: string;
  /** Belongs to a provider of models or of services around models. */
  readonly ai?: true;
}

type Shared = Pick<SecretFormat, 'revoke' | 'variable' | 'ai'>;
type Extra = Shared &
  Partial<
    Pick<SecretFormat, 'noun' | 'keywords' | 'lead' | 'entropy' | 'check' | 'companion' | 'publishable'>
  >;
type Row = Omit<SecretFormat, 'provider'>;

/** Rows of one provider, which share its name, revoke page and variable unless they say otherwise. */
export const provider = (name: string, shared: Shared, rows: readonly Row[]): readonly SecretFormat[] =>
  rows.map((row) => ({ ...shared, ...row, provider: name }));

/** A token that tells by itself what it is. Its keyword is the literal text with which the shape begins, unless given. */
export const token = (id: string, shape: string, extra: Extra = {}): Row => ({
  id,
  noun: 'API key',
  kind: 'self-identifying',
  keywords: [literalStart(shape)],
  shape,
  ...extra,
});

/** A token that is recognisable where keys are to be expected, but too plain to be looked for in every file. */
export const plain = (id: string, shape: string, extra: Extra = {}): Row => ({
  ...token(id, shape, extra),
  kind: 'context',
});

/** A token without marks of its own, which only the provider's name nearby gives away. */
export const named = (id: string, names: readonly string[], shape: string, extra: Extra = {}): Row => ({
  id,
  noun: 'API key',
  kind: 'context',
  nearby: true,
  keywords: names,
  shape,
  ...extra,
});

/** The literal characters with which a regular expression begins, in lower case. */
export function literalStart(shape: string): string {
  const literal = /^(?:\\[.$+|^]|[A-Za-z0-9_:/~%=! -](?![{?*+]))*/.exec(shape)?.[0] ?? '';
  return literal.replaceAll('\\', '').toLowerCase();
}

const times = (characters: string) => (min: number, max?: number) =>
  `[${characters}]{${max === undefined ? min : `${min},${max}`}}`;

/** Character classes with a count or a range of counts. */
export const digits = times('0-9');
export const hex = times('0-9a-f');
export const anyHex = times('0-9A-Fa-f');
export const lower = times('0-9a-z');
export const upper = times('0-9A-Z');
export const letters = times('A-Za-z');
export const alnum = times('0-9A-Za-z');
export const word = times('0-9A-Za-z_');
export const base32 = times('2-7a-z');
/** base64url without padding. */
export const url64 = times('0-9A-Za-z_-');
/** Standard base64 without padding. */
export const base64 = times('0-9A-Za-z+/');
export const uuid = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';
