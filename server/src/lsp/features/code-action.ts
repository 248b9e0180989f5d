import { type CodeAction, CodeActionKind, type CodeActionOptions } from 'vscode-languageserver';
import type { Finding } from '../../core/finding.js';
import type { Fix } from '../../core/fixes/fix.js';
import { fixAllSafe } from '../../core/fixes/fix-all.js';
import { guardActions } from '../../core/fixes/guard-call.js';
import { suppressionEdit } from '../../core/suppress/suppression-edit.js';
import { overlaps, type TextRange } from '../../core/text/range.js';
import { fromRange, toDiagnostic, toPlainEdit, toWorkspaceEdit } from '../convert.js';
import type { Server } from '../server.js';
import type { Session } from '../session.js';

const GUARD = `${CodeActionKind.QuickFix}.sallyport.guard`;
const SUPPRESS = `${CodeActionKind.QuickFix}.sallyport.suppress`;
const GUARD_CALL = `${CodeActionKind.RefactorRewrite}.sallyport`;
const FIX_ALL = `${CodeActionKind.SourceFixAll}.sallyport`;

export const codeActionOptions: CodeActionOptions = {
  codeActionKinds: [CodeActionKind.QuickFix, GUARD, SUPPRESS, GUARD_CALL, FIX_ALL],
  resolveProvider: true,
};

/** Enough to compute an action's edit when it is chosen. */
interface ActionData {
  readonly uri: string;
  readonly action: 'fix' | 'suppress' | 'guard-call' | 'fix-all';
  readonly fingerprint?: string;
  /** Index into `Surface.modelCalls`. */
  readonly call?: number;
  readonly fix?: string;
}

/** Lists what can be done from cached findings; the edit itself is computed when an action is chosen. */
export function registerCodeActions(server: Server): void {
  const { connection, sessions } = server;
  const resolvesEdits =
    server.capabilities.textDocument?.codeAction?.resolveSupport?.properties.includes('edit') === true;

  connection.onCodeAction(async ({ textDocument, range, context }, token) => {
    const { session, path } = sessions.of(textDocument.uri);
    await session.settled();
    if (token.isCancellationRequested) return [];
    const wanted = (kind: string): boolean =>
      context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const place = fromRange(session.lines(path), range);
    const actions = [
      ...(wanted(GUARD) ? fixActions(session, path, place, textDocument.uri) : []),
      ...(wanted(GUARD_CALL) ? callActions(session, path, place, textDocument.uri) : []),
      ...(wanted(SUPPRESS) ? suppressActions(session, path, place, textDocument.uri) : []),
      ...(context.only !== undefined && wanted(FIX_ALL)
        ? fixAllActions(session, path, textDocument.uri)
        : []),
    ];
    return resolvesEdits ? actions : actions.map((action) => resolve(server, action));
  });
  connection.onCodeActionResolve((action) => resolve(server, action));
}

const touches = (finding: Finding, path: string, place: TextRange): boolean =>
  finding.location.path === path &&
  (overlaps(finding.location.range, place) ||
    (finding.location.range.start <= place.end && place.start <= finding.location.range.end));

function fixActions(session: Session, path: string, place: TextRange, uri: string): CodeAction[] {
  const analysis = session.analysis();
  return analysis.findings
    .filter((finding) => touches(finding, path, place))
    .flatMap((finding) =>
      analysis
        .fixes(finding)
        .map((fix) =>
          action(
            fix.title,
            GUARD,
            { uri, action: 'fix', fingerprint: finding.fingerprint, fix: fix.id },
            session,
            finding,
            fix.preferred,
          ),
        ),
    );
}

function callActions(session: Session, path: string, place: TextRange, uri: string): CodeAction[] {
  const { surface, project } = session.analysis();
  return surface.modelCalls.flatMap((call, index) =>
    call.location.path === path &&
    call.location.range.start <= place.end &&
    place.start <= call.location.range.end
      ? guardActions(call, project).map((fix) =>
          action(
            `Guard this call: ${lowerFirst(fix.title)}`,
            GUARD_CALL,
            { uri, action: 'guard-call', call: index, fix: fix.id },
            session,
          ),
        )
      : [],
  );
}

function suppressActions(session: Session, path: string, place: TextRange, uri: string): CodeAction[] {
  return session
    .analysis()
    .findings.filter((finding) => touches(finding, path, place))
    .map((finding) =>
      action(
        `Ignore ${finding.ruleId} here, with a reason`,
        SUPPRESS,
        { uri, action: 'suppress', fingerprint: finding.fingerprint },
        session,
        finding,
      ),
    );
}

function fixAllActions(session: Session, path: string, uri: string): CodeAction[] {
  return fixAllSafe(session.analysis(), path).length === 0
    ? []
    : [action('Apply all safe Sallyport fixes', FIX_ALL, { uri, action: 'fix-all' }, session)];
}

function action(
  title: string,
  kind: string,
  data: ActionData,
  session: Session,
  finding?: Finding,
  preferred = false,
): CodeAction {
  return {
    title,
    kind,
    data,
    ...(finding === undefined ? {} : { diagnostics: [toDiagnostic(finding, session, undefined)] }),
    ...(preferred ? { isPreferred: true } : {}),
  };
}

function resolve(server: Server, chosen: CodeAction): CodeAction {
  const data = chosen.data as ActionData | undefined;
  if (data === undefined) return chosen;
  const { session, path } = server.sessions.of(data.uri);
  const fix = changesOf(session, path, data);
  if (fix === undefined) return { ...chosen, disabled: { reason: 'The file has changed; ask again.' } };
  const annotated = server.capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
  const edit =
    server.capabilities.workspace?.workspaceEdit?.documentChanges === true
      ? toWorkspaceEdit(fix.changes, session, {
          createsFiles:
            server.capabilities.workspace.workspaceEdit.resourceOperations?.includes('create') === true,
          versionOf: (uri) => server.documents.get(uri)?.version ?? null,
          ...(annotated && fix.safety === 'unsafe' ? { confirm: fix.title } : {}),
        })
      : toPlainEdit(fix.changes, session);
  return { ...chosen, edit };
}

function changesOf(
  session: Session,
  path: string,
  data: ActionData,
): Pick<Fix, 'changes' | 'safety' | 'title'> | undefined {
  const analysis = session.analysis();
  if (data.action === 'fix-all') {
    return { title: 'Apply all safe fixes', safety: 'safe', changes: fixAllSafe(analysis, path) };
  }
  if (data.action === 'guard-call') {
    const call = analysis.surface.modelCalls[data.call ?? -1];
    return call === undefined
      ? undefined
      : guardActions(call, analysis.project).find(({ id }) => id === data.fix);
  }
  const finding = analysis.findings.find(({ fingerprint }) => fingerprint === data.fingerprint);
  if (finding === undefined) return undefined;
  if (data.action === 'suppress') {
    const change = suppressionEdit(finding, analysis.project);
    return change === undefined
      ? undefined
      : { title: 'Ignore this finding', safety: 'safe', changes: [change] };
  }
  return analysis.fixes(finding).find(({ id }) => id === data.fix);
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
