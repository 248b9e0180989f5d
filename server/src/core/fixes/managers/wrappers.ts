import type { Node } from '../../languages/cursor.js';
import { isAsync } from '../place.js';
import type { Source } from '../source.js';
import type { Manager } from './manager.js';

/** A function of the project that reads a secret by its name. */
export interface Wrapper {
  /** How it is called: "get_secret", "vault.get". */
  readonly callee: string;
  /** The name that another file has to import. */
  readonly exported: string;
  /** Offset past its definition: from there on, code at the top level can call it. */
  readonly end: number;
  readonly awaits: boolean;
  /** It gives several values by name, or takes more than a name: only an example shows how it is used. */
  readonly needsExample: boolean;
  /** Its type admits that there is no value. */
  readonly optional: boolean;
}

/** Functions at the top level of a file, and methods of objects made there, that read secrets from the manager. */
export function wrappersIn(source: Source, manager: Manager): readonly Wrapper[] {
  const { library, reads } = manager;
  if (!library.test(source.source) || !reads.test(source.source)) return [];
  const definitions = source.named(source.root).flatMap((statement) => definitionsIn(source, statement));
  return definitions.flatMap(({ name, node }): Wrapper[] => {
    if (!/^class/.test(source.kind(node))) {
      const wrapper = wrapperOf(source, manager, node);
      return wrapper === undefined ? [] : [{ ...wrapper, callee: name, exported: name }];
    }
    const body = source.child(node, 'body');
    return (body === undefined ? [] : source.named(body)).flatMap((member) => {
      const method = source.is(member, 'decorated_definition')
        ? (source.child(member, 'definition') ?? member)
        : member;
      const label = source.child(method, 'name');
      const wrapper = label === undefined ? undefined : wrapperOf(source, manager, method);
      if (label === undefined || wrapper === undefined) return [];
      return definitions
        .filter((made) => isMadeFrom(source, made.node, name))
        .map((made) => ({
          ...wrapper,
          callee: `${made.name}.${source.text(label)}`,
          exported: made.name,
          end: source.end(made.node),
        }));
    });
  });
}

interface Definition {
  readonly name: string;
  /** A function, a class, or the value of a variable. */
  readonly node: Node;
}

function definitionsIn(source: Source, statement: Node): readonly Definition[] {
  const kind = source.kind(statement);
  if (kind === 'export_statement') {
    const inner = source.child(statement, 'declaration');
    return inner === undefined ? [] : definitionsIn(source, inner);
  }
  if (kind === 'decorated_definition') {
    const inner = source.child(statement, 'definition');
    return inner === undefined ? [] : definitionsIn(source, inner);
  }
  if (kind === 'lexical_declaration' || kind === 'variable_declaration')
    return source.named(statement).flatMap((declarator) => named(source, declarator, 'name', 'value'));
  if (kind === 'expression_statement')
    return source.named(statement).flatMap((assignment) => named(source, assignment, 'left', 'right'));
  const name = source.child(statement, 'name');
  return name === undefined ? [] : [{ name: source.text(name), node: statement }];
}

function named(source: Source, node: Node, nameField: string, valueField: string): readonly Definition[] {
  const name = source.child(node, nameField);
  const value = source.child(node, valueField);
  return name === undefined || value === undefined || !source.is(name, 'identifier')
    ? []
    : [{ name: source.text(name), node: value }];
}

/** `Secrets()`, `new Secrets(region)`. */
const isMadeFrom = (source: Source, node: Node, name: string): boolean => {
  const made = source.child(node, 'constructor') ?? source.child(node, 'function');
  return made !== undefined && source.text(made) === name;
};

function wrapperOf(
  source: Source,
  { reads, value }: Manager,
  fn: Node,
): Omit<Wrapper, 'callee' | 'exported'> | undefined {
  const parameters = source.child(fn, 'parameters');
  const body = source.child(fn, 'body');
  if (parameters === undefined || body === undefined) return undefined;
  const text = source.text(body);
  if (!reads.test(text) || !value.test(text)) return undefined;
  const required = source
    .named(parameters)
    .flatMap((parameter) => requiredName(source, parameter) ?? [])
    .filter((name) => name !== 'self' && name !== 'cls');
  const [first] = required;
  if (first === undefined || required.length > 2 || !new RegExp(`\\b${first}\\b`).test(text))
    return undefined;
  const type = source.child(fn, 'return_type');
  const returns = type === undefined ? '' : source.text(type);
  const isExpression = source.family === 'script' && !source.is(body, 'statement_block');
  if (!isExpression && !/\breturn\s+\S/.test(text)) return undefined;
  return {
    end: source.end(fn),
    awaits: isAsync(source, fn) || /\bPromise</.test(returns) || /\.then\(/.test(text),
    needsExample:
      required.length > 1 ||
      /\bjson\.loads\(|\bJSON\.parse\(/.test(text) ||
      /\b(?:dict|Dict|Mapping|Any|Record|Map)\b|\{/.test(returns) ||
      givesMap(text),
    optional: /\bundefined\b|\bnull\b/.test(returns),
  };
}

/** What Vault keeps under a path is a map: `return answer["data"]["data"]`. */
const givesMap = (text: string): boolean =>
  /data["']?\]?(?:\.|\[["'])data["']?\]?\s*;?\s*(?:[}\n]|$)/.test(text);

function requiredName(source: Source, parameter: Node): string | undefined {
  const kind = source.kind(parameter);
  if (kind === 'identifier') return source.text(parameter);
  if (kind === 'typed_parameter') {
    const name = source.firstNamed(parameter);
    return name !== undefined && source.is(name, 'identifier') ? source.text(name) : undefined;
  }
  if (kind !== 'required_parameter' || source.child(parameter, 'value') !== undefined) return undefined;
  const pattern = source.child(parameter, 'pattern');
  return pattern === undefined ? undefined : source.text(pattern);
}
