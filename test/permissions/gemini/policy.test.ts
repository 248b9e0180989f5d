import { checkSamples } from '../check.js';

checkSamples('Gemini CLI policies', [
  {
    name: 'narrow rules are quiet',
    path: 'home/kim/.gemini/policies/mine.toml',
    text: `# what I let it do
[[rule]]
toolName = "run_shell_command"
commandPrefix = ["git status", "git diff", "npm test"]
decision = "allow"
priority = 100

[[rule]]
toolName = "run_shell_command"
commandPrefix = "rm -rf"
decision = "deny"
priority = 999

[[rule]]
toolName = "*"
toolAnnotations = { readOnlyHint = true }
decision = "allow"
priority = 10

[[rule]]
toolName = ["write_file", "replace"]
decision = "ask_user"
priority = 10

[[rule]]
toolName = "*"
modes = ["yolo"]
decision = "allow"
priority = 5
`,
    finds: [],
  },
  {
    name: 'everything is allowed',
    path: 'home/kim/.gemini/policies/all.toml',
    text: '[[rule]]\ntoolName = "*"\ndecision = "allow"\npriority = 999\n',
    finds: ['GE-POL error [[rule]]'],
    fixed: { 'GE-POL': '[[rule]]\ntoolName = "*"\ndecision = "ask_user"\npriority = 999\n' },
  },
  {
    name: 'the shell, by name, by prefix, by expression',
    path: 'home/kim/.gemini/policies/shell.toml',
    text: `[[rule]]
toolName = "run_shell_command"
decision = "allow"
priority = 1

[[rule]]
commandPrefix = "python"
decision = "allow"
priority = 2

[[rule]]
commandRegex = ".*"
decision = "allow"
priority = 3

[[rule]]
commandRegex = "git (status|log)"
decision = "allow"
priority = 4
`,
    finds: ['GE-POL error [[rule]]', 'GE-POL warning [[rule]]\ncommandPrefix = "python"'],
  },
  {
    name: 'writers, fetchers and whole servers',
    path: 'home/kim/.gemini/policies/tools.toml',
    text: '[[rule]]\ntoolName = "replace"\ndecision = "allow"\npriority = 1\n\n[[rule]]\nmcpName = "github"\ndecision = "allow"\npriority = 1\n\n[[rule]]\ntoolName = "mcp_*"\ndecision = "allow"\npriority = 2\n\n[[rule]]\ntoolName = "web_fetch"\ndecision = "allow"\npriority = 3\n',
    finds: [
      'GE-POL warning [[rule]]\ntoolName = "replace"',
      'GE-POL warning [[rule]]\ntoolName = "mcp_*"',
      'GE-POL warning [[rule]]\ntoolName = "web_fetch"',
      'GE-SHADOW info [[rule]]\nmcpName',
    ],
  },
  {
    name: 'the higher priority answers first',
    path: 'home/kim/.gemini/policies/order.toml',
    text: '[[rule]]\ntoolName = "run_shell_command"\ncommandPrefix = "git push"\ndecision = "deny"\npriority = 50\n\n[[rule]]\ntoolName = "run_shell_command"\ncommandPrefix = "git"\ndecision = "allow"\npriority = 100\n',
    finds: [
      'GE-SHADOW warning [[rule]]',
      'GE-POL info [[rule]]\ntoolName = "run_shell_command"\ncommandPrefix = "git"',
    ],
  },
  {
    name: 'the same rules the other way round',
    path: 'home/kim/.gemini/policies/order.toml',
    text: '[[rule]]\ntoolName = "run_shell_command"\ncommandPrefix = "npm publish"\ndecision = "deny"\npriority = 150\n\n[[rule]]\ntoolName = "run_shell_command"\ncommandPrefix = "npm run"\ndecision = "allow"\npriority = 100\n',
    finds: [],
  },
  {
    name: 'policies of a workspace protect nothing at present',
    path: '.gemini/policies/guard.toml',
    text: '[[rule]]\ntoolName = "run_shell_command"\ncommandPrefix = "rm"\ndecision = "deny"\npriority = 999\n\n[[rule]]\ntoolName = "run_shell_command"\ndecision = "ask_user"\npriority = 10\n',
    finds: ['GE-INERT warning [[rule]]'],
  },
  {
    name: 'and an allowance in one is a plan',
    path: '.gemini/policies/allow.toml',
    text: '[[rule]]\ntoolName = "run_shell_command"\ndecision = "allow"\npriority = 10\n',
    finds: ['GE-POL warning [[rule]]'],
  },
]);
