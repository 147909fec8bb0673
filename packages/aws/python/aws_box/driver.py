"""Takes the jobs of this image: a script, commands of a shell, or the lab's own steps. Input and report are JSON.

    run   { "env": { … }, "script": { "path": "a.py", "args": […] } }   →  { "exit": 0 }
          { "env": { … }, "commands": ["aws …", …] }                     →  { "commands": [{ exit, stdout, stderr }] }
          { "cases": … }                                                 →  as the lab's driver
    open  { "env": { … } }
    send  { "run": "aws iam list-users" } or { "python": "a.py", "args": […] }
          →  { "exit": 0, "folder": …, "env": { … }, "files": { … } }, what it printed on the standard streams

Files and variables that are reported can be given to the next interpreter: so it stands where this one stood.
"""

import json
import os
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
    _opened["shell"] = _begin(job, files_root)
    _opened["keeping"] = Keeping(files_root)


def send(request_json):
    """One command, or one script, after whatever was sent before."""
    if "shell" not in _opened:
        return lab_driver.send(request_json)
    request = json.loads(request_json)
    clock.follow()
    shell = _opened["shell"]
    if "python" in request:
        code, out, err = shell.python([request["python"], *request.get("args", ())])
    else:
        code, out, err = shell.run(request["run"])
    for stream, printed in ((sys.stdout, out), (sys.stderr, err)):
        stream.write(printed.decode("utf-8", "replace"))
    return json.dumps({"exit": code, "folder": os.getcwd(), **_opened["keeping"].changes()})


def _begin(job, files_root):
    os.chdir(files_root)
    # The home folder is the working folder: what `aws configure set` writes is among the files that are kept.
    os.environ.update({**_environment, "HOME": files_root, **job.get("env", {})})
    clock.follow()
    return Shell()
