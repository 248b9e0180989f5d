import type { Node } from '../languages/cursor.js';
import type { TextRange } from '../text/range.js';
import { isCall, readCall } from './call.js';
import type { Source } from './source.js';

/** A path put together from a folder and what is in it, as source text. */
export interface FolderAndName {
  readonly folder: string;
  readonly name: string;
  /** The whole expression, parentheses around it included. */
  readonly range: TextRange;
}

/** `path.join(base, name)`, `base / name`, `base.joinpath(name)`, `f"notes/{name}"`, `'notes/' + name`. */
export function folderAndName(source: Source, node: Node): FolderAndName | undefined {
  const found = joined(source, node) ?? divided(source, node) ?? written(source, node);
  if (found === undefined) return undefined;
  const around = source.parent(node);
  const range = source.range(source.is(around, 'parenthesized_expression') ? around : node);
  return { ...found, range };
}

type Parts = Pick<FolderAndName, 'folder' | 'name'>;

function joined(source: Source, node: Node): Parts | undefined {
  const call = isCall(source.kind(node)) ? readCall(source, node) : undefined;
  if (call === undefined || call.spreads.length > 0) return undefined;
  const callee = source.text(call.callee);
  const [first, second, ...rest] = call.positional;
  if (first === undefined || rest.length > 0) return undefined;
  if (second === undefined) {
    const folder = /\.joinpath$/.test(callee) ? source.child(call.callee, 'object') : undefined;
    return folder === undefined ? undefined : { folder: source.text(folder), name: source.text(first) };
  }
  return /(?:^|\.)(?:join|resolve|Path|PurePath)$/.test(callee)
    ? { folder: source.text(first), name: source.text(second) }
    : undefined;
}

/** The `/` of `pathlib`. */
function divided(source: Source, node: Node): Parts | undefined {
  if (!source.is(node, 'binary_operator')) return undefined;
  const [left, right] = [source.child(node, 'left'), source.child(node, 'right')];
  if (left === undefined || right === undefined) return undefined;
  const between = source.source.slice(source.range(left).end, source.range(right).start);
  return between.trim() === '/' ? { folder: source.text(left), name: source.text(right) } : undefined;
}

/** A literal that starts with a folder, and goes on with the name. */
function written(source: Source, node: Node): Parts | undefined {
  const text = source.text(node);
  const template = /^(f?)(["'`])([\w. -][\w./ -]*)\/(?=[^"'`]*\$?\{)(.*)$/is.exec(text);
  if (template !== null && /string/.test(source.kind(node))) {
    const [, mark = '', quote = '', folder = '', name = ''] = template;
    const plain = quote === '`' ? source.style.quote : quote;
    // The name alone needs no template around it.
    const alone = /^\$?\{([\w.]+)\}["'`]$/.exec(name)?.[1];
    return { folder: plain + folder + plain, name: alone ?? mark + quote + name };
  }
  const sum = /^(["'])([\w. -][\w./ -]*)\/\1\s*\+\s*(\S.*)$/s.exec(text);
  if (sum === null || !/^binary_/.test(source.kind(node))) return undefined;
  const [, quote = '', folder = '', name = ''] = sum;
  return { folder: quote + folder + quote, name };
}
