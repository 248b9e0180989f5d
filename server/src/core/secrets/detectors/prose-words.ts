/** How one language states a secret. All words in lower case. */
export interface ProseLanguage {
  readonly name: string;
  /** Nouns for something that people choose and say: an ordinary word may be one. */
  readonly passwords: readonly string[];
  /** Nouns for something that a machine made: only a rare string of characters can be one. */
  readonly keys: readonly string[];
  /** What links a noun to its value: "is", "lautet", "は". */
  readonly verbs: readonly string[];
  /** Nouns may be the end of a longer word: "Adminpasswort". */
  readonly compounds?: true;
}

/** Words that most languages have borrowed. */
const international = ['is', 'ist', 'lautet', 'est', 'es', 'è', 'é', 'são', 'jest', 'är', 'это'];

export const proseLanguages: readonly ProseLanguage[] = [
  {
    name: 'English',
    passwords: [
      'password',
      'passwords',
      'passwd',
      'pwd',
      'pw',
      'passphrase',
      'pass phrase',
      'passcode',
      'pass code',
      'secret word',
      'secret phrase',
      'secret code',
      'code word',
      'codeword',
      'magic word',
      'safe word',
      'safeword',
      'access code',
      'unlock code',
      'admin code',
      'security code',
      'door code',
      'gate code',
      'alarm code',
      'override code',
      'launch code',
      'launch codes',
      'access codes',
      'activation code',
      'master code',
      'entry code',
      'verification phrase',
      'pin code',
      'pin number',
      'safe combination',
      'lock combination',
      'combination to the safe',
      'combination of the safe',
      'vault combination',
      'combination for the safe',
      'combination to the vault',
      'combination of the vault',
      'combination for the vault',
    ],
    keys: [
      'api key',
      'api-key',
      'apikey',
      'api token',
      'access key',
      'access token',
      'auth token',
      'authentication token',
      'authorization token',
      'bearer token',
      'secret key',
      'private key',
      'encryption key',
      'signing key',
      'license key',
      'licence key',
      'service key',
      'admin key',
      'master key',
      'token',
      'api secret',
      'client secret',
      'webhook secret',
      'credentials',
      'credential',
      'creds',
      'login',
      'log in with',
      'log in as',
      'login with',
      'sign in with',
      'sign in as',
      'authenticate with',
      'authenticate as',
      'connect as',
      'secret',
      'pin',
    ],
    verbs: [
      'is set to',
      'is always',
      'is currently',
      'is exactly',
      'is simply',
      'is now',
      'was',
      'are',
      'equals',
      'reads',
      'will be',
      'should be',
      'must be',
      'set to',
      ...international,
    ],
  },
  {
    name: 'German',
    compounds: true,
    passwords: [
      'passwort',
      'kennwort',
      'losungswort',
      'codewort',
      'geheimwort',
      'geheimcode',
      'zugangscode',
      'zugriffscode',
      'türcode',
      'torcode',
      'alarmcode',
      'tresorcode',
    ],
    keys: ['api-schlüssel', 'zugangsschlüssel', 'schlüssel', 'zugangsdaten', 'zugriffstoken'],
    verbs: ['ist', 'lautet', 'war', 'sind', 'lauten'],
  },
  {
    name: 'Dutch',
    compounds: true,
    passwords: ['wachtwoord', 'toegangscode', 'geheime code', 'geheim woord'],
    keys: ['api-sleutel', 'sleutel', 'inloggegevens'],
    verbs: ['is', 'luidt', 'was', 'zijn'],
  },
  {
    name: 'Scandinavian languages and Finnish',
    compounds: true,
    passwords: [
      'lösenord',
      'lösenordet',
      'passord',
      'passordet',
      'adgangskode',
      'adgangskoden',
      'kodeord',
      'kodeordet',
      'salasana',
    ],
    keys: ['api-nyckel', 'api-nøgle', 'api-nøkkel'],
    verbs: ['är', 'er', 'on'],
  },
  {
    name: 'French',
    passwords: [
      'mot de passe',
      'mot secret',
      'code secret',
      "code d'accès",
      'code d’accès',
      'phrase secrète',
      'digicode',
      'code de la porte',
      "code de l'alarme",
      'code du coffre',
    ],
    keys: ['clé api', "clé d'api", 'clé d’api', 'clé secrète', 'jeton', 'identifiants'],
    verbs: ['est le', 'est', 'était', 'sera', 'sont'],
  },
  {
    name: 'Spanish and Catalan',
    passwords: [
      'contraseña',
      'contrasena',
      'clave secreta',
      'clave de acceso',
      'código secreto',
      'código de acceso',
      'palabra secreta',
      'código de la puerta',
      'código de la alarma',
      'código de la caja fuerte',
      'contrasenya',
    ],
    keys: ['clave api', 'clave de api', 'clave', 'credenciales'],
    verbs: ['es', 'será', 'era', 'son', 'és'],
  },
  {
    name: 'Italian',
    passwords: [
      "parola d'ordine",
      'parola d’ordine',
      'parola segreta',
      'codice segreto',
      'codice di accesso',
      'codice della porta',
      'codice della cassaforte',
      "codice dell'allarme",
    ],
    keys: ['chiave api', 'credenziali'],
    verbs: ['è', 'sarà', 'era', 'sono'],
  },
  {
    name: 'Portuguese',
    passwords: [
      'senha',
      'palavra-passe',
      'palavra secreta',
      'código de acesso',
      'código secreto',
      'código do cofre',
      'código da porta',
      'código do alarme',
    ],
    keys: ['chave api', 'chave de api', 'chave', 'credenciais'],
    verbs: ['é', 'será', 'era', 'são'],
  },
  { name: 'Romanian', passwords: ['parola', 'parolă'], keys: ['cheia api'], verbs: ['este', 'e', 'è'] },
  {
    name: 'Polish and Czech',
    passwords: ['hasło', 'hasłem', 'tajne słowo', 'tajny kod', 'kod dostępu', 'heslo'],
    keys: ['klucz api', 'klucz'],
    verbs: ['to jest', 'jest', 'to', 'brzmi', 'je'],
  },
  {
    name: 'Russian and Ukrainian',
    passwords: ['пароль', 'паролем', 'кодовое слово', 'секретное слово', 'секретный код', 'код доступа'],
    keys: ['api-ключ', 'ключ api', 'ключ', 'токен'],
    verbs: ['это', 'является', 'це'],
  },
  {
    name: 'Greek, Turkish, Hungarian',
    passwords: ['κωδικός', 'κωδικός πρόσβασης', 'şifre', 'şifresi', 'parolası', 'jelszó', 'jelszava'],
    keys: [],
    verbs: ['είναι', 'a következő'],
  },
  { name: 'Vietnamese', passwords: ['mật khẩu'], keys: [], verbs: ['là'] },
  {
    name: 'Indonesian and Malay',
    passwords: ['kata sandi', 'kata laluan'],
    keys: [],
    verbs: ['adalah', 'ialah'],
  },
  {
    name: 'Arabic and Persian',
    passwords: ['كلمة المرور', 'كلمة السر', 'رمز عبور'],
    keys: [],
    verbs: ['هي', 'هو', 'است'],
  },
  { name: 'Hebrew', passwords: ['הסיסמה', 'סיסמה', 'הסיסמא'], keys: [], verbs: ['היא', 'הוא'] },
  { name: 'Hindi', passwords: ['पासवर्ड'], keys: [], verbs: ['है'] },
  { name: 'Thai', passwords: ['รหัสผ่าน'], keys: [], verbs: ['คือ'] },
  {
    name: 'Chinese',
    passwords: ['密码', '密碼', '口令', '暗号', '暗號', '通行码'],
    keys: ['api密钥', '密钥', '令牌'],
    verbs: ['是', '为', '為'],
  },
  {
    name: 'Japanese',
    passwords: ['パスワード', 'パスコード', '暗証番号', '合言葉', '秘密の言葉', 'アクセスコード'],
    keys: ['apiキー', 'トークン'],
    verbs: ['は', 'が'],
  },
  {
    name: 'Korean',
    passwords: ['비밀번호', '암호', '패스워드'],
    keys: ['api 키', '토큰'],
    verbs: ['은', '는', '이', '가'],
  },
];

