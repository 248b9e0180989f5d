import type { ConfigNode } from '../config/config-node.js';
import { descendants, scalarText } from '../config/path.js';
import type { PromptSetting } from './prompt-document.js';

/** Names under which prompt formats set the model and its parameters. Credentials are not among them, and must not be. */
const settingNames: ReadonlySet<string> = new Set(
  `model model_name modelName model_id modelId ai_model_id azure_deployment deployment_name deployment engine provider
  temperature top_p topP top_k topK max_tokens maxTokens max_output_tokens maxOutputTokens max_completion_tokens max_new_tokens
  maxOutputLength presence_penalty frequency_penalty seed stream response_format api template_format`.split(
    /\s+/,
  ),
);

/** The model settings below a node of a config document; where a name is repeated, the first one. */
export function settingsIn(root: ConfigNode | undefined): ReadonlyMap<string, PromptSetting> {
  const settings = new Map<string, PromptSetting>();
  if (root === undefined) return settings;
  for (const { node, entry } of descendants({ node: root, keys: [] })) {
    if (entry === undefined || settings.has(entry.key) || !settingNames.has(entry.key)) continue;
    const value = scalarText(node);
    if (value !== undefined && value !== '') settings.set(entry.key, { value, range: node.range });
  }
  return settings;
}
