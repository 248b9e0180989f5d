import { chmod, mkdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Encoding, encode } from '../workspace/decode.js';
import { within } from '../workspace/node-file-system.js';

/**
 * Writes files below one root and never loses text: a file that differs from what was read is left alone, and a new text takes the place of
 * the old one in one step. Problems come back as one clear line.
 */
export class FileWriter {
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** Why `path` must not be written; `known` is the text it is expected to hold, `undefined` for a new file. */
  async check(path: string, known: string | undefined, encoding: Encoding): Promise<string | undefined> {
    const target = await this.#target(path);
    if (target === undefined) return `${path}: lies outside of the root, left as it is`;
    const bytes = await readFile(target).catch(() => undefined);
    if (known === undefined)
      return bytes === undefined ? undefined : `${path}: exists already, left as it is`;
    return bytes?.equals(encode(known, encoding))
      ? undefined
      : `${path}: has changed since it was read, left as it is`;
  }

  /** Keeps the file's mode; folders are made as needed. */
  async write(path: string, text: string, encoding: Encoding): Promise<string | undefined> {
    const target = await this.#target(path);
    if (target === undefined) return `${path}: lies outside of the root, left as it is`;
    const temporary = join(dirname(target), `.${basename(target)}.sallyport-${process.pid}`);
    try {
      await mkdir(dirname(target), { recursive: true });
      const mode = await stat(target).then(
        (found) => found.mode & 0o7777,
        () => undefined,
      );
      await writeFile(temporary, encode(text, encoding), { flag: 'wx' });
      if (mode !== undefined) await chmod(temporary, mode);
      await rename(temporary, target);
      return undefined;
    } catch {
      await rm(temporary, { force: true }).catch(() => undefined);
      return `${path}: cannot be written, left as it is`;
    }
  }

  /** Where `path` really is, links followed; `undefined` outside of the root. */
  async #target(path: string): Promise<string | undefined> {
    const root = await realpath(this.#root);
    const given = join(root, path);
    if (within(root, given) === undefined) return undefined;
    const real = await realpath(given).catch(async () => {
      let folder = dirname(given);
      for (;;) {
        const found = await realpath(folder).catch(() => undefined);
        if (found !== undefined) return join(found, given.slice(folder.length));
        if (dirname(folder) === folder) return given;
        folder = dirname(folder);
      }
    });
    return within(root, real) === undefined ? undefined : real;
  }
}
