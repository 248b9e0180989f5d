import type { ConfigNode } from '../config/config-node.js';
import { readConfig } from '../config/read.js';
import { range, type TextRange } from '../text/range.js';
import type { PromptReading } from './format.js';
import { settingsIn } from './settings.js';

export interface FrontMatter {
  readonly root: ConfigNode | undefined;
  /** The text below; all of it when there is no front matter. */
  readonly body: TextRange;
  /** What a reading says of it. */
  readonly reading: Pick<PromptReading, 'header' | 'settings'>;
}

export function readFrontMatter(text: string): FrontMatter {
  const { root, body = range(0, text.length) } = readConfig('front-matter', text);
  const header = body.start > 0 ? { header: range(0, body.start) } : {};
  return { root, body, reading: { ...header, settings: settingsIn(root) } };
}
