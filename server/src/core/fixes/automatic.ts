import type { Fix } from './fix.js';

/**
 * The fix that may be applied without asking: the preferred safe one, or any safe one; with `withUnsafe` also the preferred one that
 * changes behavior. Choices are left to people.
 */
export function automaticFix(fixes: readonly Fix[], withUnsafe: boolean): Fix | undefined {
  const safe = fixes.filter(({ safety }) => safety === 'safe');
  return (
    safe.find(({ preferred }) => preferred) ??
    safe[0] ??
    (withUnsafe ? fixes.find(({ safety, preferred }) => safety === 'unsafe' && preferred) : undefined)
  );
}
