import type { Io } from './io.js';

export interface Progress {
  /** Shows how far a stage is; `total` is left out when that cannot be said. */
  show(stage: string, done?: number, total?: number): void;
  /** Wipes the bar. */
  clear(): void;
}

/** Milliseconds of work before a bar appears, and between two drawings. */
const patience = 300;
const interval = 80;
const width = 24;

/** A bar on standard error for a person who waits; nothing when standard error is not a terminal. */
export function progressBar(io: Io): Progress {
  if (!io.interactive) return { show: () => {}, clear: () => {} };
  const started = performance.now();
  let drawn = 0;
  let stage = '';
  return {
    show(next, done, total) {
      const now = performance.now();
      const changed = next !== stage;
      if (now - started < patience || (!changed && now - drawn < interval && done !== total)) return;
      drawn = now;
      stage = next;
      const share = done === undefined || total === undefined || total === 0 ? 0 : done / total;
      const filled = Math.round(share * width);
      const bar = `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}]`;
      const count = done === undefined || total === undefined ? '' : ` ${done}/${total}`;
      io.err(`\r\u001b[K${bar} ${next}${count}`);
    },
    clear() {
      if (drawn > 0) io.err('\r\u001b[K');
      drawn = 0;
    },
  };
}
