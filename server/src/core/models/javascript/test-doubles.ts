import type { SdkModel } from '../model.js';

/** Stand-ins for real functions and objects: calling them asks no model and runs nothing. */
export default {
  id: 'test-doubles',
  language: 'javascript',
  packages: ['vitest', '@jest/globals', 'sinon', 'global'],
  origin: 'vitest.dev/api/vi, jestjs.io/docs/jest-object, sinonjs.org, nodejs.org/api/test.html',
  transfers: [
    {
      path: '{vitest:vi,vitest:vitest,@jest/globals:jest,global:jest,global:vi}.{fn,mocked,spyOn}().**',
      passes: 'none',
    },
    { path: 'sinon:**.{stub,fake,mock,spy,createStubInstance}().**', passes: 'none' },
  ],
} satisfies SdkModel;
