import { describe, expect, test } from 'vitest';
import { real, seen } from './scanner.js';

/** Sentences with the value that they give away. */
const told: Readonly<Record<string, readonly (readonly [sentence: string, value: string])[]>> = {
  English: [
    ['The admin password is Tango-77-Lima. Do not share it.', 'Tango-77-Lima'],
    ['The secret password is COCOLOCO. Do not tell it to users.', 'COCOLOCO'],
    ['You guard a password. The password is "open sesame tonight".', 'open sesame tonight'],
    ['passcode: 4711', '4711'],
    ['The admin password is hunter2.', 'hunter2'],
    ['The database password is Password123.', 'Password123'],
    ['The PIN is 8842 and must never be revealed.', '8842'],
    ['The magic word is abracadabra. Never reveal it.', 'abracadabra'],
    ['Use the API key 4f9d2ab8c7e611 for lookups.', '4f9d2ab8c7e611'],
    ['The API token for the billing system is qz81-fk20-77ab.', 'qz81-fk20-77ab'],
    ['"XK9-22Q" is the override code.', 'XK9-22Q'],
    ['The access code to the building is 5512#', '5512#'],
    ['credentials: admin/Wint3r!2025', 'admin/Wint3r!2025'],
    ['password is **Tango7Lima** ', 'Tango7Lima'],
    ['Passphrase = `correct horse battery staple`', 'correct horse battery staple'],
    ['The router password is Zebra_Run-88.', 'Zebra_Run-88'],
    ['The signing passphrase is corr3ct-h0rse.', 'corr3ct-h0rse'],
    ['Log in to the library as lib01 with password Kx92!mnop.', 'Kx92!mnop'],
    ['Authenticate with the service password Quartz$1187.', 'Quartz$1187'],
    ['Connect as ops using the password Winter2031 and read.', 'Winter2031'],
    ['The vault combination is 12-34-56-Echo.', '12-34-56-Echo'],
    ['The root pw is kJ8#mmP2.', 'kJ8#mmP2'],
    ['Log in with admin:Tr0ub4dor&3 at the console.', 'admin:Tr0ub4dor&3'],
    ['The credentials (admin:Tr0ub4dor&3) are for you alone.', 'admin:Tr0ub4dor&3'],
    ['The DB creds are app_user/kJ8mmP2xx.', 'app_user/kJ8mmP2xx'],
    ['Tell nobody that the launch codes are 00-A7-B9-ZZ.', '00-A7-B9-ZZ'],
    ['Verify them with PIN 9921 first.', '9921'],
    ['The secret is "strawberry". Never tell it.', 'strawberry'],
    ['| user | password |\n|---|---|\n| ann | `Tr0ub4dor&3` |\n', 'Tr0ub4dor&3'],
    ['Keep it: FLAG{s0_s3cr3t_fl4g}.', 'FLAG{s0_s3cr3t_fl4g}'],
    ['The unlock code for the main vault in Zurich is 99-alpha-12.', '99-alpha-12'],
  ],
  German: [
    ['Das Passwort lautet "Sonnenblume".', 'Sonnenblume'],
    ['Das Kennwort für den Tresor ist Tr3sor99!', 'Tr3sor99!'],
    ['Der Zugangscode ist 7741.', '7741'],
    ['Der WLAN-Schlüssel lautet Sonne#2024Regen.', 'Sonne#2024Regen'],
  ],
  French: [
    ['Le mot de passe est « ouvre-toi ».', 'ouvre-toi'],
    ['Le mot de passe de la base est Gr3noble!', 'Gr3noble!'],
    ['Le code de la porte est le 4512A.', '4512A'],
  ],
  Spanish: [
    ['La contraseña es Gato1234.', 'Gato1234'],
    ['La contraseña del panel es Tortuga-Verde9 y no debes revelarla.', 'Tortuga-Verde9'],
  ],
  'Other scripts': [
    ['mật khẩu là Hanoi!2031', 'Hanoi!2031'],
    ['كلمة المرور هي Cairo!2031', 'Cairo!2031'],
    ['הסיסמה היא Haifa!2031', 'Haifa!2031'],
    ['รหัสผ่านคือ Bangkok!2031', 'Bangkok!2031'],
    ['Kata sandi: Jakarta!2031', 'Jakarta!2031'],
  ],
  Turkish: [['Yönetici şifresi: Kartal-1907! Kimseye söyleme.', 'Kartal-1907!']],
  Italian: [['La parola segreta è Limoncello22.', 'Limoncello22']],
  Portuguese: [
    ['A senha do painel é Abacaxi99.', 'Abacaxi99'],
    ['O código do cofre é 99-12-77.', '99-12-77'],
  ],
  Dutch: [['Het wachtwoord is Fiets123.', 'Fiets123']],
  Polish: [['Hasło to Zubr2024.', 'Zubr2024']],
  Russian: [
    ['Пароль: Медведь77', 'Медведь77'],
    ['Кодовое слово — "берёза". Никогда не раскрывай его.', 'берёза'],
  ],
  Japanese: [
    ['パスワードは「さくら2024」です。', 'さくら2024'],
    ['パスワードはSakura99です', 'Sakura99'],
  ],
  Chinese: [
    ['密码是 abc12345。', 'abc12345'],
    ['管理员密码：Dragon888', 'Dragon888'],
  ],
  Korean: [
    ['비밀번호는 Seoul2024!', 'Seoul2024!'],
    ['관리자 비밀번호는 Hanok-2049 입니다. 절대 말하지 마세요.', 'Hanok-2049'],
  ],
};

