import { type Language, sentence, universalSecrets } from './language.js';

const secret = `(?:${universalSecrets}|api anahtar\\p{L}*|özel anahtar\\p{L}*|parola\\p{L}*|şifre\\p{L}*|kimlik bilgi\\p{L}+|gizli anahtar\\p{L}*|ortam değişken\\p{L}+|jeton\\p{L}*)`;
const person = '(?:kullanıcı(?:ya|lara|dan|lardan)?|geliştirici(?:ye|lere|den)?)';

export const turkish: Language = {
  name: 'Turkish',
  cue: /[ığşçöü]/i,
  patterns: [
    [
      'conceal',
      sentence(
        `(?:bunu\\s|bundan\\s|bu adımı\\s)?${person}\\s+(?:bunu\\s|bundan\\s|bu konuda\\s|asla\\s|hiçbir şey\\s|bu adımdan\\s)*(?:söyleme|bildirme|anlatma|bahsetme|açıklama|haber verme|gösterme)(?:yin(?:iz)?|)(?=\\s*(?:[.!;,\\n]|$))`,
      ),
    ],
    [
      'conceal',
      sentence(`(?:bunu|bu adımları|aşağıdakileri)[^.\\n]{0,20}\\s${person}\\s+(?:gizle|sakla|gizli tut)`),
    ],
    [
      'override',
      sentence(
        '(?:önceki|yukarıdaki|mevcut|eski|sistem|daha önceki)\\s+(?:tüm\\s+|bütün\\s+)?(?:güvenlik\\s+)?(?:talimat\\p{L}*|kural\\p{L}*|yönerge\\p{L}*|komut\\p{L}*|kısıtlama\\p{L}*|istem\\p{L}*)\\s+(?:tamamen\\s+)?(?:yok say|görmezden gel|unut|dikkate alma|göz ardı et|atla)',
      ),
    ],
    [
      'send',
      sentence(
        `${secret}[^.\\n]{0,60}(?:https?:\\/\\/[^\\s]{1,80}|harici|şu adrese|uzak)[^.\\n]{0,20}(?:gönder|yükle|ilet|yolla|paylaş)(?!m)`,
      ),
    ],
    [
      'read-secrets',
      sentence(
        `(?:önce|her zaman|ilk olarak|mutlaka)\\s[^.\\n]{0,60}${secret}[^.\\n]{0,30}\\s(?:oku|aç|topla|al|çıkar)(?![\\p{L}])`,
      ),
    ],
    [
      'unattended',
      sentence(
        '(?:tüm|bütün|her|herhangi bir)\\s+(?:\\p{L}+\\s+)?(?:komut\\p{L}*|ara[çc]\\p{L}*|işlem\\p{L}*)[^.\\n]{0,20}\\s(?:sormadan|onay (?:almadan|istemeden|beklemeden)|izin (?:almadan|istemeden))[^.\\n]{0,12}\\s(?:çalıştır|yürüt|onayla)(?!m)',
      ),
    ],
    [
      'unattended',
      sentence(
        '(?:sormadan|onay (?:almadan|istemeden|beklemeden)|izin (?:almadan|istemeden))\\s[^.\\n]{0,8}(?:tüm|bütün|her|herhangi bir)\\s+(?:\\p{L}+\\s+)?(?:komut\\p{L}*|ara[çc]\\p{L}*|işlem\\p{L}*)\\s(?:çalıştır|yürüt|onayla)(?!m)',
      ),
    ],
  ],
  negatedBefore: /(?!)/u,
  negatedAfter: /^(?:m[ae](?:yin(?:iz)?)?|m[ae]mel[ıi]|mez|maz)(?![\p{L}])/iu,
  quoting:
    /(?<![\p{L}])(?:örne\p{L}+|saldır\p{L}+|enjeksiyon\p{L}*|kötü amaçlı|tespit|reddet\p{L}*|şüpheli|girişim\p{L}*|eğer|test\p{L}*|ifade\p{L}*)(?![\p{L}])/iu,
};
