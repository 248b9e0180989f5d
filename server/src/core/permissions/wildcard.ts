/**
 * True when every text that `narrow` matches is matched by `broad` too. In both, `*` stands for any text; a `*` of `narrow` is compared as the
 * character it is, which only `*` of `broad` matches. One pass per piece, no backtracking.
 */
export function covers(broad: string, narrow: string): boolean {
  const [head = '', ...middle] = broad.split(/\*+/);
  const tail = middle.pop();
  if (tail === undefined) return broad === narrow;
  if (narrow.length < head.length + tail.length || !narrow.startsWith(head) || !narrow.endsWith(tail))
    return false;
  let at = head.length;
  for (const part of middle) {
    const found = narrow.indexOf(part, at);
    if (found < 0 || found + part.length > narrow.length - tail.length) return false;
    at = found + part.length;
  }
  return true;
}
