import type { ValueId } from '../../ir/instruction.js';
import type { Cursor, Node } from '../cursor.js';
import type { Lowering, StatementLowering } from './lowering.js';

export const switchStatements: Readonly<Record<string, StatementLowering>> = {
  switch_statement: lowerSwitch,
};

/** One `case` or `default` with its statements, its final `break` left out. */
interface Clause {
  readonly node: Node;
  readonly value: Node | undefined;
  readonly body: readonly Node[];
  /** The statements stand in braces: their names are their own. */
  readonly isBlock: boolean;
  /** Execution goes on in the next clause. */
  readonly fallsThrough: boolean;
}

const leaves = new Set(['break_statement', 'return_statement', 'throw_statement', 'continue_statement']);

function readClauses(cursor: Cursor, node: Node): Clause[] {
  const switchBody = cursor.child(node, 'body');
  if (switchBody === undefined) return [];
  return cursor.named(switchBody).map((clause) => {
    const inBody = cursor.inField(clause, 'body');
    // `case 1: { ...; break; }`
    const only = inBody.length === 1 ? inBody[0] : undefined;
    const isBlock = only !== undefined && cursor.is(only, 'statement_block');
    const body = isBlock ? cursor.named(only) : inBody;
    const last = body.at(-1);
    const breaks = last !== undefined && isBreak(cursor, last);
    return {
      node: clause,
      value: cursor.child(clause, 'value'),
      body: breaks ? body.slice(0, -1) : body,
      isBlock,
      fallsThrough: last === undefined || !leaves.has(cursor.kind(last)),
    };
  });
}

const isBreak = (cursor: Cursor, node: Node): boolean =>
  cursor.is(node, 'break_statement') && cursor.child(node, 'label') === undefined;

/** Clauses that run into each other; entered at any of them. */
function group(clauses: readonly Clause[]): Clause[][] {
  const groups: Clause[][] = [];
  let current: Clause[] = [];
  for (const clause of clauses) {
    current.push(clause);
    if (clause.fallsThrough) continue;
    groups.push(current);
    current = [];
  }
  if (current.length > 0) groups.push(current);
  return groups;
}

/**
 * A chain of `if (value === a) ... else if (value === b) ... else ...`. The group with `default` comes last, whatever its place.
 */
function lowerSwitch(l: Lowering, node: Node): void {
  const { cursor } = l;
  const value = l.operand(node, 'value');
  const clauses = readClauses(cursor, node);
  const groups = group(clauses);
  const isDefault = (members: readonly Clause[]): boolean => members.some((c) => c.value === undefined);
  l.inBlock(() => {
    l.within({ ...l.frame, inSwitch: true }, () => {
      l.prepare(clauses.flatMap((clause) => (clause.isBlock ? [] : clause.body)));
      let depth = 0;
      for (const members of groups.filter((g) => !isDefault(g))) {
        if (depth > 0) l.emit({ op: 'else' }, members[0]?.node ?? node);
        const first = members[0]?.node ?? node;
        const conditions = entryConditions(l, value, members);
        l.emit({ op: 'if', condition: conditions.at(-1) ?? value }, first);
        lowerGroup(l, members, conditions);
        depth++;
      }
      for (const members of groups.filter(isDefault)) {
        if (depth > 0) l.emit({ op: 'else' }, members[0]?.node ?? node);
        lowerGroup(l, members, entryConditions(l, value, members));
      }
      for (; depth > 0; depth--) l.end(node);
    });
  });
}

/** For each clause, the condition on which it runs: its own value was met, or that of a clause that falls through to it. */
function entryConditions(l: Lowering, value: ValueId, clauses: readonly Clause[]): ValueId[] {
  if (clauses.length === 1 && clauses[0]?.value === undefined) return [];
  let before: ValueId | undefined;
  return clauses.map((clause) => {
    const own = equals(l, value, clause);
    before =
      before === undefined
        ? own
        : l.emit({ op: 'choose', operator: 'or', values: [before, own] }, clause.node);
    return before;
  });
}

function equals(l: Lowering, left: ValueId, clause: Clause): ValueId {
  if (clause.value === undefined) return l.unknown(clause.node);
  const right = l.expression(clause.value);
  return l.emit({ op: 'binary', operator: '===', left, right }, clause.value);
}

/** All statements but those of the last clause depend on where the group was entered. */
function lowerGroup(l: Lowering, clauses: readonly Clause[], conditions: readonly ValueId[]): void {
  clauses.forEach((clause, i) => {
    const condition = conditions[i];
    if (clause.body.length === 0) return;
    if (i === clauses.length - 1 || condition === undefined) {
      lowerClause(l, clause);
      return;
    }
    l.emit({ op: 'if', condition }, clause.node);
    lowerClause(l, clause);
    l.end(clause.node);
  });
}

function lowerClause(l: Lowering, clause: Clause): void {
  if (!clause.isBlock) {
    lowerStatements(l, clause.body);
    return;
  }
  l.inBlock(() => {
    l.prepare(clause.body);
    lowerStatements(l, clause.body);
  });
}

/**
 * `break` leaves the switch, not a loop around it, so no `break` is emitted: what follows `if (x) { ...; break; }` becomes its other
 * branch. A `break` nested deeper is left out, as if execution went on.
 */
function lowerStatements(l: Lowering, body: readonly Node[]): void {
  const { cursor } = l;
  const open: Node[] = [];
  for (const statement of body) {
    if (!leavesSwitch(cursor, statement)) {
      l.statement(statement);
      continue;
    }
    const condition = l.operand(statement, 'condition');
    l.emit({ op: 'if', condition }, statement);
    l.block(cursor.child(statement, 'consequence'));
    l.emit({ op: 'else' }, statement);
    open.push(statement);
  }
  for (const statement of open.reverse()) l.end(statement);
}

/** `if (x) break;` and `if (x) { ...; break; }`. */
function leavesSwitch(cursor: Cursor, statement: Node): boolean {
  if (!cursor.is(statement, 'if_statement') || cursor.child(statement, 'alternative') !== undefined)
    return false;
  const consequence = cursor.child(statement, 'consequence');
  if (consequence === undefined) return false;
  const last = cursor.is(consequence, 'statement_block') ? cursor.named(consequence).at(-1) : consequence;
  return last !== undefined && isBreak(cursor, last);
}
