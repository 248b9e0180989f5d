import { githubReport } from './github.js';
import { gitlabReport } from './gitlab.js';
import { htmlReport } from './html.js';
import { jsonReport } from './json.js';
import { junitReport } from './junit.js';
import { markdownReport } from './markdown.js';
import type { Report } from './report.js';
import { sarifReport } from './sarif.js';
import { textReport } from './text.js';

/** Every report format by the name it has on the command line. */
export const formats = {
  text: (report: Report) => textReport(report),
  json: jsonReport,
  sarif: sarifReport,
  github: githubReport,
  gitlab: gitlabReport,
  junit: junitReport,
  markdown: markdownReport,
  html: htmlReport,
} as const satisfies Record<string, (report: Report) => string>;

export type Format = keyof typeof formats;
export const formatNames = Object.keys(formats) as readonly Format[];
