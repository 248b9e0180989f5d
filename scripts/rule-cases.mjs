// Reads the test pages of rules (test/rules/<family>/<rule>.md). A heading opens a case; its code blocks, whose info strings name
// the files, form a small workspace. Cases below "## Not flagged" must give nothing for the rule.
// A line that must be flagged ends in a comment `flag: rule-id`; where no comment can stand, the line above is a comment
// `flag-next: rule-id`. A severity may follow the id.

export function readCases(markdown) {
  const cases = [];
  let silent = false;
  let block;
  for (const line of markdown.split('\n')) {
    if (block !== undefined) {
      if (line.startsWith(block.fence) && line.trim() === block.fence) block = undefined;
      else block.lines.push(line);
      continue;
    }
    const heading = /^(#{2,3}) (.+)$/.exec(line);
    if (heading) {
      if (heading[1] === '##') silent = /^not flagged/i.test(heading[2]);
      cases.push({ title: heading[2], silent, blocks: [] });
      continue;
    }
    const fence = /^(`{3,})(\S+) (\S+)$/.exec(line);
    if (fence) {
      block = { fence: fence[1], language: fence[2], file: fence[3], lines: [] };
      cases.at(-1)?.blocks.push(block);
    }
  }
  return cases.filter(({ blocks }) => blocks.length > 0);
}

const MARKER =
  /(?:#|\/\/|\{\/\*|<!--|\/\*) (flag|flag-next): ([\w-]+)(?: (error|warning|info|hint))?(?: *(?:\*\/\}|-->|\*\/))?\s*$/;

/** Lines (from 1) of a block that must be flagged for a rule, with the severity if one is given. */
export function expectations(lines, ruleId) {
  return lines.flatMap((line, at) => {
    const marker = MARKER.exec(line);
    if (marker === null || marker[2] !== ruleId) return [];
    return [{ line: at + (marker[1] === 'flag' ? 1 : 2), severity: marker[3] }];
  });
}

/** The line as a reader sees it: the marker as plain words, a line that is nothing but a marker not at all. */
export function withoutMarker(raw) {
  // Fixtures hold <<openai>> where a key stands.
  const line = raw.replace(/<<([a-z-]+)>>/g, '<a $1 secret>');
  const marker = MARKER.exec(line);
  if (marker === null) return [line];
  const before = line.slice(0, marker.index);
  if (marker[1] === 'flag-next') return before.trim() === '' ? [] : [before.trimEnd()];
  return [before + marker[0].replace(/flag: [\w-]+( \w+)?/, 'flagged')];
}
