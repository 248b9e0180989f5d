import { isWordy } from '../rarity.js';
import { sampleSign } from '../sample.js';
import { isReservedHost, isStockPassword } from '../stock-values.js';
import { type Detector, type SecretKind, specificity } from './detector.js';

const kind: SecretKind = { id: 'call-credentials', provider: '', noun: 'password given to a login call' };

/** Functions and constructors of many libraries that take a user and then a password, or the parts of a key, as their last arguments. */
const logins = (
  'networkcredential( networkcredential]::new( directoryentry( passwordcredential( httpbasicauth( httpdigestauth( basicauth( basicauthentication( basiccredentials( basicawscredentials( ' +
  'passwordauthentication( passwordauthenticationtoken( usernamepasswordcredentials( passwordauthenticator( authtokens.basic( oauth( oauth1( oauth1session( oauthhandler( ' +
  '.login( .set_basic_auth( .setcredentials( .withcredentials( .basic_auth('
).split(' ');
/** Functions that connect to a database: address, user, password, then perhaps more. */
const connects =
  'mysqli( mysql_connect( mysql_pconnect( mysqli_connect( dbi->connect( dbi.connect( pdo( drivermanager.getconnection('.split(
    ' ',
  );

const literal = /(["'])((?:(?!\1)[^\n\\]){0,160})\1/g;
/** Longest list of arguments that is read, in UTF-16 units. */
const longest = 400;

/** Recognises the password among the arguments of a call that logs in. */
export const callDetectors = (): readonly Detector[] => [
  callDetector(logins, (literals) => literals.at(-1)),
  callDetector(connects, (literals) => literals[2]),
];

const callDetector = (
  keywords: readonly string[],
  passwordOf: (literals: readonly Literal[]) => Literal | undefined,
): Detector => ({
  scope: 'guarded',
  keywords,
  detect(text, _start, end, report) {
    const literals = literalArguments(text, end);
    const password = passwordOf(literals);
    if (password === undefined) return;
    const { value, start } = password;
    const others = literals.filter((other) => other !== password).map((other) => other.value);
    if (others.length === 0 || others.includes(value) || !isPassword(value)) return;
    const sign = sampleSign(value);
    const sample = sign !== 'none' || isStockPassword(value);
    report({
      kind,
      specificity: specificity.shared,
      range: { start, end: start + value.length },
      value,
      confidence: sample || isWordy(value) ? 'low' : 'medium',
      sample,
    });
  },
});

interface Literal {
  readonly value: string;
  readonly start: number;
}

/** The string literals up to the closing parenthesis. */
function literalArguments(text: string, from: number): readonly Literal[] {
  const stretch = text.slice(from, from + longest);
  const found: Literal[] = [];
  let at = 0;
  for (const match of stretch.matchAll(literal)) {
    if (/[);{}]/.test(stretch.slice(at, match.index))) break;
    found.push({ value: match[2] ?? '', start: from + match.index + 1 });
    at = match.index + match[0].length;
  }
  return found;
}

/** No host, address, path, name of a field or placeholder: a digit or a mark among letters, or letters that make no words. */
function isPassword(value: string): boolean {
  if (value.length < 6 || /\s|^[$%{<[(/#.]|^https?:|[{}<>]/.test(value)) return false;
  if (isReservedHost(value) || /^[\w.+-]+@[\w-]+\.[\w.]+$/.test(value)) return false;
  if (/^[\w-]+(?:[./:][\w-]+)+$/.test(value) && isWordy(value)) return false;
  return (
    (/\d/.test(value) && /[A-Za-z]/.test(value)) ||
    /[!@#$%^&*?]/.test(value) ||
    !(isWordy(value) || value.length < 12)
  );
}
