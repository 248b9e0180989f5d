"""Reads Python modules as JSON, {name: text}; writes names that each uses and nothing binds, or imports and does not use."""
import ast
import builtins
import json
import sys


def unbound(text):
    bound = set(dir(builtins)) | {"__name__"}
    used = set()
    imported = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.alias):
            imported.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
    return sorted((used - bound - imported) | (imported - used - {"annotations"}))


modules = json.load(sys.stdin)
json.dump({name: unbound(text) for name, text in modules.items()}, sys.stdout)
