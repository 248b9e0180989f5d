/**
 * Shell text with the bodies of here-documents blanked, offsets kept: what `cat <<EOF` prints is no command. Bodies that a shell reads
 * (`bash <<EOF`) stay.
 */
export function withoutHereDocuments(text: string): string {
  if (!text.includes('<<')) return text;
  const out: string[] = [];
  let end: { readonly word: string; readonly keep: boolean } | undefined;
  for (const line of text.split('\n')) {
    if (end !== undefined) {
      if (line.trim() === end.word) end = undefined;
      out.push(end?.keep === true ? line : ' '.repeat(line.length));
      continue;
    }
    out.push(line);
    const start = /<<-?[ \t]*(["']?)([A-Za-z_]\w*)\1/.exec(line);
    if (start !== null && !/<<</.test(line)) {
      const keep = /\b(?:ba|z|da|k)?sh\b|\bssh\b|\bsu\b/.test(line.slice(0, start.index));
      end = { word: start[2] ?? '', keep };
    }
  }
  return out.join('\n');
}
