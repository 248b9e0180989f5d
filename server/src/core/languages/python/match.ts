import type { ValueId } from '../../ir/instruction.js';
import type { Node } from '../cursor.js';
import { capturedName } from './bindings.js';
import { constantKey } from './calls.js';
import type { Frame } from './frame.js';
import { numberOf } from './operators.js';

/** Classes whose pattern captures the subject itself (https://docs.python.org/3/reference/compound_stmts.html#class-patterns). */
const selfMatching = /^(?:bool|bytearray|bytes|dict|float|frozenset|int|list|set|str|tuple)$/;

/**
 * `match` as a chain of `if`. What a pattern captures is bound before its test, since the guard may read it. The test of a case that
 * always matches is the constant `true`.
 */
export function lowerMatch(frame: Frame, node: Node): void {
  const { cursor } = frame;
  const subjects = cursor.inField(node, 'subject');
  const values = subjects.map((subject) => frame.value(subject));
  const range = frame.range(node);
  const [only] = values;
  const subject =
    only !== undefined && values.length === 1
      ? only
      : frame.emit({ op: 'list', items: values.map((value) => ({ value })), kind: 'tuple', range });
  const body = cursor.child(node, 'body');
  let open = 0;
  for (const clause of body === undefined ? [] : cursor.named(body)) {
    if (!cursor.is(clause, 'case_clause')) continue;
    const clauseRange = frame.range(clause);
    if (open > 0) frame.emit({ op: 'else', range: clauseRange });
    const condition = caseCondition(frame, clause, subject);
    frame.emit({ op: 'if', condition, range: clauseRange });
    open++;
    const consequence = cursor.child(clause, 'consequence');
    if (consequence !== undefined) frame.statements(consequence);
  }
  for (let i = 0; i < open; i++) frame.end(node);
}

function caseCondition(frame: Frame, clause: Node, subject: ValueId): ValueId {
  const { cursor } = frame;
  const patterns = cursor.named(clause).filter((child) => cursor.is(child, 'case_pattern'));
  const tests = patterns.length > 1 ? sequenceTests(frame, patterns, subject) : [];
  const [only] = patterns;
  if (only !== undefined && patterns.length === 1) tests.push(...patternTests(frame, only, subject));
  const guard = cursor.child(clause, 'guard');
  const condition = guard === undefined ? undefined : cursor.firstNamed(guard);
  if (condition !== undefined) tests.push(frame.value(condition));
  return all(frame, tests, 'and', clause);
}

/** Several tests as one value; `true` when there is none. */
function all(frame: Frame, tests: readonly ValueId[], operator: 'and' | 'or', node: Node): ValueId {
  const range = frame.range(node);
  const [only] = tests;
  if (only === undefined) return frame.emit({ op: 'const', value: true, range });
  return tests.length === 1 ? only : frame.emit({ op: 'choose', operator, values: tests, range });
}

/** Lowers a pattern: binds what it captures and gives the tests that must hold. */
function patternTests(frame: Frame, pattern: Node, subject: ValueId): ValueId[] {
  if (!frame.builder.enter()) return [];
  const tests = testsOf(frame, pattern, subject);
  frame.builder.leave();
  return tests;
}

function testsOf(frame: Frame, pattern: Node, subject: ValueId): ValueId[] {
  const { cursor } = frame;
  const range = frame.range(pattern);
  const parts = cursor.named(pattern);
  const [first, second] = parts;
  switch (cursor.kind(pattern)) {
    case 'case_pattern':
      if (first === undefined) return [];
      return patternTests(frame, first, subject);
    case 'dotted_name': {
      const name = capturedName(cursor, pattern);
      if (name === undefined) return [equals(frame, pattern, subject, dottedValue(frame, parts))];
      frame.store(cursor.text(name), subject, range);
      return [];
    }
    case 'as_pattern': {
      const tests = first === undefined ? [] : patternTests(frame, first, subject);
      if (second !== undefined) frame.store(cursor.text(second), subject, frame.range(second));
      return tests;
    }
    case 'union_pattern': {
      const alternatives = parts.map((part) => all(frame, patternTests(frame, part, subject), 'and', part));
      return [all(frame, alternatives, 'or', pattern)];
    }
    case 'tuple_pattern':
      if (first !== undefined && parts.length === 1 && !cursor.has(pattern, ',')) {
        return patternTests(frame, first, subject);
      }
      return [...sequenceTests(frame, parts, subject), frame.unknown([subject], range)];
    case 'list_pattern':
      return [...sequenceTests(frame, parts, subject), frame.unknown([subject], range)];
    case 'splat_pattern':
      if (first !== undefined) frame.store(cursor.text(first), frame.unknown([subject], range), range);
      return [];
    case 'dict_pattern':
      return [frame.unknown([subject], range), ...mappingTests(frame, pattern, subject)];
    case 'class_pattern':
      return first === undefined ? [] : classTests(frame, first, parts.slice(1), subject);
    case 'keyword_pattern': {
      if (first === undefined || second === undefined) return [];
      const key = cursor.text(first);
      return patternTests(frame, second, frame.emit({ op: 'get', object: subject, key, range }));
    }
    case 'integer':
    case 'float':
      return [equals(frame, pattern, subject, lowerSignedNumber(frame, pattern))];
    default:
      return [equals(frame, pattern, subject, frame.value(pattern))];
  }
}

