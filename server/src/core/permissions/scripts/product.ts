import { at, scalarText, select } from '../../config/path.js';
import type { Check } from '../check.js';
import { dockerRunsInCommands, dockerRunsInText } from '../containers/docker-run.js';
import { type ConfigFile, type FileKind, inProject, type Product } from '../product.js';
import { flagGrants, flagsInCommands, flagsInText, switchesInText } from './checks.js';
import { type CommandText, commandTexts } from './command-texts.js';
import { extensionInstalls } from './extension-installs.js';
import { mentionsAgent, mentionsSwitch } from './mentions.js';
import { withoutBraces, withoutKeys, withoutMarks } from './recipes.js';

/** A kind of file that belongs to a project's builds, not to an agent; only those that mention an agent are looked at. */
const borrowed = (
  kind: string,
  format: FileKind['format'],
  globs: readonly string[],
  checks: readonly Check[],
  mentions = mentionsAgent,
): FileKind => ({
  kind,
  format,
  places: [inProject(...globs)],
  mentions,
  borrowed: true,
  grants: (file) => flagGrants(checks, file),
  checks,
});

/** What command lines in a document can do; a list of words is one command, a list of lines several. */
const inCommands = (commandsOf: (file: ConfigFile) => readonly CommandText[]): readonly Check[] => [
  flagsInCommands(commandsOf),
  dockerRunsInCommands(commandsOf),
  switchesInText(),
];

const linesAt =
  (...patterns: readonly string[]) =>
  (file: ConfigFile): readonly CommandText[] =>
    commandTexts(file.root, patterns, 'lines');

/** The same for files that are shell text throughout. */
const inText = (prepare?: (text: string) => string): readonly Check[] => [
  flagsInText(undefined, prepare),
  dockerRunsInText(prepare),
  extensionInstalls(prepare),
  switchesInText(),
];

/** `command` and `args` of the tasks of an editor. */
const editorTasks = (file: ConfigFile): readonly CommandText[] =>
  select(file.root, 'tasks/[]').flatMap(({ node }): readonly CommandText[] => {
    const command = scalarText(at(node, 'command'));
    const args = at(node, 'args');
    if (command === undefined) return [];
    if (args?.kind !== 'list') return commandTexts(node, ['command'], 'words');
    const words = args.items.map((item) => scalarText(item) ?? scalarText(at(item, 'value')) ?? '');
    return [{ line: [command, ...words].join(' '), node: args }];
  });

const words = (text: string): readonly string[] => text.split(' ');

/** Command lines that start agents, wherever a project keeps them. */
const scripts: Product = {
  id: 'scripts',
  name: 'Scripts',
  files: [
    borrowed(
      'package',
      'json',
      words('package.json composer.json deno.json deno.jsonc'),
      inCommands(
        linesAt(...words('scripts/* tasks/* tasks/*/command husky/hooks/* simple-git-hooks/* lint-staged/*')),
      ),
    ),
    borrowed(
      'script',
      'text',
      words(
        '*.sh *.bash *.zsh *.fish *.ps1 *.bat *.cmd .bashrc .bash_profile .bash_aliases .profile .zshrc .zshenv .zprofile .aliases',
      ),
      inText(),
    ),
    borrowed('jenkins', 'text', words('Jenkinsfile Jenkinsfile.* *.jenkinsfile'), inText(withoutBraces)),
    borrowed('unit', 'text', words('*.service *.timer *.service.d/*.conf'), inText(withoutKeys)),
    borrowed(
      'recipe',
      'text',
      words('Makefile GNUmakefile *.mk justfile .justfile *.just Procfile'),
      inText(withoutMarks),
    ),
    borrowed(
      'tasks',
      'yaml',
      words(
        'Taskfile.yml Taskfile.yaml Taskfile.dist.yml Taskfile.dist.yaml .pre-commit-config.yaml lefthook.yml lefthook.yaml mprocs.yaml process-compose.yaml',
      ),
      inCommands(
        linesAt(
          ...words(
            'tasks/* tasks/*/cmds tasks/*/cmds/[]/cmd tasks/*/cmd **/run **/entry **/shell processes/*/command',
          ),
        ),
      ),
    ),
    borrowed(
      'pipeline',
      'yaml',
      words(
        '.gitlab-ci.yml .gitlab-ci.yaml .gitlab/**/*.yml .circleci/config.yml .travis.yml azure-pipelines.yml .azure-pipelines/**/*.yml ' +
          'bitbucket-pipelines.yml .buildkite/*.yml cloudbuild.yaml .drone.yml .woodpecker.yml .woodpecker/*.yml',
      ),
      inCommands(
        linesAt(
          ...words(
            '**/script **/before_script **/after_script **/bash **/pwsh **/powershell **/run **/run/command **/command **/commands',
          ),
        ),
      ),
    ),
    borrowed('editor-tasks', 'json', words('.vscode/tasks.json .zed/tasks.json'), inCommands(editorTasks)),
    borrowed('variables', 'text', words('.env .env.local .envrc *.env'), [switchesInText()], mentionsSwitch),
  ],
};

export default scripts;
