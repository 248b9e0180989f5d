import type { ValueId } from '../../ir/instruction.js';
import type { Cursor, Node } from '../cursor.js';
import { statementsIn } from '../tree-lowering.js';
import type { ExpressionLowering, Lowering, StatementLowering } from './lowering.js';
import { bindPattern } from './patterns.js';

export const switchExpressions: Readonly<Record<string, ExpressionLowering>> = {
  switch_expression: (l, node) => {
    const result = l.module.addVariable('switch', l.frame.body.id);
    l.within({ ...l.frame, result }, () => lowerSwitch(l, node));
    return l.load(result, node);
  },
};

export const switchStatements: Readonly<Record<string, StatementLowering>> = {
  switch_expression: lowerSwitch,
};

/** What one or several labels lead to. Bodies that run into the next one are seen as if they ended. */
interface Branch {
  readonly node: Node;
  readonly labels: readonly Node[];
  readonly body: readonly Node[];
  /** `case x -> value`: the body is what the switch gives. */
  readonly isValue: boolean;
}

function readBranches(cursor: Cursor, block: Node): Branch[] {
  const branches: Branch[] = [];
  let waiting: Node[] = [];
  for (const group of statementsIn(cursor, block)) {
    const children = statementsIn(cursor, group);
    const labels = children.filter((child) => cursor.is(child, 'switch_label'));
    const body = children.filter((child) => !cursor.is(child, 'switch_label'));
    waiting.push(...labels);
    if (body.length === 0) continue;
    const isRule = cursor.is(group, 'switch_rule');
    const isValue = isRule && body.length === 1 && cursor.is(body[0] ?? group, 'expression_statement');
    branches.push({ node: group, labels: waiting, body, isValue });
    waiting = [];
  }
  return branches;
}

const isDefault = (cursor: Cursor, label: Node): boolean => /^default\b/.test(cursor.text(label));

/** A chain of `if (value == a) ... else if (value == b) ... else ...`. The branch with `default` comes last, whatever its place. */
function lowerSwitch(l: Lowering, node: Node): void {
  const { cursor } = l;
  const value = l.operand(node, 'condition');
  const block = cursor.child(node, 'body');
  const branches = block === undefined ? [] : readBranches(cursor, block);
  const isLast = ({ labels }: Branch): boolean => labels.some((label) => isDefault(cursor, label));
  l.inBlock(() => {
    l.within({ ...l.frame, inSwitch: true }, () => {
      let depth = 0;
      for (const branch of branches.filter((one) => !isLast(one))) {
        if (depth > 0) l.emit({ op: 'else' }, branch.node);
        l.emit({ op: 'if', condition: conditionOf(l, branch, value) }, branch.node);
        lowerBranch(l, branch);
        depth++;
      }
      for (const branch of branches.filter(isLast)) {
        if (depth > 0) l.emit({ op: 'else' }, branch.node);
        lowerBranch(l, branch);
      }
      for (; depth > 0; depth--) l.end(node);
    });
  });
}

/** Labels are constants, or patterns that bind names. */
function conditionOf(l: Lowering, { node, labels }: Branch, value: ValueId): ValueId {
  const { cursor } = l;
  const conditions = labels.flatMap((label) =>
    cursor.named(label).map((part) => {
      if (cursor.is(part, 'guard')) return l.inner(part);
      if (l.isExpression(part)) {
        const right = l.expression(part);
        return l.emit({ op: 'binary', operator: '==', left: value, right }, part);
      }
      bindPattern(l, part, value);
      return l.unknown(part);
    }),
  );
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  return conditions.length === 0
    ? l.unknown(node)
    : l.emit({ op: 'choose', operator: 'or', values: conditions }, node);
}

function lowerBranch(l: Lowering, { body, isValue }: Branch): void {
  const [only] = body;
  l.inBlock(() => {
    if (!isValue || only === undefined || l.frame.result === undefined) l.statements(body);
    else l.store(l.frame.result, l.inner(only), only);
  });
}
