"""Reports commands in which a shell reads something that is not written in the file."""

import ast
import json
import os
import sys

ALWAYS = ["os.system", "os.popen", "subprocess.getoutput"]
ON_DEMAND = ["subprocess." + name for name in "run call check_call check_output Popen".split()]


class Rule(ast.NodeVisitor):
    def __init__(self, tree):
        self.names, self.texts, self.lines = {}, set(), set()
        for statement in tree.body:
            if isinstance(statement, ast.Assign) and self.is_literal(statement.value):
                self.texts |= {ast.unparse(target) for target in statement.targets}
        self.visit(tree)

    @staticmethod
    def is_literal(node):
        return isinstance(node, ast.Constant) and type(node.value) is str

    def visit_Import(self, node):
        for one in node.names:
            self.names[one.asname or one.name] = one.name

    def visit_ImportFrom(self, node):
        for one in node.names:
            self.names[one.asname or one.name] = node.module + "." + one.name

    def name_of(self, call):
        parts = ast.unparse(call.func).split(".")
        return ".".join([self.names.get(parts[0], parts[0]), *parts[1:]])

    def varies(self, node):
        """Whether anything in the text comes from elsewhere."""
        if isinstance(node, ast.Call) and self.name_of(node) == "shlex.quote":
            return False
        if isinstance(node, ast.Name):
            return node.id not in self.texts
        if isinstance(node, (ast.BinOp, ast.JoinedStr, ast.FormattedValue)):
            parts = [part for part in ast.iter_child_nodes(node) if isinstance(part, ast.expr)]
            return any(self.varies(part) for part in parts)
        return not self.is_literal(node)

    def visit_Call(self, node):
        self.generic_visit(node)
        name = self.name_of(node)
        given = {one.arg: one.value for one in node.keywords}
        shell = name in ALWAYS
        if name in ON_DEMAND and "shell" in given:
            shell = ast.unparse(given["shell"]) != "False"
        if shell and self.varies(node.args[0] if node.args else given.get("args")):
            self.lines.add(node.lineno)


findings = []
for folder, folders, files in os.walk("src"):
    # No way down into what is not shipped.
    folders[:] = [name for name in folders if name != "tests"]
    for name in files:
        path = os.path.join(folder, name).replace(os.sep, "/")
        if name.endswith(".py"):
            with open(path, encoding="utf-8") as file:
                lines = Rule(ast.parse(file.read())).lines
            findings += [{"path": path, "line": line} for line in sorted(lines)]
json.dump({"findings": findings}, sys.stdout, indent=1)
sys.exit(bool(findings))
