import { pathToFileURL } from 'node:url';
import { main } from '../cli/main.js';
import { version } from '../version.js';

// A reader that closes the pipe early (`| head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

const plain = (process.env.NO_COLOR ?? '') !== '' || process.env.TERM === 'dumb';

void main(process.argv.slice(2), {
  cwd: process.cwd(),
  home: new URL('.', pathToFileURL(__filename)),
  version,
  color: process.stdout.isTTY === true && !plain,
  interactive: process.stderr.isTTY === true && process.env.CI === undefined,
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
}).then((code) => {
  process.exitCode = code;
});
