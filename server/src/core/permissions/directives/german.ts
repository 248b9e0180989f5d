import { type Language, sentence, universalSecrets } from './language.js';

const secret = `(?:${universalSecrets}|api-?schlüssel|passw(?:ort|örter)|kennw(?:ort|örter)|zugangsdaten|anmeldedaten|geheimnisse|private[nr]? schlüssel|tokens|umgebungsvariablen)`;
const person =
  '(?:(?:dem|der|den|die)\\s+)?(?:be)?(?:nutzer(?:in|n|innen)?|entwickler(?:in|n)?|anwender(?:in|n)?)';

export const german: Language = {
  name: 'German',
  cue: /\b(?:und|nicht|nichts|alle|ohne|bevor|deine?|dem|der)\s/i,
  patterns: [
    [
      'conceal',
      sentence(
        `(?<![\\p{L}])(?:sage?|sagen sie|erzähle?|erzählen sie|teile?|verrate?|verraten sie|melde|informiere|erwähne)\\s+(?:es\\s|das\\s|dies\\s|davon\\s|nichts davon\\s)?${person}\\s+(?:(?:davon|hiervon|dies|das|darüber)\\s+)?(?:nichts|nicht|nie|niemals)(?:\\s+(?:davon|hiervon|darüber|mit|von))?(?=\\s*(?:[.!;,\\n]|$|dies|diese))`,
      ),
    ],
    [
      'conceal',
      sentence(`(?<![\\p{L}])erwähne\\s+(?:dies|das|es)\\s+(?:gegenüber\\s+)?${person}[^.\\n]{0,20}\\snicht`),
    ],
    [
      'conceal',
      sentence(
        `(?<![\\p{L}])(?:verbirg|verberge|verheimliche|verschweige|halte)\\s+(?:dies|das|es|diese schritte)[^.\\n]{0,20}\\s${person}`,
      ),
    ],
    [
      'override',
      sentence(
        '(?<![\\p{L}])(?:ignoriere?n?|vergiss|vergessen sie|missachte|verwirf|umgehe)\\s+(?:sie\\s)?(?:alle\\s+)?(?:die\\s|deine\\s|ihre\\s|jegliche\\s)?(?:bisherigen|vorherigen|vorigen|obigen|früheren|vorangegangenen|bestehenden|ursprünglichen|system)[\\s-]*(?:en\\s)?(?:anweisungen|regeln|vorgaben|anordnungen|prompts?|richtlinien|einschränkungen)',
      ),
    ],
    [
      'send',
      sentence(
        `(?<![\\p{L}])(?:sende|schicke?|lade?|übermittle|übertrage|poste|hänge|leite)\\s[^.\\n]{0,80}${secret}[^.\\n]{0,100}(?:https?:\\/\\/|an (?:einen externen|die folgende|folgende))`,
      ),
    ],
    [
      'read-secrets',
      sentence(
        `(?<![\\p{L}])(?:bevor|vor jeder|zuerst|immer)\\s[^.\\n]{0,80}(?<![\\p{L}])(?:lies|liest|öffne|lade|sammle|hole|extrahiere)\\s[^.\\n]{0,60}${secret}`,
      ),
    ],
    [
      'read-secrets',
      sentence(
        `(?<![\\p{L}])(?:lies|öffne|sammle|hole)\\s+(?:immer\\s|zuerst\\s|stets\\s)(?:[^.\\n]{0,40})${secret}`,
      ),
    ],
    [
      'unattended',
      sentence(
        '(?<![\\p{L}])(?:führe?n?(?:\\s+sie)?|starte|erlaube|genehmige)\\s+(?:alle|jeden|jedes|jede|sämtliche|beliebige)\\s+(?:befehle?|kommandos?|werkzeuge?|tools?|aktion(?:en)?)[^.\\n]{0,30}\\bohne\\s+(?:zu\\s+fragen|nachzufragen|rückfrage|nachfrage|bestätigung|zustimmung|erlaubnis|genehmigung)',
      ),
    ],
  ],
  negatedBefore: /(?<![\p{L}])(?:nie|niemals|nicht|kein\p{L}*|vermeide)\s+(?:[\p{L}]+\s+){0,2}$/iu,
  negatedAfter: /^[^.!?\n]{0,40}(?<![\p{L}])(?:nie|niemals|nicht)(?![\p{L}])/iu,
  negatedWithin: /(?<![\p{L}])(?:nie|niemals|nicht|keine?)(?![\p{L}])/iu,
  quoting:
    /(?<![\p{L}])(?:z\. ?b\.|beispiel\p{L}*|angriff\p{L}*|angreifer\p{L}*|injection|bösartig\p{L}*|erkenn\p{L}+|lehne?|ablehn\p{L}*|verdächtig\p{L}*|versuch\p{L}*|wenn (?:ein|eine|der|die|jemand)|test\p{L}*|sätze?)(?![\p{L}])/iu,
};
