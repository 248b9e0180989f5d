-- Neovim's own LSP client against `sallyport lsp --stdio`: diagnostics, code action with resolve, apply, write.
local function fail(message)
  io.stderr:write('FAIL ' .. message .. '\n')
  vim.cmd('cquit 1')
end

local ok, err = xpcall(function()
  local file = os.getenv('FILE')
  vim.cmd('edit ' .. vim.fn.fnameescape(file))
  vim.bo.filetype = 'python'
  local buffer = vim.api.nvim_get_current_buf()
  local root = vim.fn.fnamemodify(file, ':h')
  local id = vim.lsp.start_client({
    name = 'sallyport',
    cmd = { os.getenv('NODE'), os.getenv('CLI'), 'lsp', '--stdio' },
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
  })
  assert(id, 'the client did not start')
  assert(vim.lsp.buf_attach_client(buffer, id), 'the client did not attach')

  local function finding()
    for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
      if diagnostic.code == os.getenv('RULE') or (diagnostic.user_data and diagnostic.user_data.lsp and diagnostic.user_data.lsp.code == os.getenv('RULE')) then
        return diagnostic
      end
    end
  end
  assert(vim.wait(30000, function() return finding() ~= nil end, 50), 'the finding was not reported')

  local found = finding()
  local place = {
    start = { line = found.lnum, character = found.col },
    ['end'] = { line = found.end_lnum, character = found.end_col },
  }
  local answer = vim.lsp.buf_request_sync(buffer, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(buffer),
    range = place,
    context = { diagnostics = {}, only = { 'quickfix' } },
  }, 10000)
  local chosen
  for _, action in ipairs(answer[id].result) do
    if action.title:find(os.getenv('TITLE'), 1, true) then chosen = action break end
  end
  assert(chosen, 'the fix was not offered')
  if not chosen.edit then
    chosen = vim.lsp.buf_request_sync(buffer, 'codeAction/resolve', chosen, 10000)[id].result
  end
  local client = vim.lsp.get_client_by_id(id)
  vim.lsp.util.apply_workspace_edit(chosen.edit, client.offset_encoding)
  assert(vim.wait(10000, function() return finding() == nil end, 50), 'the finding did not go away')
  vim.cmd('wall')
  client.stop()
  vim.wait(3000, function() return client.is_stopped() end, 20)
  io.stdout:write('PASS\n')
end, debug.traceback)
if not ok then fail(err) else vim.cmd('qall!') end
