import { beforeAll } from 'vitest';
import { lowerJava } from '../../../server/src/core/languages/java/lower.js';
import type { TreeSitterHost } from '../../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../../support/host.js';
import { checkIrPages } from '../../support/ir-page.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

checkIrPages(new URL('./', import.meta.url), (code) =>
  lowerJava(host.parse('java', code, 'page')!, code, 'page'),
);
