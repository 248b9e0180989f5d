import { type Call, readCall } from '../fixes/call.js';
import type { Draft } from '../fixes/draft.js';
import type { Fix } from '../fixes/fix.js';
import { type FlowSite, flowRemedy } from '../fixes/flow-remedy.js';
import { removeItem, setOption } from '../fixes/options.js';
import { fixOf } from '../fixes/remedy.js';
import type { Source } from '../fixes/source.js';
import { usesOf } from '../fixes/uses.js';
import type { Node } from '../languages/cursor.js';
import { allowedCommands, constantText } from './allowed-commands.js';
import { changeOfFolder } from './change-of-folder.js';

/** Runs a command without a shell, and only when its program and options are on a list. */
export const safeArgv = flowRemedy((site) => {
  const { source, call } = site;
  if (call === undefined) return [];
  // A pipe or redirection of the program's own needs the shell.
  const isPlain = changeOfFolder(source, site.node) !== undefined;
  if (!isPlain && /[|<>&;`]|\$\(/.test(constantText(source, site.node))) return [];
  return source.family === 'python' ? inPython(site, call) : inScript(site, call);
});

const fix = (draft: Draft): readonly Fix[] =>
  fixOf(draft, {
    id: 'safe-argv',
    title: 'Run only listed commands, without a shell (edit the list)',
    safety: 'unsafe',
    preferred: true,
  });

function inPython(site: FlowSite, call: Call): readonly Fix[] {
  const { source } = site;
  const callee = source.text(call.callee);
  const name = /\w+$/.exec(callee)?.[0] ?? '';
  const command = call.positional[0] ?? call.keywords.get('args')?.value ?? call.keywords.get('cmd')?.value;
  if (command === undefined) return [];
  const draft = site.draft();
  const argv = argvOf(draft, command);
  const run = /^(?:run|call|check_call|check_output|Popen)$/.test(name);
  if (run) {
    const shell = call.keywords.get('shell');
    if (shell !== undefined) removeItem(draft, call.args, shell.node);
    draft.replace(source.range(command), argv);
    return inFolder(draft, call, command) ? fix(draft) : [];
  }
  if (changeOfFolder(source, command) !== undefined) return [];
  if (name === 'create_subprocess_shell') {
    draft.replace(source.range(call.callee), callee.replace(/shell$/, 'exec'));
    draft.replace(source.range(command), `*${argv}`);
    return fix(draft);
  }
  const result = {
    system: '.returncode',
    getoutput: '.stdout',
    getstatusoutput: undefined,
    popen: undefined,
  }[name];
  const whole = name === 'popen' ? readAround(source, call.node) : call.node;
  const ending = name === 'popen' ? '.stdout' : result;
  if (whole === undefined || ending === undefined) return [];
  const capture = ending === '.stdout' ? ', capture_output=True, text=True' : '';
  const isStatement = source.is(source.parent(whole), 'expression_statement');
  const module = source.child(call.callee, 'object') ?? call.callee;
  if (source.is(module, 'identifier')) draft.release(module);
  const subprocess = draft.import({ module: 'subprocess' });
  draft.replace(source.range(whole), `${subprocess}.run(${argv}${capture})${isStatement ? '' : ending}`);
  return fix(draft);
}

/** `os.popen(command).read()`. */
function readAround(source: Source, node: Node): Node | undefined {
  const member = source.parent(node);
  const read = source.parent(member);
  return source.is(member, 'attribute') && /\)\s*\.read\(\)$/.test(source.text(read)) ? read : undefined;
}

function inScript(site: FlowSite, call: Call): readonly Fix[] {
  const { source } = site;
  const callee = source.text(call.callee);
  const command = call.positional[0];
  if (command === undefined) return [];
  const draft = site.draft();
  const promised = promisedExec(source, call);
  if (promised !== undefined) {
    const file = execFileIn(draft, promised.isOnlyUse ? promised.exec : undefined, 'exec');
    if (promised.isOnlyUse) draft.replace(source.range(promised.exec), file);
    else draft.replace(source.range(call.callee), `${source.text(promised.promisify)}(${file})`);
    draft.replace(source.range(command), fileAndArguments(draft, call, command));
    return inFolder(draft, call, command) ? fix(draft) : [];
  }
  const [, object = '', name = ''] =
    /^([\w$]+\.)?(exec|execSync|spawn|spawnSync|execa|execaSync|execaCommand|execaCommandSync)$/.exec(
      callee,
    ) ?? [];
  if (name === '' || (object !== '' && name.startsWith('execaCommand'))) return [];
  const options = call.positional.find((argument) => source.is(argument, 'object'));
  const entries = options === undefined ? [] : source.named(options);
  const shell = entries.find((entry) => /^["']?shell\b/.test(source.text(entry)));
  const moved = changeOfFolder(source, command) !== undefined;
  if (options !== undefined && shell !== undefined) {
    if (entries.length === 1 && !moved) removeItem(draft, call.args, options);
    else removeItem(draft, options, shell);
  }
  const list = call.positional[1];
  if (/^(?:spawn|execa(?:Sync)?$)/.test(name)) {
    if (list !== undefined && !source.is(list, 'object')) return spawnsShell(draft, command, list);
  } else if (name.startsWith('execa')) {
    draft.release(call.callee);
    const execa = draft.import({ module: 'execa', name: name.replace('Command', '') });
    draft.replace(source.range(call.callee), execa);
  } else {
    const file =
      object === '' ? execFileIn(draft, call.callee, name) : object + name.replace('exec', 'execFile');
    draft.replace(source.range(call.callee), file);
  }
  draft.replace(source.range(command), fileAndArguments(draft, call, command));
  return inFolder(draft, call, command) ? fix(draft) : [];
}

/** The first two arguments: spread, or on a line of their own where the options say which folder it is. */
function fileAndArguments(draft: Draft, call: Call, command: Node): string {
  const { source } = draft;
  const argv = argvOf(draft, command);
  if (changeOfFolder(source, command) === undefined) return `...${argv}`;
  const names = `${source.freshName('file')}, ${source.freshName('args')}`;
  return draft.statementBefore(call.node, `const [${names}] = ${argv}`) ? names : `...${argv}`;
}

/** Runs in the folder that the command went to; false when there is no place to say so. */
function inFolder(draft: Draft, call: Call, command: Node): boolean {
  const moved = changeOfFolder(draft.source, command);
  return (
    moved === undefined ||
    setOption(draft, call, draft.source.family === 'python' ? 'cwd' : '1.cwd', moved.folder)
  );
}

/** The name of `execFile` or `execFileSync`, in the place of a use of `exec` or `execSync`. */
function execFileIn(draft: Draft, use: Node | undefined, name: string): string {
  if (use !== undefined) draft.release(use);
  return draft.import({ module: 'node:child_process', name: name.replace('exec', 'execFile') });
}

/** For a call of `run` after `const run = promisify(exec)`. */
function promisedExec(
  source: Source,
  call: Call,
): { readonly promisify: Node; readonly exec: Node; readonly isOnlyUse: boolean } | undefined {
  if (!source.is(call.callee, 'identifier')) return undefined;
  const name = source.text(call.callee);
  for (const node of source.within(source.root)) {
    const target = source.is(node, 'variable_declarator') ? source.child(node, 'name') : undefined;
    const value = source.child(node, 'value');
    if (target === undefined || value === undefined || source.text(target) !== name) continue;
    const made = /^(?:util\.)?promisify\(\s*exec\s*\)$/.test(source.text(value))
      ? readCall(source, value)
      : undefined;
    const exec = made?.positional[0];
    return made === undefined || exec === undefined
      ? undefined
      : { promisify: made.callee, exec, isOnlyUse: usesOf(source, target).length === 1 };
  }
  return undefined;
}

/** `spawn('bash', ['-c', line])`. With other programs, a list of arguments needs no shell. */
function spawnsShell(draft: Draft, program: Node, list: Node): readonly Fix[] {
  const { source } = draft;
  const line = source.is(list, 'array') && isShell(source, program) ? source.named(list).at(-1) : undefined;
  if (line === undefined || source.named(list).length !== 2) return [];
  draft.replace({ start: source.start(program), end: source.end(list) }, `...${argvOf(draft, line)}`);
  return fix(draft);
}

const isShell = (source: Source, program: Node): boolean =>
  /^["'](?:\/bin\/|\/usr\/bin\/)?(?:ba|z|da)?sh["']$/.test(source.text(program));

function argvOf(draft: Draft, command: Node): string {
  const { source } = draft;
  const guard = draft.helper(source.family === 'python' ? 'safe_argv' : 'safeArgv');
  const line = changeOfFolder(source, command)?.line ?? shellLine(source, command);
  return `${guard}(${source.text(line)}, ${allowedCommands(draft, line)})`;
}

/** The line in `["bash", "-c", line]`; any other command as it is. */
function shellLine(source: Source, command: Node): Node {
  if (!source.is(command, 'list') && !source.is(command, 'array')) return command;
  const items = source.named(command);
  const last = items.at(-1);
  const [program] = items;
  const runsShell = program !== undefined && isShell(source, program) && items.length === 3;
  return runsShell && last !== undefined ? last : command;
}
