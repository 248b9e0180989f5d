import { Parser } from 'web-tree-sitter';
import { type RawCursor, rawCursorOf } from './raw-cursor.js';

type Receive = (instance: WebAssembly.Instance, module: WebAssembly.Module) => void;

/** web-tree-sitter keeps one runtime per process and initialises it once, so this is kept for the process, too. */
let started: Promise<RawCursor> | undefined;

/** Starts the tree-sitter runtime if it is not running yet, and gives access to its cursor functions. Rejects when its bytes are broken. */
export function startRuntime(bytes: () => Promise<Uint8Array>): Promise<RawCursor> {
  started ??= start(bytes).catch((error: unknown) => {
    started = undefined;
    throw error;
  });
  return started;
}

async function start(bytes: () => Promise<Uint8Array>): Promise<RawCursor> {
  const module = await WebAssembly.compile((await bytes()) as Uint8Array<ArrayBuffer>);
  let instance: WebAssembly.Instance | undefined;
  const instantiate = async (imports: WebAssembly.Imports, receive: Receive): Promise<void> => {
    instance = await WebAssembly.instantiate(module, imports);
    receive(instance, module);
  };
  await Parser.init({
    // Emscripten's hook for those who want to hold the instance themselves. Its published type knows one parameter less.
    instantiateWasm: (
      imports: WebAssembly.Imports,
      receive: (instance: WebAssembly.Instance) => void,
    ): object => {
      void instantiate(imports, receive as Receive);
      return {};
    },
  });
  if (instance === undefined) throw new Error('the parser runtime did not start');
  return rawCursorOf(instance);
}
