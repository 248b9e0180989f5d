import { at, scalarText } from '../../config/path.js';
import type { ConfigFile } from '../product.js';

/** Work on texts that anybody can write. */
const strangersText =
  /\b(?:triage|respond to|process|handle|read|review|summari[sz]e|answer|monitor|scrape|crawl)\w*\b[^.\n]{0,60}\b(?:issues?|pull requests?|e-?mails?|inbox|tickets?|comments?|web ?pages?|websites?|tweets?|rss feeds?|reddit|forum posts?)\b/i;

/** True when an agent's description or instructions say that it works on texts of strangers. */
export function bringsStrangers(file: ConfigFile): boolean {
  const body = file.document.body;
  const instructions =
    body === undefined ? '' : file.text.slice(body.start, Math.min(body.end, body.start + 20_000));
  const description = scalarText(at(file.root, 'description')) ?? '';
  return strangersText.test(description) || strangersText.test(instructions);
}
