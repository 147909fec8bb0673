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


def is_text(node):
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def constants_of(tree):
    """Names that the top level sets to a text."""
    return {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign) and is_text(node.value)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def is_fixed(node, names, constants):
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name in constants
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return is_fixed(left, names, constants) and is_fixed(right, names, constants)
        case ast.JoinedStr(values=values):
            return all(is_fixed(one, names, constants) for one in values)
        case ast.FormattedValue(value=value):
            return is_fixed(value, names, constants)
        case ast.Call():
            return called(node, names) == "shlex.quote"
    return False


def is_alarm(call, names, constants):
    name = called(call, names)
    if name not in COMMANDS:
        return False
    keywords = {one.arg: one.value for one in call.keywords}
    shell = keywords.get("shell", ast.Constant(False))
    if name not in SHELLS and isinstance(shell, ast.Constant) and shell.value is False:
        return False
    command = call.args[0] if call.args else keywords.get("args")
    return not is_fixed(command, names, constants)


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
