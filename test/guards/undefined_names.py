"""Reads Python modules as JSON, {name: text}; writes the names that each uses and nothing binds."""
import ast
import builtins
import json
import sys


def unbound(text):
    bound = set(dir(builtins)) | {"__name__"}
    used = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Name):
            (used if isinstance(node.ctx, ast.Load) else bound).add(node.id)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            bound.add(node.name)
        elif isinstance(node, ast.arg):
            bound.add(node.arg)
        elif isinstance(node, ast.alias):
            bound.add((node.asname or node.name).split(".")[0])
        elif isinstance(node, ast.ExceptHandler) and node.name:
            bound.add(node.name)
    return sorted(used - bound)


modules = json.load(sys.stdin)
json.dump({name: unbound(text) for name, text in modules.items()}, sys.stdout)
