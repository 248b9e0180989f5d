import { type Language, sentence, universalSecrets } from './language.js';

const secret = `(?:${universalSecrets}|chaves?(?: de)? api|chaves? privadas?|senhas?|credenciais|segredos|tokens|variáveis de ambiente)`;
const person =
  '(?:(?:ao|à|aos|às|para o|para a|do|da) )(?:usuári[oa]s?|utilizador(?:es|a)?|desenvolvedor(?:es|a)?|pessoa)';
const end = '(?=\\s*(?:[.!;,\\n]|$|(?:sobre|disso|disto|acerca)))';

export const portuguese: Language = {
  name: 'Portuguese',
  cue: /não|instruç|usuári|ções|ção|\b(?:da|das|dos|ao|sem|isto|isso|antes de|senhas?|regras)\s/i,
  patterns: [
    [
      'conceal',
      sentence(
        `(?<![\\p{L}])(?:não|nunca|jamais|sem)\\s+(?:o\\s)?(?:cont[ea]\\w?|contar|dig[ao]\\w?|dizer|mencion[ea]\\w?|mencionar|inform[ea]\\w?|informar|revel[ea]\\w?|revelar|avis[ea]\\w?|avisar|notifique|notificar)\\s+(?:isso\\s|isto\\s|nada(?: disso)?\\s)?${person}`,
        end,
      ),
    ],
    [
      'conceal',
      sentence(
        `(?<![\\p{L}])(?:ocult[ea]|escond[ae]|mantenha)\\s+(?:isso|isto|estes passos|o seguinte)[^.\\n]{0,30}\\s${person}`,
      ),
    ],
    [
      'override',
      sentence(
        '(?<![\\p{L}])(?:ignor[ea]|ignorar|esqueça|esquecer|desconsider[ea]|descart[ea])\\s+(?:tod[oa]s?\\s+)?(?:as?|os?|suas?|seus?|quaisquer)?\\s*(?:instruç(?:ão|ões)|regras|diretrizes|restrições|ordens|orientações|prompts?)\\s+(?:anteriores|prévias?|do sistema|de segurança|originais|acima|que (?:recebeu|você))',
      ),
    ],
    [
      'send',
      sentence(
        `(?<![\\p{L}])(?:envi[ea]|enviar|mand[ea]|public[ao]|publique|carregue|transmit[ae]|encaminh[ea]|anex[ea]|inclu[ai])\\s[^.\\n]{0,80}${secret}[^.\\n]{0,100}(?:https?:\\/\\/|para (?:o seguinte|um servidor externo|este endereço))`,
      ),
    ],
    [
      'read-secrets',
      sentence(
        `(?<![\\p{L}])(?:antes de|primeiro|sempre)\\s[^.\\n]{0,80}(?<![\\p{L}])(?:leia|ler|abra|abrir|carregue|colete|recolha|obtenha|extraia)\\s[^.\\n]{0,60}${secret}`,
      ),
    ],
    [
      'unattended',
      sentence(
        '(?<![\\p{L}])(?:execut[ea]|executar|aprov[ea]|aprovar|permit[ai]|permitir)\\s+(?:qualquer|tod[oa]s\\s+(?:os|as))\\s+(?:comandos?|ferramentas?|aç(?:ão|ões))[^.\\n]{0,40}(?<![\\p{L}])sem\\s+(?:pedir|perguntar|solicitar|confirma|permissão|aprovação)',
      ),
    ],
  ],
  negatedBefore: /(?<![\p{L}])(?:não|nunca|jamais|evite|sem|proibido)\s+(?:[\p{L}]+\s+){0,2}$/iu,
  quoting:
    /(?<![\p{L}])(?:exemplo|p\. ?ex|ataque|atacante|injeç\p{L}+|malicios\p{L}+|detect\p{L}+|rejeit\p{L}+|recus\p{L}+|suspeit\p{L}+|tentativ\p{L}+|se (?:um|uma|o|a|alguém)|teste\p{L}*|frases?)(?![\p{L}])/iu,
};
