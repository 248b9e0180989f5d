/** Recipe marks in front of commands are blanked, and `$(NAME)`, a variable of make, becomes one of the shell; offsets stay. */
export const withoutMarks = (text: string): string =>
  text
    .replace(/(?<!\$)\$\(([A-Za-z_]\w*)\)/g, '${$1}')
    .replace(/^[ \t]*[@+-]+(?=[ \t]*[\w$"'])/gm, (mark) => ' '.repeat(mark.length));

/** `steps { sh 'claude …' }`: blocks of a pipeline end a command as lines do; offsets stay. */
export const withoutBraces = (text: string): string => text.replace(/(?<!\$)[{}](?![^'"\n]{0,80}\})/g, ';');

/** `ExecStart=-/usr/bin/claude …` of a service manager becomes the command alone; offsets stay. */
export const withoutKeys = (text: string): string =>
  text.replace(
    /^[ \t]*(?:\[[^\]\n]{0,40}\]|(?:Exec\w{1,20}|Environment)=[-@:+!]{0,3}|[A-Z]\w{1,40}=[^\n]*)/gm,
    (key) =>
      /^\s*Environment=/.test(key)
        ? key.replace(/^(\s*)Environment=/, '$1            ')
        : ' '.repeat(key.length),
  );
