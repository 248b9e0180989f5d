import { type Language, sentence, universalSecrets } from './language.js';

const secret = `(?:${universalSecrets}|chiav[ei] api|chiav[ei] private?|password|credenziali|segreti|token|variabili d['’]ambiente)`;
const person = "(?:all['’]|agli |allo |alla |dall['’]|dagli )(?:utente|utenti|sviluppator[ei])";
const end = '(?=\\s*(?:[.!;,\\n]|$|di (?:ciò|questo|quest)))';

export const italian: Language = {
  name: 'Italian',
  cue: /\b(?:gli|il|della|senza|le|prima di)\s|ll['’]u/i,
  patterns: [
    [
      'conceal',
      sentence(
        `(?<![\\p{L}])(?:non|mai|senza)\\s+(?:mai\\s)?(?:lo\\s)?(?:dire|dirlo|dica|raccontare|raccontarlo|menzionare|menzionarlo|informare|rivelare|rivelarlo|comunicare|comunicarlo|notificare|avvisare|parlarne)\\s+(?:questo\\s|nulla(?: di questo)?\\s|niente\\s|ciò\\s)?(?:${person}|l['’]utente|gli utenti)`,
        end,
      ),
    ],
    [
      'conceal',
      sentence(
        `(?<![\\p{L}])(?:nascondi|nascondere|nasconda|cela|tieni)\\s+(?:questo|ciò|quanto segue|questi passaggi)[^.\\n]{0,30}\\s${person}`,
      ),
    ],
    [
      'override',
      sentence(
        '(?<![\\p{L}])(?:ignora(?:re|te)?|dimentica(?:re|te)?|trascura|disattendi|scarta)\\s+(?:tutt[ei]\\s+)?(?:le\\s|i\\s|gli\\s)?(?:tue\\s|vostre\\s)?(?:istruzion[ei]|regole|direttive|indicazioni|restrizioni|prompt)\\s+(?:precedenti|di sistema|del sistema|di sicurezza|originali|di cui sopra|ricevut[ei])',
      ),
    ],
    [
      'override',
      sentence(
        '(?<![\\p{L}])(?:ignora(?:re|te)?|dimentica(?:re|te)?|scarta)\\s+(?:tutt[ei]\\s+)?(?:le\\s|i\\s)?precedenti\\s+(?:istruzioni|regole|direttive|indicazioni)',
      ),
    ],
    [
      'send',
      sentence(
        `(?<![\\p{L}])(?:invia(?:re|te)?|manda(?:re)?|carica(?:re)?|pubblica|trasmetti|inoltra|allega|includi)\\s[^.\\n]{0,80}${secret}[^.\\n]{0,100}(?:https?:\\/\\/|a (?:un server esterno|questo indirizzo)|al seguente)`,
      ),
    ],
    [
      'read-secrets',
      sentence(
        `(?<![\\p{L}])(?:prima di|per prima cosa|innanzitutto|sempre)\\s[^.\\n]{0,80}(?<![\\p{L}])(?:leggi|leggere|apri|aprire|carica|raccogli|ottieni|estrai)\\s[^.\\n]{0,60}${secret}`,
      ),
    ],
    [
      'unattended',
      sentence(
        '(?<![\\p{L}])(?:esegui(?:re)?|approva(?:re)?|consenti(?:re)?|lancia)\\s+(?:qualsiasi|tutti i|tutte le|ogni)\\s+(?:comand[oi]|strument[oi]|azion[ei])[^.\\n]{0,40}(?<![\\p{L}])senza\\s+(?:chiedere|domandare|conferma|confermare|permesso|autorizzazione|approvazione)',
      ),
    ],
  ],
  negatedBefore: /(?<![\p{L}])(?:non|mai|evita(?: di)?|senza|vietato)\s+(?:[\p{L}]+\s+){0,2}$/iu,
  quoting:
    /(?<![\p{L}])(?:esempio|attacc\p{L}+|injection|iniezion\p{L}+|malevol\p{L}+|dannos\p{L}+|rilev\p{L}+|rifiut\p{L}+|sospett\p{L}+|tentativ\p{L}+|se (?:un|una|il|la|qualcuno)|test|fras[ei])(?![\p{L}])/iu,
};
