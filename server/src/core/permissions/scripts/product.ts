import { at, scalarText, select } from '../../config/path.js';
import type { Check } from '../check.js';
import { type ConfigFile, type FileKind, type FilePlace, inProject, type Product } from '../product.js';
import { flagGrants, flagsInCommands, flagsInText, switchesInText } from './checks.js';
import { type CommandText, commandTexts } from './command-texts.js';
import { mentionsAgent, mentionsSwitch } from './mentions.js';

/** A kind of file that belongs to a project's builds, not to an agent; only those that mention an agent are looked at. */
const borrowed = (
  kind: string,
  format: FileKind['format'],
  place: FilePlace,
  checks: readonly Check[],
  mentions = mentionsAgent,
): FileKind => ({
  kind,
  format,
  places: [place],
  mentions,
  borrowed: true,
  grants: (file) => flagGrants(checks, file),
  checks,
});

const commandsAt =
  (listsAre: 'words' | 'lines', ...patterns: readonly string[]) =>
  (file: ConfigFile): readonly CommandText[] =>
    commandTexts(file.root, patterns, listsAre);

/** `command` and `args` of the tasks of VS Code. */
const editorTasks = (file: ConfigFile): readonly CommandText[] =>
  select(file.root, 'tasks/[]').flatMap(({ node }) => {
    const command = scalarText(at(node, 'command'));
    const args = at(node, 'args');
    if (command === undefined || args?.kind !== 'list')
      return command === undefined ? [] : commandTexts(node, ['command'], 'words');
    const words = args.items.map((item) => scalarText(item) ?? scalarText(at(item, 'value')) ?? '');
    return [{ line: [command, ...words].join(' '), node: args }];
  });

/** Recipe marks in front of commands are blanked, so that offsets stay. */
const withoutMarks = (text: string): string =>
  text.replace(/^[ \t]*[@+-]+(?=[ \t]*[\w$"'])/gm, (mark) => ' '.repeat(mark.length));

/** Command lines that start agents, wherever a project keeps them. */
const scripts: Product = {
  id: 'scripts',
  name: 'Scripts',
  files: [
    borrowed('package', 'json', inProject('package.json', 'composer.json', 'deno.json', 'deno.jsonc'), [
      flagsInCommands(
        commandsAt(
          'lines',
          'scripts/*',
          'tasks/*',
          'tasks/*/command',
          'husky/hooks/*',
          'simple-git-hooks/*',
          'lint-staged/*',
        ),
      ),
      switchesInText(),
    ]),
    borrowed(
      'script',
      'text',
      inProject(
        ...['*.sh', '*.bash', '*.zsh', '*.fish', '*.ps1', '*.bat', '*.cmd'],
        ...[
          '.bashrc',
          '.bash_profile',
          '.bash_aliases',
          '.profile',
          '.zshrc',
          '.zshenv',
          '.zprofile',
          '.aliases',
        ],
        'Jenkinsfile',
      ),
      [flagsInText(), switchesInText()],
    ),
    borrowed(
      'recipe',
      'text',
      inProject('Makefile', 'GNUmakefile', '*.mk', 'justfile', '.justfile', '*.just', 'Procfile'),
      [flagsInText(undefined, withoutMarks), switchesInText()],
    ),
    borrowed(
      'tasks',
      'yaml',
      inProject(
        ...['Taskfile.yml', 'Taskfile.yaml', 'Taskfile.dist.yml', 'Taskfile.dist.yaml'],
        ...[
          '.pre-commit-config.yaml',
          'lefthook.yml',
          'lefthook.yaml',
          'mprocs.yaml',
          'process-compose.yaml',
        ],
      ),
      [
        flagsInCommands(
          commandsAt(
            'lines',
            'tasks/*',
            'tasks/*/cmds',
            'tasks/*/cmds/[]/cmd',
            'tasks/*/cmd',
            '**/run',
            '**/entry',
            '**/shell',
            'processes/*/command',
          ),
        ),
        switchesInText(),
      ],
    ),
    borrowed(
      'pipeline',
      'yaml',
      inProject(
        ...['.gitlab-ci.yml', '.gitlab-ci.yaml', '.gitlab/**/*.yml', '.circleci/config.yml', '.travis.yml'],
        ...[
          'azure-pipelines.yml',
          '.azure-pipelines/**/*.yml',
          'bitbucket-pipelines.yml',
          '.buildkite/*.yml',
        ],
        ...['cloudbuild.yaml', '.drone.yml', '.woodpecker.yml', '.woodpecker/*.yml'],
      ),
      [
        flagsInCommands(
          commandsAt(
            'lines',
            ...['**/script', '**/before_script', '**/after_script', '**/bash', '**/pwsh', '**/powershell'],
            ...['**/run', '**/run/command', '**/command', '**/commands'],
          ),
        ),
        switchesInText(),
      ],
    ),
    borrowed('editor-tasks', 'json', inProject('.vscode/tasks.json', '.zed/tasks.json'), [
      flagsInCommands(editorTasks),
      switchesInText(),
    ]),
    borrowed(
      'variables',
      'text',
      inProject('.env', '.env.local', '.envrc', '*.env'),
      [switchesInText()],
      mentionsSwitch,
    ),
  ],
};

export default scripts;
