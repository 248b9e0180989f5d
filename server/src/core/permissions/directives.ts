import type { Confidence } from '../finding.js';
import { range, type TextRange } from '../text/range.js';

/** A sentence that turns an agent against the person it works for. */
export interface Directive {
  readonly kind: 'conceal' | 'override' | 'send' | 'read-secrets' | 'unattended';
  readonly range: TextRange;
  readonly confidence: Confidence;
  /** Completes "These instructions ": "tell the agent to hide things from the user". */
  readonly does: string;
}

interface Pattern {
  readonly kind: Directive['kind'];
  readonly match: RegExp;
  readonly does: string;
}

const secret = String.raw`(?:api[ _-]?keys?|access tokens?|credentials?|passwords?|secrets?|private keys?|ssh keys?|environment variables|\.env\b|~\/\.(?:ssh|aws|config)|id_rsa|session cookies?)`;
const conversation = `(?:(?:the |this )?(?:entire |full |whole )?(?:conversation|chat history|system prompt|source code|file contents?|contents? of))`;

const patterns: readonly Pattern[] = [
  {
    kind: 'conceal',
    match:
      /\b(?:do not|don't|never|must not|without)\s+(?:ever\s+)?(?:tell(?:ing)?|inform(?:ing)?|notify(?:ing)?|alert(?:ing)?|mention(?:ing)?|disclos(?:e|ing)|reveal(?:ing)?)\s+(?:this|these|that|it|any of this|about this|anything|what you)?\s*(?:to\s+)?(?:the\s+)?(?:users?|developers?|humans?|operators?|anyone|anybody)\b(?:\s+(?:about|of)\s+(?:this|these|that|it|what|any of|your|the (?:above|following))\b|\s+(?:that|what) you\b|\s*[.!;\n]|$)/gi,
    does: 'tell the agent to hide something from the user',
  },
  {
    kind: 'conceal',
    match:
      /\b(?:hide|conceal|keep)\s+(?:this|these|that|it|all of this|the following)(?:\s+\w+){0,4}\s+(?:from|secret from|hidden from)\s+(?:the\s+)?(?:users?|developers?|humans?|reviewers?)\b/gi,
    does: 'tell the agent to hide something from the user',
  },
  {
    kind: 'override',
    match:
      /\b(?:ignore|disregard|forget|override|bypass)\s+(?:all\s+|any\s+|every\s+)?(?:of\s+)?(?:the\s+|your\s+|my\s+)?(?:previous|prior|above|earlier|preceding|existing|system|safety|security|original)\s+(?:(?:and|or|system|safety|security)\s+)?(?:instructions?|prompts?|rules?|guidelines?|directives?|restrictions?|policies|messages)\b/gi,
    does: 'tell the agent to drop the instructions it was given',
  },
  {
    kind: 'send',
    match: new RegExp(
      String.raw`\b(?:send|post|upload|forward|transmit|exfiltrate|leak|append|include|pass)\b[^.\n]{0,80}(?:${secret}|${conversation})[^.\n]{0,120}(?:https?:\/\/|\bto\s+(?:the\s+)?(?:following|external|remote|attacker)\b|\bas\s+(?:a\s+)?(?:query|url)\s+param)`,
      'gi',
    ),
    does: 'tell the agent to send private data away',
  },
  {
    kind: 'read-secrets',
    match: new RegExp(
      String.raw`\b(?:before|prior to|in order to|first|always)\b[^.\n]{0,80}\b(?:read|open|cat|load|fetch|collect|gather|extract)\b[^.\n]{0,60}${secret}`,
      'gi',
    ),
    does: 'tell the agent to collect credentials',
  },
  {
    kind: 'unattended',
    match:
      /\b(?:run|execute|allow|approve)\s+(?:any|all|every)\s+(?:shell\s+|bash\s+|terminal\s+)?(?:commands?|tools?|actions?)\b[^.\n]{0,40}\bwithout\s+(?:ever\s+)?(?:asking|confirmation|approval|permission|prompting|confirming)\b/gi,
    does: 'tell the agent to run anything without asking',
  },
];

/** Words around a sentence that quote it: documentation of attacks is no attack. */
const quoting =
  /\b(?:e\.g\.|example|such as|attack|attacker|inject(?:ion|ed)?|malicious|adversar\w+|jailbreak|detect\w*|flag|reject|refuse|untrusted|pattern|phrases?|attempt\w*|never (?:follow|obey)|do not (?:follow|obey)|treat .{0,30} as data|red flags?|suspicious|scan(?:s|ning)?(?: for)?|prevent|guard|sanitiz\w*|test(?:s|ing)?)\b/i;

/** Directives in a text; those that stand in quotes, code or a warning about them are left out. */
export function directivesIn(text: string, start = 0, end = text.length): readonly Directive[] {
  const found: Directive[] = [];
  for (const { kind, match, does } of patterns) {
    for (const hit of text.slice(start, end).matchAll(match)) {
      const at = start + hit.index;
      if (isQuoted(text, at, at + hit[0].length)) continue;
      found.push({
        kind,
        range: range(at, at + hit[0].trimEnd().length),
        does,
        confidence: kind === 'send' || kind === 'conceal' ? 'high' : 'medium',
      });
    }
  }
  return found;
}

function isQuoted(text: string, start: number, end: number): boolean {
  const head = text.slice(Math.max(0, start - 700), start);
  const tail = text.slice(end, end + 400);
  const lineStart = head.lastIndexOf('\n') + 1;
  const lineEnd = tail.indexOf('\n');
  const before = head.slice(Math.max(lineStart, head.length - 400));
  // An address is no word: "example.net" does not make a sentence an example.
  const line = withoutUrls(
    before + text.slice(start, end) + tail.slice(0, lineEnd < 0 ? undefined : lineEnd),
  );
  const opened = (before.match(/["“”`«]/g) ?? []).length % 2 === 1 || /["“`'«*|]\s*$/.test(before);
  const above = head.slice(Math.max(0, lineStart - 300), lineStart);
  const introduced = /:\s*$/.test(above.trimEnd()) && quoting.test(above);
  return opened || quoting.test(line) || /^\s*\|/.test(line) || introduced;
}

const withoutUrls = (text: string): string => text.replace(/https?:\/\/\S+/g, '');
