import { expect, test } from 'vitest';
import { htmlReport } from '../../server/src/core/report/html.js';
import { findingAt } from '../support/finding.js';
import { projectOf } from '../support/project.js';
import { reportOf } from '../support/report.js';

const files = { 'a<b>.py': '<script>alert(1)</script> HERE\n' };
const finding = findingAt(projectOf(files), 'a<b>.py', 'HERE', { message: '"><script>alert(2)</script>' });
const html = htmlReport(reportOf(files, { findings: [finding] }));

test('The page is self-contained: no scripts, no requests', () => {
  expect(html).not.toMatch(/<script|<link|<img|<iframe|src=|href="(?!#)|@import|url\(/i);
  expect(html).toContain("default-src 'none'");
});

test('The page has a language, a title, landmarks and headings in order', () => {
  expect(html).toMatch(/<html lang="en">/);
  for (const landmark of ['<header>', '<main>', '<nav aria-label="Files">']) expect(html).toContain(landmark);
  const levels = [...html.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]));
  expect(levels[0]).toBe(1);
  for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
});

test('Severity is a word, not a color alone', () => {
  expect(html).toContain('<span class="severity">error</span>');
});

test('Every tag is closed', () => {
  const open: string[] = [];
  for (const [, slash, tag = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)[^>]*>/g)) {
    if (tag === 'meta') continue;
    if (slash === '/') expect(open.pop()).toBe(tag);
    else open.push(tag);
  }
  expect(open).toEqual([]);
});

test('Links lead to places of the page', () => {
  for (const [, id] of html.matchAll(/(?:href="#|aria-labelledby=")([^"]+)"/g))
    expect(html).toContain(`id="${id}"`);
});
