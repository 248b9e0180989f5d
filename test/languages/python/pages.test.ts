import { beforeAll } from 'vitest';
import { lowerPython } from '../../../server/src/core/languages/python/lower.js';
import type { TreeSitterHost } from '../../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../../support/host.js';
import { checkIrPages } from '../../support/ir-page.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

checkIrPages(new URL('./', import.meta.url), (code) =>
  lowerPython(host.parse('python', code, 'page.py')!, code, 'page.py'),
);
