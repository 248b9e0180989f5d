import { protocol, type StatusParams } from '../protocol.js';
import type { Feature, Server } from '../server.js';

/** Milliseconds after a change at which the client's status item is brought up to date. */
const STATUS_DELAY = 300;

/** Tells the client how many findings there are. */
export function registerStatus({ connection, sessions }: Server): Feature {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const report = async (): Promise<void> => {
    const all = sessions.all;
    await Promise.all(all.map((session) => session.settled()));
    const params: StatusParams = {
      state: 'ready',
      findings: all.reduce((sum, session) => sum + session.analysis().findings.length, 0),
      files: all.reduce((sum, session) => sum + session.fileCount, 0),
      elapsed: Math.round(all.reduce((sum, session) => sum + session.elapsed, 0)),
    };
    void connection.sendNotification(protocol.status, params);
  };
  return {
    changed: () => {
      clearTimeout(timer);
      timer = setTimeout(() => void report(), STATUS_DELAY);
    },
  };
}
