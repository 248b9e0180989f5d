import { type Language, sentence, universalSecrets } from './language.js';

const secret = `(?:${universalSecrets}|API\\s?키|비밀번호|암호|개인\\s?키|자격\\s?증명|토큰|시크릿|환경\\s?변수|기밀)`;
const person = '(?:사용자|이용자|개발자|사람)';
const gap = (most: number): string => `[^.。!?\\n]{0,${most}}`;

export const korean: Language = {
  name: 'Korean',
  cue: /[가-힣]/u,
  patterns: [
    [
      'conceal',
      sentence(
        `${person}(?:에게|한테|께)(?:는|도)?\\s?(?:이\\s?(?:사실|내용|단계|작업|지시)(?:을|를|은)?|이것(?:을|은)?|이를|절대)?\\s?(?:알리|말하|언급하|밝히|보고하|전하|알려\\s?주)지\\s?(?:마|말|않)`,
      ),
    ],
    [
      'conceal',
      sentence(
        `(?:이|이것|이를|위|다음)${gap(12)}${person}(?:에게서?|로부터|한테)\\s?(?:숨기|숨겨|비밀로|감추|감춰)`,
      ),
    ],
    [
      'override',
      sentence(
        `(?:이전|앞(?:의|선)|위의?|기존|시스템|안전|원래)${gap(8)}(?:지시|지침|명령|규칙|프롬프트|제한|안내)${gap(8)}(?:무시|잊|따르지\\s?마|우회)`,
      ),
    ],
    [
      'send',
      sentence(
        `${secret}${gap(40)}(?:https?:\\/\\/[^\\s]{1,80}|외부|다음\\s?(?:주소|URL)|원격)${gap(12)}(?:전송|보내|업로드|게시|전달|올리|올려)`,
      ),
    ],
    [
      'read-secrets',
      sentence(`(?:전에|먼저|우선|항상|반드시|매번)${gap(40)}${secret}${gap(20)}(?:읽|열|가져|수집|확인하)`),
    ],
    [
      'unattended',
      sentence(
        `(?:모든|어떤|임의의)${gap(10)}(?:명령|도구|작업)${gap(12)}(?:확인|승인|허락|허가|묻지|질문)${gap(3)}(?:없이|않고|받지\\s?않고)${gap(8)}(?:실행|허용|승인)`,
      ),
    ],
    [
      'unattended',
      sentence(
        `(?:확인|승인|허락|허가|묻지|질문)${gap(3)}(?:없이|않고|받지\\s?않고)${gap(8)}(?:모든|어떤|임의의)${gap(10)}(?:명령|도구|작업)${gap(6)}(?:실행|허용|승인)`,
      ),
    ],
  ],
  negatedBefore: /(?!)/u,
  negatedAfter: /^[^.。!?\n]{0,6}(?:지\s?(?:마|말|않|못)|면\s?안|금지|하지)/u,
  quoting:
    /예를\s?들|예시|만약|경우|공격|인젝션|주입|악의|악성|탐지|감지|거부|라는\s?(?:문구|문장|말)|의심|시도|테스트/u,
};
