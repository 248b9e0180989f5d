/**
 * Paths of core are relative to a root, with `/` between their parts. URIs differ between clients in what they escape, so
 * they are compared decoded.
 */

/** Path of `uri` below `root`, or `undefined` when it lies elsewhere. Both are URIs. */
export function pathBelow(root: string, uri: string): string | undefined {
  const base = `${trimSlash(decode(root))}/`;
  const full = decode(uri);
  return full.startsWith(base) ? full.slice(base.length) : undefined;
}

export const uriOf = (root: string, path: string): string =>
  `${trimSlash(root)}/${path.split('/').map(encodeURIComponent).join('/')}`;

/** The folder that holds a document. */
export const parentOf = (uri: string): string => uri.slice(0, Math.max(uri.lastIndexOf('/'), 0));

export const lastSegment = (uri: string): string => decode(uri.slice(uri.lastIndexOf('/') + 1));

const trimSlash = (text: string): string => (text.endsWith('/') ? text.slice(0, -1) : text);

function decode(uri: string): string {
  try {
    // Drive letters come in both cases: file:///c%3A/x and file:///C:/x are one place.
    return decodeURIComponent(uri).replace(
      /^file:\/\/\/([A-Za-z]):/,
      (_, drive: string) => `file:///${drive.toLowerCase()}:`,
    );
  } catch {
    return uri;
  }
}
