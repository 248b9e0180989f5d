import { DidChangeConfigurationNotification } from 'vscode-languageserver';
import type { Feature, Server } from '../server.js';
import { defaultSettings, readSettings, type Settings } from '../settings.js';

const settings = new WeakMap<Server, Settings>();

/** The settings in force for this server. */
export const currentSettings = (server: Server): Settings => settings.get(server) ?? defaultSettings;

/** Pulls the configuration where the client offers it, and takes what is pushed otherwise. */
export function registerSettings(server: Server): Feature {
  const { connection, capabilities, sessions, changed } = server;
  const apply = (value: unknown): void => {
    const next = readSettings(value);
    settings.set(server, next);
    sessions.configure(next);
    changed();
  };
  const pull = async (): Promise<void> => apply(await connection.workspace.getConfiguration('sallyport'));
  const canPull = capabilities.workspace?.configuration === true;

  connection.onDidChangeConfiguration((params) => {
    if (canPull) void pull();
    else apply(sectionOf(params.settings));
  });
  return {
    initialized: () => {
      if (capabilities.workspace?.didChangeConfiguration?.dynamicRegistration === true) {
        void connection.client.register(DidChangeConfigurationNotification.type, { section: 'sallyport' });
      }
      if (canPull) void pull();
      else changed();
    },
  };
}

/** Clients push either the section itself or an object that holds it. */
function sectionOf(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return 'sallyport' in value ? value.sallyport : value;
}
