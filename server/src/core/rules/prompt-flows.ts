import type { Flow } from '../surface/flow.js';

/** The text was fenced as data or checked for injection on its way: no proof of safety, but the known remedy is in place. */
export const isMarkedAsData = ({ guards }: Flow): boolean =>
  guards.includes('delimiting') || guards.includes('injection-check') || guards.includes('allowlist');