const equals = (frame: Frame, node: Node, left: ValueId, right: ValueId): ValueId =>
  frame.emit({ op: 'binary', operator: '==', left, right, range: frame.range(node) });

/** The minus sign of a pattern is a token of its own, right before the number. */
function lowerSignedNumber(frame: Frame, number: Node): ValueId {
  const value = numberOf(frame.cursor.text(number));
  if (value === undefined || !frame.cursor.is(number - 1, '-')) return frame.value(number);
  const range = { start: frame.cursor.start(number - 1), end: frame.cursor.end(number) };
  return frame.emit({ op: 'const', value: -value, range });
}

/** `a.b.c` in a pattern. */
function dottedValue(frame: Frame, names: readonly Node[]): ValueId {
  const { cursor } = frame;
  const [first, ...rest] = names;
  if (first === undefined) return frame.unknown([], { start: 0, end: 0 });
  let value = frame.load(cursor.text(first), frame.range(first));
  for (const name of rest) {
    const range = { start: cursor.start(first), end: cursor.end(name) };
    value = frame.emit({ op: 'get', object: value, key: cursor.text(name), range });
  }
  return value;
}

function sequenceTests(frame: Frame, patterns: readonly Node[], subject: ValueId): ValueId[] {
  const { cursor } = frame;
  const isStar = (pattern: Node): boolean => {
    const inner = cursor.firstNamed(pattern);
    return inner !== undefined && cursor.is(inner, 'splat_pattern');
  };
  const star = patterns.findIndex(isStar);
  return patterns.flatMap((pattern, i) => {
    if (i === star) return patternTests(frame, pattern, subject);
    const range = frame.range(pattern);
    const value = star === -1 || i < star ? i : i - patterns.length;
    const index = frame.emit({ op: 'const', value, range });
    return patternTests(frame, pattern, frame.emit({ op: 'get', object: subject, index, range }));
  });
}

function mappingTests(frame: Frame, pattern: Node, subject: ValueId): ValueId[] {
  const { cursor } = frame;
  const tests: ValueId[] = [];
  let key: Node | undefined;
  for (const part of cursor.named(pattern)) {
    const field = cursor.field(part);
    if (field === 'key') key = part;
    else if (field === 'value' && key !== undefined) {
      const range = { start: cursor.start(key), end: cursor.end(part) };
      const name = constantKey(frame, key);
      const member = name === undefined ? { index: keyValue(frame, key) } : { key: name };
      tests.push(...patternTests(frame, part, frame.emit({ op: 'get', object: subject, ...member, range })));
    } else if (cursor.is(part, 'splat_pattern')) {
      tests.push(...patternTests(frame, part, subject));
    }
  }
  return tests;
}

const keyValue = (frame: Frame, key: Node): ValueId =>
  frame.cursor.is(key, 'dotted_name') ? dottedValue(frame, frame.cursor.named(key)) : frame.value(key);

/** `C(a, b=c)`: an instance test and the patterns of its attributes. */
function classTests(frame: Frame, name: Node, attributes: readonly Node[], subject: ValueId): ValueId[] {
  const { cursor } = frame;
  const range = frame.range(name);
  const type = dottedValue(frame, cursor.named(name));
  const callee = frame.emit({ op: 'global', name: 'isinstance', range });
  const args = [subject, type].map((value) => ({ value, range }));
  const tests = [frame.emit({ op: 'call', callee, args, argsRange: range, range })];
  for (const attribute of attributes) {
    const inner = cursor.firstNamed(attribute);
    const named = inner !== undefined && /^(?:keyword|as)_pattern$/.test(cursor.kind(inner));
    const value =
      named || selfMatching.test(cursor.text(name))
        ? subject
        : frame.unknown([subject], frame.range(attribute));
    tests.push(...patternTests(frame, attribute, value));
  }
  return tests;
}
