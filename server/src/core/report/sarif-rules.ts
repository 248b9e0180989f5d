import type { ReportingDescriptor } from 'sarif';
import type { Severity } from '../finding.js';
import type { Rule, Taxonomy } from '../rules/rule.js';
import { withoutMarkdown } from './plain-text.js';
import type { Report } from './report.js';
import { sarifLevel } from './sarif.js';

/** What code scanning services sort by: 7.0-8.9 is shown as high, 4.0-6.9 as medium, below as low. */
const securitySeverity: Readonly<Record<Severity, string>> = {
  error: '8.5',
  warning: '5.5',
  info: '3.0',
  hint: '0.0',
};

const precision = { high: 'high', medium: 'medium', low: 'low' } as const;

/** The rule table of a SARIF log: every rule, so that a service also learns which ones found nothing. */
export function ruleTable(report: Report) {
  const rules = [...report.rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    descriptors: rules.map(descriptor),
    indexOf: new Map(rules.map((rule, index) => [rule.id, index])),
  };
}

function descriptor(rule: Rule): ReportingDescriptor {
  const markdown = `${rule.summary}\n\n${rule.why}\n\n**What to do:** ${rule.remedy}`;
  return {
    id: rule.id,
    name: pascalCase(rule.id),
    shortDescription: { text: rule.summary },
    fullDescription: { text: withoutMarkdown(rule.why) },
    help: { text: withoutMarkdown(markdown), markdown },
    defaultConfiguration: { level: sarifLevel(rule.severity), enabled: rule.persona === 'regular' },
    properties: {
      tags: tagsOf(rule),
      precision: precision[rule.confidence],
      'security-severity': securitySeverity[rule.severity],
      persona: rule.persona,
      since: rule.since,
    },
  };
}

const pascalCase = (id: string): string =>
  id.replace(/(?:^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, first: string) => first.toUpperCase());

/** Ids of public lists with the year of the list, sorted as given: "OWASP-LLM05:2025", "external/cwe/cwe-78". */
export function taxonomyTags(taxonomy: Taxonomy): string[] {
  return [
    ...(taxonomy.owaspLlm2025 ?? []).map((id) => `OWASP-${id}:2025`),
    ...(taxonomy.owaspLlm2026 ?? []).map((id) => `OWASP-${id}:2026`),
    ...(taxonomy.owaspAgentic ?? []).map((id) => `OWASP-${id}`),
    ...(taxonomy.cwe ?? []).map((id) => `external/cwe/cwe-${id}`),
    ...(taxonomy.atlas ?? []).map((id) => `ATLAS-${id}`),
  ];
}

const tagsOf = (rule: Rule): string[] => ['security', 'llm', rule.family, ...taxonomyTags(rule.taxonomy)];
