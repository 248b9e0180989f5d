import { beforeAll, describe, expect, test } from 'vitest';
import type { Location } from '../../server/src/core/finding.js';
import { FlowAnalysis, type FlowSurface } from '../../server/src/core/flow/flow-analysis.js';
import { languageOf, lower } from '../../server/src/core/languages/language.js';
import { LineIndex } from '../../server/src/core/text/line-index.js';
import type { TreeSitterHost } from '../../server/src/syntax/tree-sitter-host.js';
import { testHost } from '../support/host.js';
import { testModels } from './models.js';
import { readCases } from './read-cases.js';

let host: TreeSitterHost;
beforeAll(async () => {
  host = await testHost();
});

function analyse(files: ReadonlyMap<string, string>): FlowSurface {
  const analysis = new FlowAnalysis(testModels);
  for (const [path, text] of files) {
    const language = languageOf(path)!;
    analysis.setModule(lower(language, host.parse(language, text, path)!, text, path));
  }
  return analysis.run();
}

/** Names of files are left out where there is one only. */
function placeNames(files: ReadonlyMap<string, string>): (location: Location) => string {
  const lines = new Map([...files].map(([path, text]) => [path, new LineIndex(text)]));
  return ({ path, range }) => {
    const line = (lines.get(path)?.lineAt(range.start) ?? 0) + 1;
    return files.size === 1 ? String(line) : `${path}:${line}`;
  };
}

function describeFlows(surface: FlowSurface, place: (location: Location) => string): string[] {
  const lines = surface.flows.map((flow) => {
    const guards = flow.guards.length === 0 ? '' : ` guards ${flow.guards.join(',')}`;
    const confidence = flow.confidence === 'high' ? '' : ` (${flow.confidence})`;
    return `${flow.label}@${place(flow.source)} -> ${flow.sink}@${place(flow.location)}${guards}${confidence}`;
  });
  return [...new Set(lines)].sort();
}

function describeFacts(surface: FlowSurface, place: (location: Location) => string): string[] {
  const lines: string[] = [];
  for (const call of surface.modelCalls) {
    const loop = call.loop === undefined ? undefined : surface.loops[call.loop];
    const texts = call.texts.map((text) => `${text.role}@${place(text.location)}`).join(' ');
    lines.push(
      [
        `call ${call.name}@${place(call.location)}`,
        `limit ${call.tokenLimit}`,
        ...(call.resolved ? [] : ['unresolved']),
        ...(call.timeout === 'set' ? ['timeout'] : []),
        ...(call.streaming === 'no' ? [] : [`streaming ${call.streaming}`]),
        ...(call.awaited ? ['awaited'] : []),
        ...(call.tools === 'set' ? ['tools'] : []),
        ...(call.inputGuards.length > 0 ? [`in ${call.inputGuards.join(',')}`] : []),
        ...(call.outputGuards.length > 0 ? [`out ${call.outputGuards.join(',')}`] : []),
        ...(loop === undefined
          ? []
          : [
              `loop@${place(loop.location)}${loop.forever ? ' forever' : ''}${loop.bounded ? ' bounded' : ''}${loop.interactive ? ' interactive' : ''}`,
            ]),
        ...(texts === '' ? [] : [`texts ${texts}`]),
      ].join('; '),
    );
  }
  for (const client of surface.clients) {
    const key = client.apiKey === undefined ? '' : `; key@${place(client.apiKey.constant)}`;
    lines.push(`client ${client.name}@${place(client.location)}${key}`);
  }
  for (const tool of surface.tools) {
    const can = tool.capabilities.length === 0 ? '' : `; can ${tool.capabilities.join(',')}`;
    lines.push(`tool ${tool.name}@${place(tool.location)}; approval ${tool.approval}${can}`);
  }
  for (const agent of surface.agents) {
    const tools = agent.tools.map((index) => surface.tools[index]?.name).join(',');
    lines.push(`agent ${agent.name}@${place(agent.location)}; tools ${tools}; steps ${agent.stepLimit}`);
  }
  return lines.sort();
}

describe('flows are found where they are and nowhere else', () => {
  for (const { page, title, files, flows, facts } of readCases()) {
    test(`${page}: ${title}`, () => {
      const surface = analyse(files);
      const place = placeNames(files);
      expect(describeFlows(surface, place)).toEqual(flows);
      if (facts !== undefined) expect(describeFacts(surface, place)).toEqual(facts);
    });
  }
});