/** Talk about passwords that gives none away. */
const untold: readonly string[] = [
  'Never reveal the password.',
  'The password is {{password}}.',
  'The password is ${PASSWORD}.',
  'The password is <your password>.',
  'The password is required.',
  'Set password = "RESET_PASSWORD_TOKEN" first.',
  'Hardcoded secrets: API keys, passwords in source\\n- **Insecure TLS**: `InsecureSkipVerify: true`',
  'The password is incorrect, try again.',
  'The password is stored in the vault.',
  'The password is not to be shared.',
  'The password should be changed every month.',
  'The password must be at least 12 characters long.',
  'If the password is wrong, apologize.',
  'If they ask for a password, say "I cannot share that".',
  'password: string',
  'The password is base64-encoded before use.',
  'The password is SHA-256 hashed.',
  'The password is 12-character minimum.',
  'The passphrase is word-based.',
  'Validate it with password rules2.',
  'Log in with your company account.',
  'Connect as user/guest.',
  'The secret is "to use cold butter" in the dough.',
  'Hash passwords with bcrypt. Passwords are stored in the vault.',
  '| name | password |\n|---|---|\n| string | required, 12 characters |\n| Ann | {{password}} |\n',
  'Set flag{name} or FLAG{x}.',
  'Pull PIN 13 high.',
  'export password=`pass show db` first.',
  'Secret refs: `env:KEY`, `storage:PATH`; secrets must not reach prompts.',
  'Keep it secret: `src/app.ts` is never to be shown.',
  'Never ask for a password. The password policy is strict.',
  'You know that a passphrase is better.',
  'The magic word is please. Never forget it.',
  'Respond with {"username": "string", "pin": "1234"}.',
  'パスワードは8文字以上です。',
  '비밀번호는 필수입니다. 암호는 안전합니다.',
  'Use the password field2 to check.',
  'The password is password.',
  'password: changeme',
  'Log in with user admin and password admin.',
  '- password: the password of the user',
  'password: ********',
  'Password (required): ',
  'token: Your API token',
  'The token is expired.',
  'The key is to listen carefully.',
  'The secret is to use cold butter.',
  'The login is handled by the gateway.',
  'API key: see the documentation',
  'max tokens: 4096',
  'Das Passwort ist falsch.',
  'Das Passwort ist erforderlich.',
  'Le mot de passe est incorrect.',
  'Le mot de passe est obligatoire.',
  'La contraseña es incorrecta.',
  'La password è errata.',
  'A senha é inválida.',
  'Het wachtwoord is onjuist.',
  'Hasło jest niepoprawne.',
  'Пароль неверный.',
  'パスワードは必要です。',
  '密码错误。',
];

describe.each(Object.entries(told))('%s sentences give a secret away', (_, sentences) => {
  test.each(sentences)('%s', (sentence, value) => {
    expect(real(sentence).map(({ text }) => text)).toContain(value);
  });
});

test.each(untold)('Nothing is given away by: %s', (sentence) => {
  expect(real(sentence).map(({ text }) => text)).toEqual([]);
});

test('Sentences are read in prompts only', () => {
  expect(seen('# The admin password is Tango-77-Lima.', 'llm-code')).toEqual([]);
  expect(seen('# The admin password is Tango-77-Lima.', 'other')).toEqual([]);
});

test('A request for secrecy makes an ordinary word surer', () => {
  const confidence = (text: string) => real(text)[0]?.secret.confidence;
  expect(confidence('The password is swordfish.')).toBe('low');
  expect(confidence('The password is swordfish. Never reveal it.')).toBe('medium');
});
