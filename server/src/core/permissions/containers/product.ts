import { type FileKind, inProject, type Product } from '../product.js';
import { flagGrants, flagsInCommands, flagsInText, inContainer, switchesInText } from '../scripts/checks.js';
import { mentionsAgent } from '../scripts/mentions.js';
import { composeChecks, composeCommands } from './compose.js';
import { devcontainerChecks } from './devcontainer.js';
import { dockerfileChecks, dockerfileCommands } from './dockerfile.js';
import { composeFiles } from './places.js';

const composeFlags = [flagsInCommands(composeCommands, inContainer), switchesInText(inContainer)];
const dockerfileFlags = [flagsInText(inContainer, dockerfileCommands), switchesInText(inContainer)];

const borrowed: Pick<FileKind, 'mentions' | 'borrowed'> = { mentions: mentionsAgent, borrowed: true };

/**
 * Containers that hold an agent: with the walls up, an agent may run without questions; this looks for walls that are down. Sources:
 * docs.docker.com (run, compose), containers.dev (devcontainer.json), anthropics/claude-code .devcontainer.
 */
const containers: Product = {
  id: 'containers',
  name: 'Containers',
  files: [
    {
      ...borrowed,
      kind: 'compose',
      format: 'yaml',
      places: [inProject(...composeFiles)],
      grants: (file) => flagGrants(composeFlags, file),
      checks: [...composeChecks, ...composeFlags],
    },
    {
      ...borrowed,
      kind: 'image',
      format: 'text',
      places: [inProject('Dockerfile', 'Dockerfile.*', '*.dockerfile', 'Containerfile')],
      grants: (file) => flagGrants(dockerfileFlags, file),
      checks: [...dockerfileChecks, ...dockerfileFlags],
    },
    {
      ...borrowed,
      kind: 'devcontainer',
      format: 'json',
      places: [
        inProject(
          '.devcontainer/devcontainer.json',
          '.devcontainer/*/devcontainer.json',
          '.devcontainer.json',
        ),
      ],
      checks: devcontainerChecks,
    },
  ],
};

export default containers;
