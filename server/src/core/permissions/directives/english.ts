import type { Language } from './language.js';

const secret = String.raw`(?:api[ _-]?keys?|access tokens?|credentials?|passwords?|secrets?|private keys?|ssh keys?|environment variables|\.env\b|~\/\.(?:ssh|aws|config|cursor|claude|codex|kube|gnupg|docker|npmrc|netrc)|id_rsa|session cookies?)`;
const conversation = `(?:(?:the |this )?(?:entire |full |whole )?(?:conversation|chat history|system prompt|source code|file contents?|contents? of))`;

export const english: Language = {
  name: 'English',
  cue: /[a-z]{3}/i,
  patterns: [
    [
      'conceal',
      /\b(?:do not|don't|never|must not|without)\s+(?:ever\s+)?(?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|mention(?:ing)?|disclos(?:e|ing)|reveal(?:ing)?)\s+(?:this|these|that|it|any of this|about this|anything|what you)?\s*(?:to\s+)?(?:the\s+)?(?:users?|developers?|humans?|operators?|anyone|anybody)\b(?:\s+(?:about|of)\s+(?:this|these|that|it|what|any of|your|the (?:above|following))\b|\s+(?:that|what) you\b|\s+you\s+(?:did|ran|read|sent|used|called|executed|have|were|will|'ve)\b|\s*[.!;\n]|$)/gi,
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
        String.raw`\b(?:before|prior to|in order to|first|always)\b[^.\n]{0,80}\b(?:read|open|cat|load|fetch|collect|gather|extract)\b[^.\n]{0,60}${secret}\b(?!\s+(?:from|via|with|using|through)\b)`,
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
  rarer: {
    cue: /without (?:the )?user|users? (?:must|should|may|can|does|do)(?:n't| ?not| never)|(?:hidden|secret|concealed) from|(?:everything|anything|all) (?:above|before|you)|forget your|ignore your|disregard your|what the user|the user's|for (?:confirmation|permission|approval)|(?:skip|bypass|disable|circumvent|turn off) |(?:contents?|value) of|encode |bcc|recipient|backdoor|script tag|eval\(|atob\(/i,
    patterns: [
      [
        'conceal',
        /\b(?:without|so(?: that)?)\s+(?:the\s+)?users?\s+(?:noticing|knowing|realizing|seeing (?:it|this)|being (?:told|aware|informed|notified)|(?:does|do)(?:n't| not)\s+(?:notice|know|realize|see (?:it|this)))\b/gi,
      ],
      [
        'conceal',
        /\busers?\s+(?:(?:must|should|may|can)(?:n't|\s*not|\s+never)|does(?:n't| not))\s+(?:know|find out|notice|learn|see|be (?:told|aware|informed))\s+(?:about\s+|of\s+)?(?:this|these|it)\b/gi,
      ],
      [
        'conceal',
        /\b(?:this|these|it)\s+(?:must|should|has to|have to)\s+(?:always\s+)?(?:stay|remain|be(?: kept)?)\s+(?:hidden|secret|concealed)\s+from\s+(?:the\s+)?(?:users?|developers?|humans?)\b/gi,
      ],
      [
        'override',
        /\b(?:ignore|disregard|forget)\s+(?:everything|anything|all)\s+(?:above|before this|(?:that\s+)?you\s+(?:were|have been|'ve been)\s+(?:told|taught|instructed|given))\b(?!\s+(?:the|line|this|that)\b)/gi,
      ],
      [
        'override',
        /\b(?:ignore|disregard|forget|discard)\s+(?:all\s+)?(?:of\s+)?your\s+(?:instructions?|training|guidelines|rules|programming|directives)\b/gi,
      ],
      [
        'override',
        /\b(?:ignore|disregard|(?:do not|don't|must not|never) follow)\s+(?:what\s+the\s+user\s+(?:says?|asks?|wants?)|the\s+user's\s+(?:previous\s+|prior\s+|original\s+|own\s+)?(?:instructions?|requests?|wishes|commands?))\b(?!\s+(?:blindly|literally|that|if|when|found|in)\b)/gi,
      ],
      [
        'unattended',
        /\b(?:run|execute|call|use)\s+(?:\w+\s+){0,3}(?:commands?|tools?)\s+without\s+(?:the\s+)?user(?:'s)?\s+(?:permission|consent|approval|confirmation|knowledge)\b/gi,
      ],
      [
        'unattended',
        /\b(?:never|do not|don't)\s+(?:ever\s+)?ask\s+(?:the\s+user\s+)?for\s+(?:confirmation|permission|approval)\s+before\s+(?:running|executing|using|calling|making|deleting)\s+(?:any\s+)?(?:(?:shell|destructive|dangerous)\s+)?(?:commands?|tools?|changes|files?|actions?)\b/gi,
      ],
      [
        'unattended',
        /\bskip\s+(?:all|any|every)\s+(?:confirmation|approval|permission|safety)\s+(?:prompts?|checks?|steps?|requests?|dialogs?)\b/gi,
      ],
      [
        'unattended',
        /(?:\byou\s+(?:may|can|should|must|have permission to|are (?:allowed|authorized|permitted) to)\s+|^[-*\d.)\s]{0,8})(?:bypass|disable|turn off|circumvent)\s+(?:all\s+|any\s+|the\s+|your\s+)?(?:sandbox(?:ing)?\b|approval prompts?|permission (?:checks?|prompts?)|security (?:checks?|controls?|restrictions?)|safety (?:checks?|filters?)|guardrails?)/gim,
      ],
      [
        'send',
        new RegExp(
          String.raw`\b(?:include|pass|put|append|add|insert|attach)\b[^\n]{0,60}(?:contents?|value) of\s+[^\n]{0,30}(?:${secret}|mcp\.json|[A-Z][A-Z0-9_]{2,40}(?:KEY|TOKEN|SECRET|PASSWORD)\b)[^\n]{0,60}\b(?:in|as|to|into)\s+(?:the\s+)?(?:[\`'"]?\w+[\`'"]?\s+)?(?:parameters?|arguments?|field|sidenote|query|request|url|headers?|notes?)\b`,
          'gi',
        ),
      ],
      [
        'send',
        new RegExp(
          String.raw`\bencode\b[^\n]{0,60}${secret}[^\n]{0,80}\b(?:add|append|send|include|pass|put|attach)\b`,
          'gi',
        ),
      ],
      [
        'send',
        /\b(?:also|always|secretly|silently)\s+(?:bcc|cc|forward|copy)\b[^.\n]{0,60}[\w.+-]{1,60}@[\w-]{1,60}\.|\b(?:change|replace|set|redirect)\b[^.\n]{0,40}\brecipients?\b[^.\n]{0,40}\bto\s+[\w.+-]{1,60}@[\w-]{1,60}\./gi,
      ],
      [
        'backdoor',
        /\b(?:add|insert|inject|include|append|place|embed)\b[^.\n]{0,60}(?:backdoor|<script|script tag|eval\(|atob\(|reverse shell|keylogger|web ?shell)[^\n]{0,120}\b(?:every|all|each|any)\b[^.\n]{0,40}\b(?:files?|pages?|functions?|projects?|commits?)\b/gi,
      ],
      [
        'backdoor',
        /\b(?:whenever|every time|each time)\b[^.\n]{0,60}\b(?:generate|write|create|edit|commit)\w*\b[^\n]{0,80}(?:eval\(|atob\(|backdoor|<script)/gi,
      ],
    ],
  },
  negatedBefore: /\b(?:never|not|don't|won't|avoid|refuse to|cannot|can't)\s+(?:\w+\s+){0,2}$/i,
  quoting:
    /\b(?:e\.g\.|example|such as|attack|attacker|inject(?:ion|ed)?|malicious|adversar\w+|jailbreak|detect\w*|flag|reject|refuse|untrusted|pattern|phrases?|attempt\w*|never (?:follow|obey)|do not (?:follow|obey)|treat .{0,30} as data|red flags?|suspicious|scan(?:s|ning)?(?: for)?|prevent|guard|sanitiz\w*|test (?:case|payload|prompt|string|input)s?)\b/i,
};
