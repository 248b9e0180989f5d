// Runs inside the extension host, next to the extension: writes every finding that the editor shows to found.json.
const vscode = require('vscode');

exports.run = async () => {
  const root = vscode.workspace.workspaceFolders[0].uri;
  const own = () =>
    vscode.languages
      .getDiagnostics()
      .flatMap(([uri, list]) =>
        list.filter(({ source }) => source === 'sallyport').map((diagnostic) => ({ uri, diagnostic })),
      );
  let last = '';
  let calm = 0;
  for (let i = 0; i < 300 && calm < 20; i++) {
    await new Promise((done) => setTimeout(done, 200));
    const now = JSON.stringify(
      own().map(({ uri, diagnostic }) => [uri.path, diagnostic.range, diagnostic.message]),
    );
    calm = now !== '[]' && now === last ? calm + 1 : 0;
    last = now;
  }
  const found = [];
  for (const { uri, diagnostic } of own()) {
    const document = await vscode.workspace.openTextDocument(uri);
    found.push({
      path: uri.path.slice(root.path.length + 1),
      ruleId: typeof diagnostic.code === 'object' ? diagnostic.code.value : diagnostic.code,
      message: diagnostic.message,
      start: document.offsetAt(diagnostic.range.start),
      end: document.offsetAt(diagnostic.range.end),
    });
  }
  const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  found.sort(
    (a, b) =>
      order(a.path, b.path) ||
      a.start - b.start ||
      a.end - b.end ||
      order(a.ruleId, b.ruleId) ||
      order(a.message, b.message),
  );
  await vscode.workspace.fs.writeFile(
    vscode.Uri.joinPath(root, 'found.json'),
    new TextEncoder().encode(JSON.stringify(found)),
  );
};