/** Words after "the password is" that say something about it instead of telling it. Participles are recognised by their endings. */
export const predicates: ReadonlySet<string> = new Set(
  (
    'a absent active alphanumeric always an and another any anything as at bad below blank boolean by case-sensitive compromised confidential correct critical ' +
    'default different empty essential false fine for from given good here hers hidden his how if important in incorrect integer it its just known ' +
    'kept long lost mandatory me mine missing my necessary never new no none not nothing null number numeric of ok old on only optional or our ours ' +
    'password passwords personal plain plaintext present private public random ready right safe same secret secure sensitive sent set shared short shown so ' +
    'something string strings numbers integers objects arrays buffers values fields strong str text that the their theirs them there these this those to token too true undefined unique unknown unset until up upon valid ' +
    'better best stronger weaker longer shorter easy easier hard harder simple complex strict common obvious guessable please thanks ' +
    'very visible weak what when where which who why with without wrong yes you your yours char chars varchar any object array uuid bytes enter see use change ' +
    'nicht ein eine einen der die das den falsch richtig korrekt ungültig erforderlich notwendig geheim vertraulich sicher leer abgelaufen bekannt dein mein ihr ' +
    'onjuist juist verplicht ongeldig het niet nodig vereist leeg ikke inte ' +
    'pas un une le la les requis requise obligatoire invalide expiré confidentiel votre mon ' +
    'una el los incorrecta correcta obligatoria requerida necesaria inválida secreta válida vacía muy su tu mi ' +
    'non errata corretta obbligatoria scaduta segreta valida il necessaria sua tua ' +
    'não uma o incorreta correta obrigatória ' +
    'nie niepoprawne wymagane nieprawidłowe poprawne tajne puste не неверный неправильный верный обязателен обязательный секретный нужен неверен'
  ).split(' '),
);

/** "password policy", "token limit": what a sentence goes on to tell is about something else. */
export const companions =
  /^[ -](?:polic(?:y|ies)|managers?|resets?|fields?|hints?|lengths?|strength|rules?|requirements?|hash(?:es|ing)?|checks?|box|forms?|protection|generators?|prompts?|files?|inputs?|recovery|expir\w+|rotation|limits?|counts?|formats?|types?|names?|parameters?|arguments?|variables?|headers?|columns?|validation|verification|authentication|attempts?|changes?|based)\b/i;

/** Words near by that say the value must be kept: they make an ordinary word after "the password is" a secret. */
export const secrecy =
  /do not|don't|never|under no circumstances|must not|not allowed to|refuse to|keep .{0,20}secret|confidential|nicht verraten|niemals|geheim|ne (?:révèle|divulgue|dis|donne|communique)|jamais|no reveles|nunca|non rivelare|mai rivelare|não revele|nooit|niet delen|nie ujawniaj|nigdy|никогда|не раскрывай|не сообщай|绝不|不要|不得|切勿|教えない|教えては|秘密|明かさ|절대/i;
