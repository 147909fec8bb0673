import ast
import json
import sys
from pathlib import Path

RUNS = {"run", "call", "check_call", "check_output", "Popen"}
COMMANDS = {"os.system", "os.popen", "subprocess.getoutput"} | {f"subprocess.{name}" for name in RUNS}


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


def is_alarm(call, names):
    return called(call, names) in COMMANDS


findings = []
for path in sorted(Path("src").rglob("*.py")):
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = imported(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and is_alarm(node, names):
            findings.append({"path": path.as_posix(), "line": node.lineno})
print(json.dumps({"findings": findings}))
sys.exit(1 if findings else 0)
