import type { KeyPattern } from '../../config/path.js';

/** A setting of VS Code, wherever settings may stand: settings.json, a workspace file, a development container. */
export const vscodeKey = (key: string): readonly KeyPattern[] => [
  key,
  `settings/${key}`,
  `customizations/vscode/settings/${key}`,
];
