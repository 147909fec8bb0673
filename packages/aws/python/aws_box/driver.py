"""Takes the jobs of this image: a script, commands of a shell, or the lab's own steps. Input and report are JSON.

    run   { "env": { … }, "script": { "path": "a.py", "args": […] } }   →  { "exit": 0 }
          { "env": { … }, "commands": ["aws …", …] }                     →  { "commands": [{ exit, stdout, stderr }] }
          { "cases": … }                                                 →  as the lab's driver
    open  { "env": { … } }
    send  { "run": "aws iam list-users" }, or { "script": { "path": "a.py", "args": […] }, "env": { … }, "files": { … } },
          which begins in a folder of these files alone, with these variables; a byte of a file that is no UTF-8 comes as
          a lone surrogate (PEP 383)
          →  { "exit": 0, "folder": …, "env": { … }, "files": { … } }, what it printed on the standard streams

Files and variables that are reported can be given to the next interpreter: so it stands where this one stood.
"""

import json
import os
import random
import shutil
import sys

import driver as lab_driver

from . import clock, scripts
from .keeping import Keeping
from .shell import Shell

# Beside what the job brings: nobody is asked for credentials of the machine, and no colours.
_environment = {
    "AWS_EC2_METADATA_DISABLED": "true",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_PAGER": "",
    "PATH": "/usr/bin:/bin",
}
_opened = {}
# As the interpreter was before anything ran in it.
_bare = dict(os.environ)


def run(input_json, files_root):
    """One job, from its beginning to its end."""
    job = json.loads(input_json)
    if "cases" in job:
        return lab_driver.run(input_json, files_root)
    shell = _begin(job, files_root)
    if "script" in job:
        script = job["script"]
        return json.dumps({"exit": scripts.run_file(script["path"], script.get("args", ()))})
    seen = []
    for line in job["commands"]:
        code, out, err = shell.run(line)
        seen.append({"exit": code, "stdout": out.decode("utf-8", "replace"), "stderr": err.decode("utf-8", "replace")})
    return json.dumps({"commands": seen})


def open_world(input_json, files_root):
    """A shell that `send` goes on with."""
    job = json.loads(input_json)
    if "cases" in job:
        return lab_driver.open_world(input_json, files_root)
    _opened.update(shell=_begin(job, files_root), keeping=Keeping(files_root), root=files_root)


def send(request_json):
    """One command, or one script, after whatever was sent before."""
    if "shell" not in _opened:
        return lab_driver.send(request_json)
    request = json.loads(request_json)
    if "script" in request:
        return _run_afresh(request)
    clock.follow()
    code, out, err = _opened["shell"].run(request["run"])
    for stream, printed in ((sys.stdout, out), (sys.stderr, err)):
        stream.write(printed.decode("utf-8", "replace"))
    return json.dumps({"exit": code, "folder": os.getcwd(), **_opened["keeping"].changes()})


def _run_afresh(request):
    root, script = _opened["root"], request["script"]
    os.chdir(root)
    for name in os.listdir(root):
        path = os.path.join(root, name)
        shutil.rmtree(path) if os.path.isdir(path) and not os.path.islink(path) else os.remove(path)
    for path, text in request["files"].items():
        os.makedirs(os.path.dirname(path) or ".", exist_ok=True)
        with open(path, "w", encoding="utf-8", errors="surrogateescape", newline="") as file:
            file.write(text)
    os.environ.clear()
    _set_out(root, request.get("env", {}))
    keeping = Keeping(root)
    # The same program on the same account does the same, however it waits by chance.
    random.seed(0)
    code = scripts.run_file(script["path"], script.get("args", ()))
    return json.dumps({"exit": code, "files": keeping.changes()["files"]})


def _begin(job, files_root):
    os.chdir(files_root)
    _set_out(files_root, job.get("env", {}))
    return Shell()


def _set_out(root, env):
    # The home folder is the working folder: what `aws configure set` writes is among the files that are kept.
    os.environ.update({**_bare, **_environment, "HOME": root, **env})
    clock.follow()
