"""Finds calls that open a file under a name that a caller chose."""

import ast
import json
import sys
from pathlib import Path

CLEANERS = {"werkzeug.utils.secure_filename", "os.path.basename", "int", "uuid.UUID"}
OPENERS = {"open", "flask.send_file", "os.remove"}
METHODS = {"read_text", "read_bytes", "unlink"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)


class Hunt:
    """One file. `chosen` is the set of local names that hold what a caller chose."""

    def __init__(self, tree):
        self.lines, self.imports, self.running = set(), {}, set()
        nodes = list(ast.walk(tree))
        for node in nodes:
            if isinstance(node, ast.Import):
                for one in node.names:
                    first = one.name.split(".")[0]
                    self.imports[one.asname or first] = one.name if one.asname else first
            elif isinstance(node, ast.ImportFrom):
                for one in node.names:
                    self.imports[one.asname or one.name] = f"{node.module}.{one.name}"
        functions = [node for node in nodes if isinstance(node, FUNCTIONS)]
        self.functions = {function.name: function for function in functions}
        nested = {inner for one in functions for inner in ast.walk(one) if inner is not one}
        for function in functions:
            if function not in nested:
                self.run(function, set())

    def name_of(self, node):
        """Such as flask.request.args, whatever it was imported as; empty for anything but a dotted name."""
        if isinstance(node, ast.Attribute):
            before = self.name_of(node.value)
            return f"{before}.{node.attr}" if before else ""
        if isinstance(node, ast.Name):
            return "" if node.id in self.own else self.imports.get(node.id, node.id)
        return ""

    def run(self, function, chosen):
        """Goes through a function; whether it returns what a caller chose."""
        key = (function.name, frozenset(chosen))
        if key in self.running:
            return False
        self.running.add(key)
        kept = getattr(self, "own", set()), getattr(self, "returned", False)
        self.own, self.returned = {one.arg for one in function.args.args}, False
        self.block(function.body, set(chosen))
        returned = self.returned
        self.own, self.returned = kept
        self.running.discard(key)
        return returned

    def block(self, statements, chosen):
        for statement in statements:
            self.statement(statement, chosen)

    def statement(self, node, chosen):
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self.run(node, chosen)
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=ast.Tuple(elts=values)):
                for name, value in zip(names, values):
                    self.put(name, self.value(value, chosen), chosen)
            case ast.Assign() | ast.AnnAssign(value=ast.expr()):
                is_chosen = self.value(node.value, chosen)
                for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                    self.put(target, is_chosen, chosen)
            case ast.AugAssign(target=ast.Name(id=name)):
                self.put(node.target, self.value(node.value, chosen) or name in chosen, chosen)
            case ast.For() | ast.AsyncFor():
                self.put(node.target, self.value(node.iter, chosen), chosen)
                self.block(node.body + node.orelse, chosen)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    is_chosen = self.value(item.context_expr, chosen)
                    if item.optional_vars:
                        self.put(item.optional_vars, is_chosen, chosen)
                self.block(node.body, chosen)
            case ast.If():
                self.branch(node, chosen)
            case ast.Return(value=ast.expr()):
                self.returned |= self.value(node.value, chosen)
            case _:
                for part in ast.iter_child_nodes(node):
                    if isinstance(part, ast.expr):
                        self.value(part, chosen)
                    elif isinstance(part, ast.ExceptHandler):
                        self.block(part.body, chosen)
                    elif isinstance(part, ast.stmt):
                        self.statement(part, chosen)

    def branch(self, node, chosen):
        self.value(node.test, chosen)
        passed, failed = guarded(node.test)
        then, otherwise = chosen - passed, chosen - failed
        self.block(node.body, then)
        self.block(node.orelse, otherwise)
        after = otherwise if self.leaves(node.body) else then | otherwise
        chosen.clear()
        chosen |= after

    def leaves(self, body):
        last = body[-1]
        if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
            return self.name_of(last.value.func) == "flask.abort"
        return isinstance(last, (ast.Return, ast.Raise, ast.Continue))

    def put(self, target, is_chosen, chosen):
        for name in ast.walk(target):
            if isinstance(name, ast.Name):
                (chosen.add if is_chosen else chosen.discard)(name.id)

    def value(self, node, chosen):
        """Whether an expression is what a caller chose. Looks at all of its parts, for what they open."""
        match node:
            case ast.Name(id=name):
                return name in chosen or self.name_of(node) == "flask.request"
            case ast.NamedExpr(target=target, value=value):
                is_chosen = self.value(value, chosen)
                self.put(target, is_chosen, chosen)
                return is_chosen
            case ast.Compare():
                self.parts(node, chosen)
                return False
            case ast.Subscript(value=value, slice=index):
                self.value(index, chosen)
                return self.value(value, chosen)
            case ast.IfExp(test=test, body=body, orelse=orelse):
                self.value(test, chosen)
                return any([self.value(body, chosen), self.value(orelse, chosen)])
            case ast.Attribute(value=value):
                return self.name_of(node) == "flask.request" or self.value(value, chosen)
            case ast.Call():
                return self.call(node, chosen)
        if isinstance(node, COMPREHENSIONS):
            inner = set(chosen)
            for one in node.generators:
                self.put(one.target, self.value(one.iter, inner), inner)
            return self.parts(node, inner)
        return self.parts(node, chosen)

    def parts(self, node, chosen):
        found = [self.value(part, chosen) for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
        return any(found)

    def call(self, node, chosen):
        name, method = self.name_of(node.func), getattr(node.func, "attr", "")
        given = [self.value(one, chosen) for one in node.args]
        named = {one.arg: self.value(one.value, chosen) for one in node.keywords}
        owner = isinstance(node.func, ast.Attribute) and self.value(node.func.value, chosen)
        if (name in OPENERS and given[:1] == [True]) or (method in METHODS and owner):
            self.lines.add(node.lineno)
        if name in CLEANERS or method in ("hexdigest", "get") and not owner or method == "hexdigest":
            return False
        if name in self.functions:
            function = self.functions[name]
            parameters = [one.arg for one in function.args.args]
            passed = {one for one, is_chosen in zip(parameters, given) if is_chosen}
            passed |= {one for one, is_chosen in named.items() if is_chosen}
            return self.run(function, passed)
        return owner or any(given) or any(named.values())


def guarded(test):
    """Names that are safe where a test holds, and where it does not."""
    match test:
        case ast.Compare(left=ast.Name(id=name), ops=[ast.In()]):
            return {name}, set()
        case ast.Compare(left=ast.Name(id=name), ops=[ast.NotIn()]):
            return set(), {name}
        case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr="is_relative_to")):
            return {name}, set()
        case ast.UnaryOp(op=ast.Not(), operand=inner):
            return guarded(inner)[::-1]
    return set(), set()


def main():
    findings, errors = [], []
    for path in sorted(Path("services").rglob("*.py")):
        name = path.as_posix()
        try:
            # Bytes: the file itself says how it is encoded.
            hunt = Hunt(ast.parse(path.read_bytes()))
            findings += [{"path": name, "line": line} for line in sorted(hunt.lines)]
        except (SyntaxError, ValueError, RecursionError) as error:
            errors.append({"resource": name, "error": str(error)})
    json.dump({"findings": findings, "errors": errors}, sys.stdout, indent=1)
    return 2 if errors else 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
