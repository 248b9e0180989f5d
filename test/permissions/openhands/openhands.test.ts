import { checkSamples } from '../check.js';

checkSamples('OpenHands', [
  {
    name: 'work in a container',
    path: 'config.toml',
    text: '[core]\nworkspace_base = "./workspace"\nruntime = "docker"\n\n[llm]\nmodel = "claude-sonnet-4-5"\n\n[security]\nconfirmation_mode = false\n',
    finds: [],
  },
  {
    name: 'work on the machine itself, and nobody confirms',
    path: 'config.toml',
    text: '# OpenHands\n[core]\nruntime = "local"\n\n[llm]\nmodel = "gpt-5"\n\n[security]\nconfirmation_mode = false # CI\n',
    finds: ['OH-LOCAL error runtime', 'OH-CONF warning confirmation_mode'],
    fixed: {
      'OH-CONF':
        '# OpenHands\n[core]\nruntime = "local"\n\n[llm]\nmodel = "gpt-5"\n\n[security]\nconfirmation_mode = true # CI\n',
    },
  },
  {
    name: 'a container with the disk in it',
    path: 'openhands.toml',
    text: '[core]\nruntime = "docker"\n[sandbox]\nvolumes = "/home/pa:/workspace:rw,./data:/data:ro"\n[llm]\nmodel = "x"\n',
    finds: ['OH-MOUNT error volumes'],
  },
  {
    name: 'a config.toml of something else',
    path: 'config.toml',
    text: '[core]\nruntime = "local"\neditor = "vim"\n\n[security]\nlevel = 3\n',
    finds: [],
  },
]);
