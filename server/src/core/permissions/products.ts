import claudeCode from './claude-code/product.js';
import instructions from './instructions/product.js';
import mcp from './mcp/product.js';
import type { Product } from './product.js';

/** Every product whose files are read. A path may belong to several. */
export const products: readonly Product[] = [claudeCode, instructions, mcp];
