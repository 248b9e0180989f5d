/**
 * Matches a path with `/` between its parts against a glob: `*` any characters of one part, `?` one of them, `**` any number of parts,
 * `{a,b}` alternatives. A glob without `/` matches at any depth; one that names a folder matches everything in it. Takes time in the
 * order of pattern times path, whatever the input.
 */
export function matchesGlob(path: string, glob: string): boolean {
  const parts = path.split('/');
  return alternatives(glob).some((alternative) => matchesParts(parts, patternParts(alternative)));
}

/** Alternatives that one glob may stand for. */
const maxAlternatives = 64;

function patternParts(glob: string): readonly string[] {
  const anchored = glob.replace(/^\.?\/+/, '');
  const folder = anchored.endsWith('/');
  const parts = anchored.split('/').filter((part) => part !== '');
  if (parts.length === 0) return [];
  const rooted = glob.startsWith('/') || glob.startsWith('./') || parts.length > 1;
  return [...(rooted ? [] : ['**']), ...parts, ...(folder ? ['**'] : [])];
}

/** `a{b,c}` as `ab` and `ac`. Braces do not nest; what is not closed is taken as it stands. */
function alternatives(glob: string): readonly string[] {
  let done = [''];
  let at = 0;
  while (at < glob.length) {
    const open = glob.indexOf('{', at);
    const close = open === -1 ? -1 : glob.indexOf('}', open);
    if (close === -1) break;
    const head = glob.slice(at, open);
    const choices = glob.slice(open + 1, close).split(',');
    done = done.flatMap((start) => choices.map((choice) => start + head + choice)).slice(0, maxAlternatives);
    at = close + 1;
  }
  return done.map((start) => start + glob.slice(at));
}

/** `reached[i]`: the pattern parts so far match the first `i` path parts. A pattern that ends early names a folder. */
function matchesParts(path: readonly string[], pattern: readonly string[]): boolean {
  let reached = path.map(() => false);
  reached.unshift(true);
  for (const part of pattern) {
    const next = reached.map(() => false);
    if (part === '**') {
      let open = false;
      for (let i = 0; i < reached.length; i++) {
        open ||= reached[i] === true;
        next[i] = open;
      }
    } else {
      for (let i = 0; i < path.length; i++) {
        if (reached[i] === true && matchesPart(path[i] ?? '', part)) next[i + 1] = true;
      }
    }
    reached = next;
  }
  return pattern.length > 0 && reached.some((yes, i) => yes && i > 0);
}

/** `*` and `?` within one part: on a mismatch the last `*` takes one more character. */
function matchesPart(text: string, pattern: string): boolean {
  let t = 0;
  let p = 0;
  let star = -1;
  let resume = 0;
  while (t < text.length) {
    const c = pattern[p];
    if (c === '*') {
      star = p++;
      resume = t;
    } else if (c !== undefined && (c === '?' || c === text[t])) {
      p++;
      t++;
    } else if (star !== -1) {
      p = star + 1;
      t = ++resume;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}
