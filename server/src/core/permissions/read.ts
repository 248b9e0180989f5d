import type { ConfigDocument, ConfigFormat } from '../config/config-node.js';
import { readConfig } from '../config/read.js';
import type { AgentConfig } from './agent-config.js';
import { agentConfigKind, type RecognisedFile } from './kinds.js';
import type { ConfigFile } from './product.js';
import type { Risk } from './risk.js';

/** Reads an agent config file, once for each product that reads it. Empty for other files. Pure and total. */
export function readAgentConfigs(path: string, text: string): readonly AgentConfig[] {
  const documents = new Map<ConfigFormat, ConfigDocument>();
  return agentConfigKind(path).flatMap((recognised) => {
    const { format, holds, mentions } = recognised.file;
    if (mentions?.test(text) === false) return [];
    const document = documents.get(format) ?? readConfig(format, text);
    documents.set(format, document);
    if (holds !== undefined && !holds(document.root, text)) return [];
    return [readAs(recognised, path, text, document)];
  });
}

function readAs(
  recognised: RecognisedFile,
  path: string,
  text: string,
  document: ConfigDocument,
): AgentConfig {
  const { product, file: kind, scope, project } = recognised;
  const bare: ConfigFile = {
    path,
    text,
    product: product.id,
    kind: kind.kind,
    scope,
    document,
    root: document.root,
    grants: [],
    servers: [],
  };
  const grants = kind.grants?.(bare) ?? [];
  const file: ConfigFile = { ...bare, grants, servers: kind.servers?.(bare) ?? [] };
  const risks = distinct(kind.checks.flatMap((check) => [...check.run(file)]));
  return {
    path,
    product: product.id,
    kind: kind.kind,
    scope,
    project,
    document,
    grants,
    servers: file.servers,
    risks,
  };
}

/** In the order of the text; a YAML anchor that is used twice is reported once. */
function distinct(risks: readonly Risk[]): readonly Risk[] {
  const seen = new Set<string>();
  return risks
    .filter((risk) => {
      const key = `${risk.variant.id} ${risk.range.start} ${risk.range.end}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
