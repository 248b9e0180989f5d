import type { Language } from './language.js';

const secret = String.raw`(?:api[ _-]?keys?|access tokens?|credentials?|passwords?|secrets?|private keys?|ssh keys?|environment variables|\.env\b|~\/\.(?:ssh|aws|config)|id_rsa|session cookies?)`;
const conversation = `(?:(?:the |this )?(?:entire |full |whole )?(?:conversation|chat history|system prompt|source code|file contents?|contents? of))`;

export const english: Language = {
  name: 'English',
  cue: /[a-z]{3}/i,
  patterns: [
    [
      'conceal',
      /\b(?:do not|don't|never|must not|without)\s+(?:ever\s+)?(?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|mention(?:ing)?|disclos(?:e|ing)|reveal(?:ing)?)\s+(?:this|these|that|it|any of this|about this|anything|what you)?\s*(?:to\s+)?(?:the\s+)?(?:users?|developers?|humans?|operators?|anyone|anybody)\b(?:\s+(?:about|of)\s+(?:this|these|that|it|what|any of|your|the (?:above|following))\b|\s+(?:that|what) you\b|\s*[.!;\n]|$)/gi,
    ],
    [
      'conceal',
      /\b(?:hide|conceal|keep)\s+(?:this|these|that|it|all of this|the following)(?:\s+\w+){0,4}\s+(?:from|secret from|hidden from)\s+(?:the\s+)?(?:users?|developers?|humans?|reviewers?)\b/gi,
    ],
    [
      'override',
      /\b(?:ignore|disregard|forget|override|bypass)\s+(?:all\s+|any\s+|every\s+)?(?:of\s+)?(?:the\s+|your\s+|my\s+)?(?:previous|prior|above|earlier|preceding|existing|system|safety|security|original)\s+(?:(?:and|or|system|safety|security)\s+)?(?:instructions?|prompts?|rules?|guidelines?|directives?|restrictions?|policies|messages)\b/gi,
    ],
    [
      'send',
      new RegExp(
        String.raw`\b(?:send|post|upload|forward|transmit|exfiltrate|leak|append|include|pass)\b[^.\n]{0,80}(?:${secret}|${conversation})[^.\n]{0,120}(?:https?:\/\/|\bto\s+(?:the\s+)?(?:following|external|remote|attacker)\b|\bas\s+(?:a\s+)?(?:query|url)\s+param)`,
        'gi',
      ),
    ],
    [
      'read-secrets',
      new RegExp(
        String.raw`\b(?:before|prior to|in order to|first|always)\b[^.\n]{0,80}\b(?:read|open|cat|load|fetch|collect|gather|extract)\b[^.\n]{0,60}${secret}`,
        'gi',
      ),
    ],
    [
      'unattended',
      /\b(?:run|execute|allow|approve)\s+(?:any|all|every)\s+(?:shell\s+|bash\s+|terminal\s+)?(?:commands?|tools?|actions?)\b[^.\n]{0,40}\bwithout\s+(?:ever\s+)?(?:asking|confirmation|approval|permission|prompting|confirming)\b/gi,
    ],
    [
      'decode',
      /\b(?:decode|decrypt|deobfuscate|base64[- ]decode|unscramble)\b[^.\n]{0,80}(?:\b(?:and|then)\b)[^.\n]{0,30}\b(?:follow|execute|obey|run|carry out|do what)\b[^.\n]{0,20}\b(?:it|its|them|the (?:result|output|instructions?|commands?|text|hidden|decoded))\b/gi,
    ],
  ],
  negatedBefore: /\b(?:never|not|don't|won't|avoid|refuse to|cannot|can't)\s+(?:\w+\s+){0,2}$/i,
  quoting:
    /\b(?:e\.g\.|example|such as|attack|attacker|inject(?:ion|ed)?|malicious|adversar\w+|jailbreak|detect\w*|flag|reject|refuse|untrusted|pattern|phrases?|attempt\w*|never (?:follow|obey)|do not (?:follow|obey)|treat .{0,30} as data|red flags?|suspicious|scan(?:s|ning)?(?: for)?|prevent|guard|sanitiz\w*|test (?:case|payload|prompt|string|input)s?)\b/i,
};
