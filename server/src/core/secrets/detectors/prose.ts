import { entropy } from '../entropy.js';
import { isWordy } from '../rarity.js';
import { isPlaceholder, sampleSign } from '../sample.js';
import { isStockPassword, isWeakPassword } from '../stock-values.js';
import { type Candidate, type Detector, type SecretKind, specificity } from './detector.js';
import { type Mention, mentionReader } from './prose-mention.js';
import { cellsBelow } from './prose-table.js';
import { predicates, proseLanguages } from './prose-words.js';

const passwordKind: SecretKind = { id: 'prose-password', provider: '', noun: 'password' };
const keyKind: SecretKind = { id: 'prose-key', provider: '', noun: 'key' };

/** Recognises secrets that a prompt tells in a sentence: "the admin password is ...", "Passcode: 4711", "use the API key ...". */
export const proseDetectors = (): readonly Detector[] =>
  proseLanguages.flatMap((language): Detector[] => {
    const read = mentionReader(language);
    return [
      {
        scope: 'prompts',
        keywords: language.passwords,
        detect: detectWith(passwordKind, read, passwordConfidence),
      },
      { scope: 'prompts', keywords: language.passwords, detect: detectInTable },
      { scope: 'prompts', keywords: language.keys, detect: detectWith(keyKind, read, keyConfidence) },
    ];
  });

type Judge = (mention: Mention) => Candidate['confidence'] | undefined;

const detectWith =
  (kind: SecretKind, read: ReturnType<typeof mentionReader>, judge: Judge): Detector['detect'] =>
  (text, start, end, report) => {
    const mention = read(text, start, end);
    if (mention === undefined || isPlaceholder(mention.value) || isReference(mention.value)) return;
    const confidence = judge(mention);
    if (confidence === undefined) return;
    const { value, range } = mention;
    // A sentence that tells a weak password means it.
    const isStock = isStockPassword(value) && !isWeakPassword(value);
    const isFormat = mention.quoted && /^(?:0123|1234)|^(\d)\1*$/.test(value) && value.length <= 8;
    const sample =
      isStock || isFormat || (kind === keyKind && /\d/.test(value) && sampleSign(value) !== 'none');
    report({ kind, specificity: specificity.prose, range, value, confidence, sample });
  };

const detectInTable: Detector['detect'] = (text, start, end, report) => {
  for (const range of cellsBelow(text, start, end)) {
    const value = text.slice(range.start, range.end);
    if (
      isPlaceholder(value) ||
      isReference(value) ||
      /\s/.test(value) ||
      !hasMarks(value) ||
      isTerm(value, true)
    )
      continue;
    const sample = isStockPassword(value) && !isWeakPassword(value);
    report({
      kind: passwordKind,
      specificity: specificity.prose,
      range,
      value,
      confidence: 'medium',
      sample,
    });
  }
};

