/** Recipe marks in front of commands are blanked, and `$(NAME)`, a variable of make, becomes one of the shell; offsets stay. */
export const withoutMarks = (text: string): string =>
  text
    .replace(/(?<!\$)\$\(([A-Za-z_]\w*)\)/g, '${$1}')
    .replace(/^[ \t]*[@+-]+(?=[ \t]*[\w$"'])/gm, (mark) => ' '.repeat(mark.length));
