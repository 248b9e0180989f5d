import type { ToolGrant } from '../agent-config.js';
import { capabilitiesOf } from '../claude-code/grants.js';
import { parseRule } from '../claude-code/rule.js';
import { dockerRunsInCommands } from '../containers/docker-run.js';
import { type ConfigFile, inProject, type Product } from '../product.js';
import { commandTexts, placeOf } from '../scripts/command-texts.js';
import { mentionsAgent } from '../scripts/mentions.js';
import { embeddedLooks } from './embedded.js';
import { hygieneLooks } from './hygiene-looks.js';
import { inputLooks } from './input-looks.js';
import { sightOf, workflowCheck } from './look.js';
import { toolLooks } from './tool-looks.js';
import { allowedTools } from './tools.js';

/** The tools that steps let agents use, and everything for steps that start one without questions. */
function workflowGrants(file: ConfigFile): readonly ToolGrant[] {
  return sightOf(file).agents.flatMap(({ agent }) => {
    const allowed = allowedTools(agent);
    return (allowed?.tools ?? []).flatMap((text): ToolGrant[] => {
      const rule = parseRule(text);
      if (rule === undefined || allowed === undefined) return [];
      return [
        {
          tool: rule.tool,
          ...(rule.specifier === undefined ? {} : { specifier: rule.specifier }),
          decision: 'allow',
          capabilities: capabilitiesOf(rule.tool),
          effective: true,
          range: placeOf(file, allowed.entry.value, text) ?? allowed.entry.range,
        },
      ];
    });
  });
}

const containers = dockerRunsInCommands((file) =>
  commandTexts(file.root, ['jobs/*/steps/[]/run', 'runs/steps/[]/run'], 'lines'),
);

/**
 * Workflows that run agents. Sources: action.yml of anthropics/claude-code-action, openai/codex-action and google-github-actions/run-gemini-cli;
 * docs.github.com on events, permissions and secure use.
 */
const githubActions: Product = {
  id: 'github-actions',
  name: 'GitHub Actions',
  files: [
    {
      kind: 'workflow',
      format: 'yaml',
      places: [inProject('.github/workflows/*.yml', '.github/workflows/*.yaml', 'action.yml', 'action.yaml')],
      mentions: new RegExp(
        `${mentionsAgent.source}|ai-inference|uses:\\s*[^\\n]{0,100}\\.github/workflows/`,
        'i',
      ),
      borrowed: true,
      grants: workflowGrants,
      checks: [workflowCheck([...inputLooks, ...toolLooks, ...hygieneLooks, ...embeddedLooks]), containers],
    },
  ],
};

export default githubActions;
