import type { SdkModel } from '../model.js';

const doubles =
  'mock.{Mock,MagicMock,AsyncMock,NonCallableMock,PropertyMock,create_autospec,patch,patch.object}()';

/** Stand-ins for real objects: calling them asks no model and runs nothing. */
export default {
  id: 'test-doubles',
  language: 'python',
  packages: ['unittest', 'mock'],
  origin: 'docs.python.org/3/library/unittest.mock.html',
  transfers: [{ path: `{unittest:${doubles}.**,mock:${doubles.slice('mock.'.length)}.**}`, passes: 'none' }],
} satisfies SdkModel;
