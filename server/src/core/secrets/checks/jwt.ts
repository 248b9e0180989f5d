import { decodeBase64 } from '../base64.js';
import { type Check, type CheckResult, verdict } from './check.js';

type Claims = Readonly<Record<string, unknown>>;

/** The JSON object in one part of a JSON Web Token. */
function part(text: string): Claims | undefined {
  const bytes = decodeBase64(text);
  if (bytes === undefined) return undefined;
  let json = '';
  for (const byte of bytes) json += String.fromCharCode(byte);
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Claims)
      : undefined;
  } catch {
    return undefined;
  }
}

const string = (claims: Claims, name: string): string | undefined => {
  const value = claims[name];
  return typeof value === 'string' ? value : undefined;
};

/**
 * A JSON Web Token (RFC 7519): its header is JSON and names an algorithm. What the claims say of issuer, role and life time is passed on; the
 * subject is not, as it may be a person.
 */
export const jwtStructure: Check = (token): CheckResult => {
  const [head = '', body = ''] = token.split('.', 2);
  const header = part(head);
  if (header === undefined || string(header, 'alg') === undefined) return verdict(false);
  const claims = part(body) ?? {};
  const role = string(claims, 'role');
  const issuer = string(claims, 'iss');
  const expires = claims.exp;
  const demonstration =
    claims.name === 'John Doe' ||
    claims.sub === '1234567890' ||
    string(header, 'alg')?.toLowerCase() === 'none';
  return {
    passed: true,
    publishable: role === 'anon' || role === 'anonymous',
    expired:
      demonstration ||
      (typeof expires === 'number' && typeof claims.iat === 'number' && expires < claims.iat),
    facts: {
      ...(issuer && /^[!-~]{1,60}$/.test(issuer) ? { issuer } : {}),
      ...(role && /^\w{1,30}$/.test(role) ? { role } : {}),
      ...(typeof expires === 'number' && expires > 0 && expires < 1e11 ? { expires: isoDate(expires) } : {}),
    },
  };
};

/** Day of a time in seconds since 1970, as "2026-11-20". */
const isoDate = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(0, 10);
