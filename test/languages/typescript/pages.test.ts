import { beforeAll } from 'vitest';
import { lowerTypeScript } from '../../../server/src/core/languages/typescript/lower.js';
import type { LanguageId } from '../../../server/src/core/syntax-tree.js';
import type { TreeSitterHost } from '../../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../../support/host.js';
import { checkIrPages } from '../../support/ir-page.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

checkIrPages(new URL('./', import.meta.url), (code, name) => {
  const language = name as LanguageId;
  return lowerTypeScript(host.parse(language, code, 'page')!, code, 'page', language);
});
