import aider from './aider/product.js';
import amp from './amp/product.js';
import claudeCode from './claude-code/product.js';
import cline from './cline/product.js';
import codex from './codex/product.js';
import containers from './containers/product.js';
import continueDev from './continue/product.js';
import crush from './crush/product.js';
import cursor from './cursor/product.js';
import gemini from './gemini/product.js';
import githubActions from './github-actions/product.js';
import goose from './goose/product.js';
import instructions from './instructions/product.js';
import kiro from './kiro/product.js';
import mcp from './mcp/product.js';
import modelServices from './model-services/product.js';
import opencode from './opencode/product.js';
import openhands from './openhands/product.js';
import type { Product } from './product.js';
import roo from './roo/product.js';
import scripts from './scripts/product.js';
import vscode from './vscode/product.js';
import windsurf from './windsurf/product.js';
import zed from './zed/product.js';

/** Every product whose files are read. A path may belong to several. */
export const products: readonly Product[] = [
  aider,
  amp,
  claudeCode,
  cline,
  codex,
  containers,
  continueDev,
  crush,
  cursor,
  gemini,
  githubActions,
  goose,
  instructions,
  kiro,
  mcp,
  modelServices,
  opencode,
  openhands,
  roo,
  scripts,
  vscode,
  windsurf,
  zed,
];
