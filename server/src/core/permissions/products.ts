import claudeCode from './claude-code/product.js';
import codex from './codex/product.js';
import cursor from './cursor/product.js';
import instructions from './instructions/product.js';
import mcp from './mcp/product.js';
import type { Product } from './product.js';
import scripts from './scripts/product.js';
import vscode from './vscode/product.js';

/** Every product whose files are read. A path may belong to several. */
export const products: readonly Product[] = [claudeCode, codex, cursor, instructions, mcp, scripts, vscode];
