import { type Language, sentence, universalSecrets } from './language.js';

const secret = `(?:${universalSecrets}|claves?(?: de)? api|claves? privadas?|contraseñas?|credenciales|secretos|tokens|variables de entorno)`;
const person = '(?:(?:al|a la|a los|a las|del|de la) )(?:usuari[oa]s?|desarrollador(?:es|a)?|persona)';
const end = '(?=\\s*(?:[.!;,\\n]|$|(?:sobre|de|acerca de) (?:est[oea]|ello|lo)))';

export const spanish: Language = {
  name: 'Spanish',
  cue: /\b(?:los|las|del|al|sin|antes de|reglas)\s/i,
  patterns: [
    [
      'conceal',
      sentence(
        `\\b(?:no|nunca|jamás|sin)\\s+(?:se\\s)?(?:le\\s|lo\\s)?(?:l[oe]\\s)?(?:dig(?:as?|an)|dec[ií]r(?:le|lo|selo)?|cuent(?:es|e)|contar(?:le|lo|selo)?|mencion(?:es|e|ar)|inform(?:es|e|ar)|revel(?:es|e|ar)|avis(?:es|e|ar)|notifi(?:ques|que|car))(?:lo)?\\s+(?:esto\\s|nada(?: de esto)?\\s|lo anterior\\s)?${person}`,
        end,
      ),
    ],
    [
      'conceal',
      sentence(
        `\\b(?:ocult[aeo]\\w{0,3}|escond[ae]\\w{0,3}|mant[eé]n\\w{0,3})\\s+(?:esto|lo anterior|lo siguiente|estos pasos)[^.\\n]{0,30}\\s${person}`,
      ),
    ],
    [
      'override',
      sentence(
        `\\b(?:ignor[ae]n?|olvid[ae]n?|descart[ae]n?|omit[ea]n?|ignorar|olvidar|pasa por alto)\\s+(?:por completo\\s)?(?:tod[oa]s?\\s+)?(?:las?|los?|tus|sus|cualquier)?\\s*(?:(?:anteriores|previas)\\s+)?(?:instrucci(?:ón|ones)|indicaciones|reglas|directrices|restricciones|órdenes|prompts?)\\s+(?:anteriores|previas?|del sistema|de seguridad|originales|de arriba|que (?:recibiste|te dieron|tienes))`,
      ),
    ],
    [
      'override',
      sentence(
        '\\b(?:ignor[ae]n?|olvid[ae]n?|descart[ae]n?)\\s+(?:tod[oa]s?\\s+)?(?:las?|los?|tus|sus)?\\s*(?:anteriores|previas?)\\s+(?:instrucciones|indicaciones|reglas|directrices|órdenes)',
      ),
    ],
    [
      'send',
      sentence(
        `\\b(?:env[ií][ae]\\w{0,3}|enviar|mand[ae]\\w{0,3}|sub[ae]|subir|public[ao]\\w{0,3}|publique|transmit[ae]|reenv[ií][ae]|adjunt[ae]|incluy[ae])\\s[^.\\n]{0,80}${secret}[^.\\n]{0,100}(?:https?:\\/\\/|\\ba (?:la siguiente|un servidor externo|esta dirección))`,
      ),
    ],
    [
      'read-secrets',
      sentence(
        `\\b(?:antes de|primero|siempre)\\s[^.\\n]{0,80}\\b(?:lee|lea|leer|abre|abra|carga|recopila|recoge|obtén|extrae)\\s[^.\\n]{0,60}${secret}`,
      ),
    ],
    [
      'unattended',
      sentence(
        '\\b(?:ejecut[ae]\\w{0,2}|ejecutar|aprueb[ae]|aprobar|permit[ae]|permitir)\\s+(?:cualquier|tod[oa]s\\s+(?:los|las)|cada)\\s+(?:comandos?|herramientas?|acci(?:ón|ones)|órdenes)[^.\\n]{0,40}\\bsin\\s+(?:pedir|preguntar|solicitar|confirmaci|confirmar|permiso|aprobaci)',
      ),
    ],
  ],
  negatedBefore: /\b(?:no|nunca|jamás|evita|evite|sin|prohibido)\s+(?:[\p{L}]+\s+){0,2}$/iu,
  quoting:
    /\b(?:p\. ?ej|ejemplo|ataque|atacante|inyecci[oó]n|malicios\w+|detect\w+|rechaz\w+|sospechos\w+|intent\w+|si (?:un|una|el|la|alguien)|prueba\w*|frases?)(?![\p{L}])/iu,
};