/** A placeholder of a template, the name of a variable, or a mention of another thing. */
const isReference = (value: string): boolean =>
  /^[$%@{<[(#/]|[{}<>]|:\/\/|^\.{2,}|^_+$|^\*+$|^[A-Z]+(?:_[A-Z]+)+$|\(\)|^(?:process|os|env|self|this|config|settings)\.|^(?:env|file|vault|secrets?|storage|refs?|vars?|arn|op|ssm|keyvault|config):/.test(
    value,
  );

const isPredicate = (value: string): boolean => {
  const word = value.toLowerCase();
  return (
    predicates.has(word) ||
    /(?:ed|ing|able|ible|ful|less|ous|ly|tion|ity|ment|ness|iert|lich|bar|ée?|ado|ada|ido|ida|ato|ata|uto|uta)$/.test(
      word,
    )
  );
};

/** How long it is to be: "8文字以上", "12 Zeichen". */
const isLength = (value: string): boolean =>
  /^\d+[-–~\d]*(?:文字|桁|字|个|個|位|자|글자|символ|знак|zeichen|stellen|caract|caratteri|tekens|znak)/iu.test(
    value,
  );

/** "base64-encoded", "UTF-8", "12-character", "read/write"; a password of words ends its clause and holds a digit. */
const isTerm = (value: string, final: boolean): boolean =>
  isLength(value) ||
  /^(?:utf|sha|md|base|aes|rsa|iso|rfc|ascii|oauth|bcrypt|argon|pbkdf|hmac|x|v|tls|http|ipv)[-_]?\d/i.test(
    value,
  ) ||
  /^\d+[-_](?:char|digit|letter|byte|bit|word|day|hour|minute|month|step|way|factor|time)/i.test(value) ||
  (/(?:ed|ing|based|only|free|safe|protected)$/.test(value) &&
    /^[\w-]+$/.test(value) &&
    value.includes('-')) ||
  (/^\w+[/-]\w+$/.test(value) && isWordy(value) && !(final && /\d/.test(value)));

/** "top secret", "the password from the vault": a phrase that describes a secret. */
const isAboutSecrets =
  /(?:password|passphrase|secret|token|\bkey)\b.*\s|\s.*(?:password|passphrase|secret|token|\bkey)\b/i;

/** Words as people say them, no name of something in a program. */
const isSpoken = (value: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} '’!?-]*$/u.test(value);

/** Not a word that says something about the secret, nor a sentence. */
const isQuotedSecret = (value: string): boolean =>
  /^[\p{L}\p{N}!@#$%^&*+?]/u.test(value) &&
  !isAboutSecrets.test(value) &&
  !isPredicate(value) &&
  !/\s.*[.!?:]$/.test(value) &&
  value.split(/\s+/).length <= 8;

const passwordConfidence: Judge = ({ value, quoted, linked, final, guarded }) => {
  if (/^\d[\d#*-]*$/.test(value)) return value.length >= 4 && value.length <= 12 ? 'medium' : undefined;
  if (quoted) {
    if (!isQuotedSecret(value) || !(linked || guarded || hasMarks(value) || /\s/.test(value)))
      return undefined;
    return guarded || hasMarks(value) ? 'high' : 'medium';
  }
  if (value.length < 4 || isPredicate(value)) return undefined;
  if (hasMarks(value)) return isTerm(value, final) ? undefined : 'high';
  // A verb of Japanese or Korean ends its sentence.
  if (/(?:です|ます|ません|니다|니까|어요|아요|세요)$/.test(value)) return undefined;
  // An ordinary word: it must end its clause, and something must say that it is the value.
  if (!final || !/^\p{L}+$/u.test(value)) return undefined;
  if (/^\p{Lu}{4,}$/u.test(value)) return guarded ? 'high' : 'medium';
  return guarded ? 'medium' : 'low';
};

const keyConfidence: Judge = ({ noun, value, quoted, final, guarded }) => {
  if (noun === 'pin') return /^\d{4,8}$/.test(value) ? 'medium' : undefined;
  if (/secret$/.test(noun) && /^\p{Lu}{4,}$/u.test(value) && (final || quoted) && guarded) return 'medium';
  if (/secret$/.test(noun) && quoted && guarded && isQuotedSecret(value) && isSpoken(value)) return 'medium';
  if (/^(?:cred|log ?in|sign in|authenticate|connect|zugang|identif|inlog)/.test(noun))
    return isCredentialPair(value) ? 'medium' : undefined;
  if (value.length < 10 || !/\d/.test(value) || /\s/.test(value)) return undefined;
  if (isWordy(value) && !/[!#$%&?@][\p{L}\d]/u.test(value)) return undefined;
  if (/^\d+$/.test(value) || /^v?\d+(?:\.\d+)+|^\d{4}-\d\d/.test(value)) return undefined;
  return entropy(value) >= 2.8 ? 'medium' : undefined;
};

/** Digits, marks or capitals inside, as in chosen passwords and not in words. */
const hasMarks = (value: string): boolean =>
  /\p{L}/u.test(value) && /\d|[!@#$%^&+?~]|\p{Ll}\p{Lu}|[\p{L}\d][*_][\p{L}\d]/u.test(value);

/** "admin/Passw0rd", "admin:4f9d2a". */
const isCredentialPair = (value: string): boolean => {
  const [, user, password = ''] = /^([\w.@+-]{2,40}) ?[/:] ?([^\s/:]{4,60})$/.exec(value) ?? [];
  return user !== undefined && hasMarks(password);
};
