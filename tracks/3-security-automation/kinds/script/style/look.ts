/**
 * Looks a program over, in Python, and prints what a colleague would remark on it as JSON: kind and line, the first of
 * each kind. It never runs the program. What cannot be parsed gets no remark; its run says what is wrong.
 */
export const look = String.raw`
import ast
import json
import sys

BUILTINS = {"all", "dict", "dir", "filter", "id", "input", "list", "map", "max", "min", "next", "set", "str", "sum", "type"}
LONGEST = 40


def is_silent(handler):
    return all(isinstance(one, (ast.Pass, ast.Continue)) for one in handler.body)


def is_everything(handler):
    kind = handler.type
    return kind is None or isinstance(kind, ast.Name) and kind.id in {"Exception", "BaseException"}


def attribute(node):
    return node.func.attr if isinstance(node.func, ast.Attribute) else ""


def kept_by_with(tree):
    items = (item for node in ast.walk(tree) if isinstance(node, (ast.With, ast.AsyncWith)) for item in node.items)
    return {id(item.context_expr) for item in items}


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                yield (alias.asname or alias.name.split(".")[0]), node.lineno


def seen(tree):
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    kept = kept_by_with(tree)
    for name, line in imported(tree):
        if name not in used and name != "*":
            yield "unused-import", line, name
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        if isinstance(node, ast.ExceptHandler) and is_everything(node):
            yield ("silent" if is_silent(node) else "catches-all"), line, ""
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            if node.end_lineno - line >= LONGEST:
                yield "long-function", line, node.name
            if any(isinstance(one, (ast.List, ast.Dict, ast.Set)) for one in node.args.defaults + node.args.kw_defaults):
                yield "mutable-default", line, node.name
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store) and node.id in BUILTINS:
            yield "shadows", line, node.id
        if isinstance(node, ast.Compare) and any(
            isinstance(op, (ast.Eq, ast.NotEq)) and isinstance(right, ast.Constant) and right.value is None
            for op, right in zip(node.ops, node.comparators)
        ):
            yield "equals-none", line, ""
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id == "open" and id(node) not in kept:
                yield "open-without-with", line, ""
            if attribute(node) in {"utcnow", "utcfromtimestamp"}:
                yield "naive-time", line, attribute(node)
    lines = [one for one in tree.body if not isinstance(one, (ast.Import, ast.ImportFrom))]
    if not any(isinstance(one, (ast.FunctionDef, ast.ClassDef)) for one in lines) and lines:
        if lines[-1].end_lineno - lines[0].lineno >= LONGEST:
            yield "no-functions", lines[0].lineno, ""


try:
    tree = ast.parse(open(sys.argv[1], encoding="utf-8").read())
except (SyntaxError, ValueError, RecursionError, MemoryError):
    tree = ast.Module(body=[], type_ignores=[])
first = {}
for kind, line, name in seen(tree):
    first.setdefault(kind, {"kind": kind, "line": line, "name": name})
json.dump(list(first.values()), sys.stdout)
`;
