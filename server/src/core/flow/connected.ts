/** Groups of files that hang together by imports, whichever way these go. Keeps the order of the files within groups, and of the groups by their first. */
export function connected(
  paths: readonly string[],
  imports: ReadonlyMap<string, readonly string[]>,
): readonly (readonly string[])[] {
  const among = new Set(paths);
  const above = new Map<string, string>();
  const headOf = (path: string): string => {
    let head = path;
    for (let next = above.get(head); next !== undefined; next = above.get(head)) head = next;
    // What was gone through hangs under the head directly from now on.
    for (let one = path; one !== head; ) {
      const next = above.get(one) ?? head;
      above.set(one, head);
      one = next;
    }
    return head;
  };
  for (const path of paths) {
    for (const target of imports.get(path) ?? []) {
      if (!among.has(target)) continue;
      const [a, b] = [headOf(path), headOf(target)];
      if (a !== b) above.set(b, a);
    }
  }
  const groups = new Map<string, string[]>();
  for (const path of paths) {
    const head = headOf(path);
    const group = groups.get(head);
    if (group === undefined) groups.set(head, [path]);
    else group.push(path);
  }
  return [...groups.values()];
}
