import ast
import json
import sys
from pathlib import Path

RUNS = {"run", "call", "check_call", "check_output", "Popen"}
SHELLS = {"os.system", "os.popen", "subprocess.getoutput"}
COMMANDS = SHELLS | {f"subprocess.{name}" for name in RUNS}


def imported(tree):
    """What names stand for: {"sp": "subprocess", "run": "subprocess.run"}."""
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {one.asname or one.name: one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom):
            names |= {one.asname or one.name: f"{node.module}.{one.name}" for one in node.names}
    return names


def called(call, names):
    """The full name of what is called, such as subprocess.run."""
    first, dot, rest = ast.unparse(call.func).partition(".")
    return names.get(first, first) + dot + rest


def constants_of(tree):
    """Names that the top level sets to a text."""
    texts = [one for one in tree.body if isinstance(one, ast.Assign) and is_fixed(one.value, {}, ())]
    return {target.id for one in texts for target in one.targets if isinstance(target, ast.Name)}


def is_fixed(node, names, constants):
    if isinstance(node, ast.Call):
        return called(node, names) == "shlex.quote"
    if isinstance(node, ast.Name):
        return node.id in constants
    if isinstance(node, ast.BinOp) and not isinstance(node.op, ast.Add):
        return False
    if isinstance(node, (ast.BinOp, ast.JoinedStr, ast.FormattedValue)):
        parts = [one for one in ast.iter_child_nodes(node) if isinstance(one, ast.expr)]
        return all(is_fixed(one, names, constants) for one in parts)
    return isinstance(node, ast.Constant)


def is_alarm(call, names, constants):
    name = called(call, names)
    given = {one.arg: one.value for one in call.keywords}
    shell = name in SHELLS or ast.unparse(given.get("shell", ast.Constant(False))) != "False"
    command = call.args[0] if call.args else given.get("args")
    return name in COMMANDS and shell and not is_fixed(command, names, constants)


findings = []
for path in sorted(Path("src").rglob("*.py")):
    if "tests" in path.parent.parts:
        continue
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names, constants = imported(tree), constants_of(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and is_alarm(node, names, constants):
            findings.append({"path": path.as_posix(), "line": node.lineno})
print(json.dumps({"findings": findings}))
sys.exit(1 if findings else 0)
