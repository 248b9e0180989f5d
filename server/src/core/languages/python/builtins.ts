/** Names of the `builtins` module (https://docs.python.org/3/library/functions.html), without exceptions. */
const functions = new Set(
  `abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex copyright credits
  delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr globals hasattr hash help hex id input
  int isinstance issubclass iter len license list locals map max memoryview min next object oct open ord pow print property quit
  range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
  Ellipsis NotImplemented BaseException BaseExceptionGroup ExceptionGroup Exception GeneratorExit KeyboardInterrupt StopAsyncIteration
  StopIteration SystemExit`.split(/\s+/),
);

/** True for names that exist in every module, so that no star import is needed to explain them. */
export const isBuiltin = (name: string): boolean =>
  functions.has(name) || /^(?:__\w+__|[A-Z]\w*(?:Error|Warning))$/.test(name);
