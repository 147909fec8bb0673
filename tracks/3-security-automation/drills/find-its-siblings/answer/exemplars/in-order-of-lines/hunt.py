"""Reads each function once, in the order of its lines, and keeps the names that hold what a caller chose."""

import ast
import json
import os
import sys

CLEAN = {"secure_filename", "basename", "int", "UUID", "hexdigest"}


def aliases_of(tree):
    """What imported names end in: {"deliver": "send_file", "req": "request"}."""
    return {
        one.asname or one.name: one.name.split(".")[-1]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for one in node.names
    }


class Function:
    def __init__(self, node, file, chosen=()):
        self.file, self.chosen, self.returns = file, set(chosen), False
        self.parameters = [one.arg for one in node.args.args]
        inside = [one for one in ast.walk(node) if one is not node and hasattr(one, "lineno")]
        # Where two begin on one line, the outer one comes last: what is assigned counts from the next line on.
        guards = []
        for one in sorted(inside, key=lambda one: (one.lineno, isinstance(one, ast.Call), -one.col_offset)):
            for end, name in [guard for guard in guards if guard[0] < one.lineno]:
                guards.remove((end, name))
                self.chosen.add(name)
            self.read(one, guards)

    def last(self, node):
        """The last part of a name, as it was before it was imported."""
        if isinstance(node, ast.Attribute):
            return node.attr
        return self.file.aliases.get(node.id, node.id) if isinstance(node, ast.Name) else ""

    def is_request(self, node):
        if isinstance(node, ast.Name) and node.id in self.parameters:
            return False
        if self.last(node) != "request":
            return False
        return isinstance(node, ast.Name) or self.last(node.value) == "flask"

    def holds(self, node):
        """Whether a part of an expression is what a caller chose, and still is when it comes out."""
        if node is None or isinstance(node, ast.Compare):
            return False
        if isinstance(node, ast.Name) and node.id in self.chosen:
            return True
        if isinstance(node, (ast.Name, ast.Attribute)) and self.is_request(node):
            return True
        if isinstance(node, ast.Subscript):
            return self.holds(node.value)
        if isinstance(node, ast.IfExp):
            return self.holds(node.body) or self.holds(node.orelse)
        if isinstance(node, ast.Call):
            name = self.last(node.func)
            if name in CLEAN:
                return False
            if name == "get":
                return self.holds(node.func.value)
            if name in self.file.functions:
                return self.into(self.file.functions[name], node).returns
        return any(self.holds(part) for part in ast.iter_child_nodes(node))

    def into(self, function, call):
        names = [one.arg for one in function.args.args]
        chosen = {name for name, value in zip(names, call.args) if self.holds(value)}
        chosen |= {one.arg for one in call.keywords if self.holds(one.value)}
        return Function(function, self.file, chosen)

    def set(self, target, value):
        for name in ast.walk(target):
            if isinstance(name, ast.Name):
                (self.chosen.add if value else self.chosen.discard)(name.id)

    def read(self, node, guards):
        if isinstance(node, ast.Assign):
            [target] = node.targets
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                for one, value in zip(target.elts, node.value.elts):
                    self.set(one, self.holds(value))
            else:
                self.set(target, self.holds(node.value))
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
            self.set(node.target, self.holds(node.value))
        elif isinstance(node, ast.AugAssign) and self.holds(node.value):
            self.set(node.target, True)
        elif isinstance(node, (ast.For, ast.AsyncFor)):
            self.set(node.target, self.holds(node.iter))
        elif isinstance(node, (ast.ListComp, ast.GeneratorExp, ast.SetComp)):
            for one in node.generators:
                if self.holds(one.iter):
                    self.set(one.target, True)
        elif isinstance(node, ast.If):
            self.guard(node, guards)
        elif isinstance(node, ast.Return):
            self.returns |= self.holds(node.value)
        elif isinstance(node, ast.Call):
            self.opens(node)

    def guard(self, node, guards):
        last = node.body[-1]
        leaves = isinstance(last, (ast.Raise, ast.Return)) or "abort" in ast.unparse(last)
        match node.test:
            case ast.Compare(left=ast.Name(id=name), ops=[ast.NotIn()]) if leaves:
                self.chosen.discard(name)
            case ast.UnaryOp(op=ast.Not(), operand=ast.Call(func=ast.Attribute(value=value, attr="is_relative_to"))) if leaves:
                self.chosen.discard(ast.unparse(value))
            case ast.Compare(left=ast.Name(id=name), ops=[ast.In()]) if name in self.chosen:
                self.chosen.discard(name)
                guards.append((node.body[-1].end_lineno, name))

    def opens(self, call):
        name = self.last(call.func)
        is_builtin = name == "open" and isinstance(call.func, ast.Name)
        if is_builtin or name in ("send_file", "remove"):
            if call.args and self.holds(call.args[0]):
                self.file.found.add(call.lineno)
        elif name in ("read_text", "read_bytes", "unlink") and self.holds(call.func.value):
            self.file.found.add(call.lineno)
        elif name in self.file.functions:
            self.into(self.file.functions[name], call)


class File:
    def __init__(self, tree):
        self.found, self.aliases = set(), aliases_of(tree)
        defined = [one for one in ast.walk(tree) if isinstance(one, (ast.FunctionDef, ast.AsyncFunctionDef))]
        self.functions = {one.name: one for one in defined if one.args.args and one.args.args[0].arg != "self"}
        for one in defined:
            Function(one, self)


findings, errors = [], []
for folder, _, names in os.walk("services"):
    for path in sorted(os.path.join(folder, name) for name in names if name.endswith(".py")):
        try:
            with open(path, "rb") as file:
                found = File(ast.parse(file.read(), path)).found
        except SyntaxError as error:
            print(error, file=sys.stderr)
            errors.append({"resource": path, "error": error.msg})
            continue
        findings += [{"path": path, "line": line} for line in sorted(found)]
print(json.dumps({"findings": findings, "errors": errors}))
sys.exit(2 if errors else 1 if findings else 0)
