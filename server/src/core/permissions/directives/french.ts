import { type Language, sentence, universalSecrets } from './language.js';

const secret = `(?:${universalSecrets}|cl(?:é|ef)s?(?: d['’])?\\s?api|cl(?:é|ef)s? privées?|mots? de passe|identifiants|secrets|jetons|variables d['’]environnement)`;
const person =
  "(?:(?:à l['’]|aux |au |de l['’]|des )(?:utilisat(?:eur|rice)s?|développeu(?:r|se)s?)|l['’]utilisat(?:eur|rice)|les utilisateurs)";
const end = '(?=\\s*(?:[.!;,\\n]|$|de (?:ceci|cela|ce)))';

export const french: Language = {
  name: 'French',
  cue: /\b(?:les|des|du|aux?|sans|avant)\s|[dl]['’][aeiouhéè]/i,
  patterns: [
    [
      'conceal',
      sentence(
        `(?<![\\p{L}])(?:ne|n['’]|sans)\\s?(?:l['’]|le |lui |leur |en )?(?:jamais\\s|pas\\s)?(?:le\\s|l['’])?(?:dis|dites|dire|parle|parlez|parler|informe|informez|informer|mentionne|mentionnez|mentionner|révèle|révélez|révéler|signale|signalez|signaler|préviens|prévenez|prévenir|avertis|avertir)(?:\\s+(?:pas|jamais|rien))?\\s+(?:(?:de\\s)?(?:ceci|cela|rien)\\s)?${person}`,
        end,
      ),
    ],
    [
      'conceal',
      sentence(
        `(?<![\\p{L}])(?:cache[zr]?|dissimule[zr]?|masque[zr]?|gardez?)\\s+(?:ceci|cela|ces étapes|ce qui suit)[^.\\n]{0,30}\\s${person}`,
      ),
    ],
    [
      'override',
      sentence(
        "(?<![\\p{L}])(?:ignore[zr]?|oublie[zr]?|néglige[zr]?|outrepasse[zr]?|contourne[zr]?)\\s+(?:toutes?\\s+)?(?:tous\\s+)?(?:les|tes|vos|ces|l['’])?\\s*(?:instructions?|consignes?|règles|directives|restrictions|messages)\\s+(?:précédente?s?|antérieure?s?|du système|de sécurité|d['’]origine|ci-dessus|initiales?|que (?:tu|vous))",
      ),
    ],
    [
      'send',
      sentence(
        `(?<![\\p{L}])(?:envoie[sz]?|envoyez|envoyer|poste[zr]?|transmet(?:s|tez|tre)|publie[zr]?|téléverse[zr]?|joins|joignez|inclu[st]|ajoute[zr]?)\\s[^.\\n]{0,80}${secret}[^.\\n]{0,100}(?:https?:\\/\\/|à (?:l['’]adresse|un serveur (?:externe|distant)))`,
      ),
    ],
    [
      'read-secrets',
      sentence(
        `(?<![\\p{L}])(?:avant (?:de|d['’])|d['’]abord|toujours)\\s?[^.\\n]{0,80}(?<![\\p{L}])(?:lis|lisez|lire|ouvre[zr]?|charge[zr]?|collecte[zr]?|récupère[sz]?|récupérez|extrais|extraire)\\s[^.\\n]{0,60}${secret}`,
      ),
    ],
    [
      'unattended',
      sentence(
        "(?<![\\p{L}])(?:exécute[zr]?|approuve[zr]?|autorise[zr]?|lance[zr]?)\\s+(?:toutes les|tous les|n['’]importe quel(?:le)?|chaque)\\s+(?:commandes?|outils?|actions?)[^.\\n]{0,40}(?<![\\p{L}])sans\\s+(?:demander|poser|confirmation|confirmer|autorisation|permission|approbation)",
      ),
    ],
  ],
  negatedBefore:
    /(?<![\p{L}])(?:ne|n['’]|jamais|évite[zr]?(?: de)?|sans|interdit (?:de|d['’]))\s?(?:[\p{L}]+\s+){0,2}$/iu,
  quoting:
    /(?<![\p{L}])(?:exemple|p\. ?ex|tel(?:le)?s? que|attaque|attaquant|injection|malveillant\p{L}*|détect\p{L}+|rejet\p{L}+|refus\p{L}+|suspect\p{L}*|tentative|si (?:un|une|le|la|l['’])|test\p{L}*|phrases?)(?![\p{L}])/iu,
};
