import { agentInventory } from '../../core/permissions/inventory.js';
import { toDiagnostic } from '../convert.js';
import { type AgentInventoryItem, protocol } from '../protocol.js';
import type { Server } from '../server.js';

/** Answers the views: what agents may do here, and every finding of the workspace. */
export function registerInventory({ connection, sessions }: Server): void {
  connection.onRequest(protocol.agentInventory, async (): Promise<readonly AgentInventoryItem[]> => {
    const items: AgentInventoryItem[] = [];
    for (const session of sessions.all) {
      await session.settled();
      for (const { location, ...item } of agentInventory(session.analysis().surface.configs)) {
        const { line, character } = session.lines(location.path).positionAt(location.range.start);
        items.push({ ...item, uri: session.uriOf(location.path), line, character });
      }
    }
    return items;
  });

  connection.onRequest(protocol.workspaceFindings, async () => {
    const out = [];
    for (const session of sessions.all) {
      await session.settled();
      for (const finding of session.analysis().findings) {
        out.push({
          uri: session.uriOf(finding.location.path),
          diagnostic: toDiagnostic(finding, session, undefined),
        });
      }
    }
    return out;
  });
}
