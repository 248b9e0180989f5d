/** Folders that hold what tools fetched or made: dependencies, build output, caches, version control. Nobody edits what is in them. */
export const excludedFolders: ReadonlySet<string> = new Set([
  // version control
  '.git',
  '.hg',
  '.svn',
  '.jj',
  // dependencies
  'node_modules',
  'bower_components',
  'jspm_packages',
  '.yarn',
  '.pnpm-store',
  '.venv',
  'venv',
  'virtualenv',
  'site-packages',
  'dist-packages',
  '__pypackages__',
  '.eggs',
  'vendor',
  'Pods',
  'Carthage',
  '.bundle',
  // build output
  'dist',
  'build',
  'out',
  'target',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
  '.vercel',
  '.netlify',
  '.serverless',
  '.aws-sam',
  '.docusaurus',
  '.dart_tool',
  '.gradle',
  'storybook-static',
  // caches and reports of tools
  '__pycache__',
  '.cache',
  '.mypy_cache',
  '.pytest_cache',
  '.ruff_cache',
  '.hypothesis',
  '.tox',
  '.nox',
  '.ipynb_checkpoints',
  '.parcel-cache',
  '.turbo',
  '.nx',
  '.terraform',
  '.angular',
  '.vscode-test',
  '.nyc_output',
  'coverage',
  'htmlcov',
]);

/** A folder with this file in it is a Python virtual environment, whatever its name. */
export const virtualEnvironmentMarker = 'pyvenv.cfg';

export const isExcludedFolder = (name: string): boolean =>
  excludedFolders.has(name) || name.endsWith('.egg-info');
