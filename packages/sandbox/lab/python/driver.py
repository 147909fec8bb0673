"""Executes the steps of hidden tests and reports what was seen: data in, raw observations out.

It judges nothing: whoever called it does, since learner code shares this interpreter.
Every case gets a fresh lab and a fresh import of the learner's files.

Strings of a step may hold `{{name}}`, a value that an earlier step saved. Where such a placeholder
is the whole string inside `json` or `args`, the value keeps its type; a name that was never saved
stays as it is written.
"""

import base64
import importlib
import json
import math
import os
import re
import sqlite3
import sys
from importlib.machinery import FileFinder, SourceFileLoader
from urllib.parse import urlencode

import lab
from lab import auth, sql
from lab.web import client

BODY_BYTES_MAX = 64 * 1024
TEXT_CHARS_MAX = 2_000
DEPTH_MAX = 40

_placeholder = re.compile(r"\{\{([A-Za-z_][\w-]*)\}\}")
_opened = {}
# Modules that no learner brought; looking through them before each case would cost a fifth of a run.
_ours = frozenset(sys.modules)


def run(input_json, files_root):
    """Runs every case in a world of its own. Takes and returns JSON."""
    job = json.loads(input_json)
    cases = [{"steps": World(job, files_root).take(case["steps"])} for case in job["cases"]]
    return json.dumps({"cases": cases})


def open_world(input_json, files_root):
    """Prepares one world that `send` continues."""
    _opened["world"] = World(json.loads(input_json), files_root)


def send(steps_json):
    """Takes steps in the opened world, after whatever was sent before."""
    return json.dumps({"cases": [{"steps": _opened["world"].take(json.loads(steps_json))}]})


class World:
    """The learner's program, freshly imported, after the setup steps."""

    def __init__(self, job, files_root):
        self.saved = {}
        self.tokens = {}
        self.wsgi = None
        self.failure = None
        try:
            self._prepare(job, os.path.realpath(files_root))
        except BaseException as error:
            self.failure = _failure(error)

    def take(self, steps):
        """One observation for each step."""
        if self.failure:
            return [{"kind": "none", "error": self.failure} for _ in steps]
        return [self._step(step) for step in steps]

    def _prepare(self, job, root):
        lab.reset()
        _forget(root)
        for name, who in job["principals"].items():
            principal = auth.Principal(who["id"], who.get("roles", ()), who.get("claims"))
            self.tokens[name] = auth.sign_in(principal)
        if job["entry"]:
            module, _, attribute = job["entry"].partition(":")
            found = getattr(importlib.import_module(module), attribute)
            self.wsgi = getattr(found, "wsgi", found)
        for number, step in enumerate(job["setup"], 1):
            seen = self._step(step)
            if "error" in seen or seen.get("status", 200) >= 400:
                said = seen["error"]["message"] if "error" in seen else seen["body"]
                raise RuntimeError(f"setup step {number} failed: {said}")

    def _step(self, step):
        (kind, body), = step.items()
        takers = {"http": self._http, "call": self._call, "sql": self._sql}
        try:
            return takers[kind](_fill(body, self.saved) if self.saved else body)
        except BaseException as error:
            return {"kind": kind if kind != "http" else "none", "error": _failure(error)}

    def _http(self, step):
        environ = client.environment(*self._request(step))
        try:
            answer = client.send(self.wsgi, environ)
        except BaseException as error:
            answer = client.Answer(500, [], b"", error)
        sql.settle()
        text = answer.body[:BODY_BYTES_MAX].decode("utf-8", "replace")
        seen = {"kind": "http", "status": answer.status, "headers": answer.headers, "body": text}
        if answer.error is not None:
            seen["error"] = _failure(answer.error)
        self._save(step.get("save") or {}, text)
        return seen

    def _request(self, step):
        headers = list((step.get("headers") or {}).items())
        if step.get("as") is not None:
            headers.append(("Authorization", f"Bearer {self.tokens[step['as']]}"))
        kind, body = "text/plain", step.get("body") or ""
        if "json" in step:
            kind, body = "application/json", json.dumps(step["json"])
        elif step.get("form") is not None:
            kind, body = "application/x-www-form-urlencoded", urlencode(step["form"])
        if body and not any(name.lower() == "content-type" for name, _ in headers):
            headers.append(("Content-Type", kind))
        path = step["path"]
        if step.get("query"):
            path += ("&" if "?" in path else "?") + urlencode(step["query"])
        return step.get("method", "GET"), path, headers, body.encode("utf-8", "surrogatepass")

    def _save(self, wanted, text):
        for name, pointer in wanted.items():
            try:
                self.saved[name] = _at(json.loads(text), pointer)
            except (ValueError, LookupError, TypeError):
                self.saved.pop(name, None)

    def _call(self, step):
        module, _, name = step["target"].partition(":")
        found = getattr(importlib.import_module(module), name)
        return {"kind": "call", "value": _jsonable(found(*step.get("args", [])))}

    def _sql(self, step):
        rows = sql.connect().execute(step["query"], step.get("args", [])).fetchall()
        return {"kind": "sql", "rows": [_jsonable(row) for row in rows]}


class _Loader(SourceFileLoader):
    """Compiles a learner's file once for all cases, and writes nothing beside it."""

    compiled = {}

    def get_code(self, fullname):
        """The code object of the module."""
        source = self.get_data(self.path)
        key = (self.path, source)
        if key not in self.compiled:
            self.compiled[key] = self.source_to_code(source, self.path)
        return self.compiled[key]


def _forget(root):
    """Purges the learner's modules, and puts their folder on the path, right after the lab's."""
    for name in sys.modules.keys() - _ours:
        module = sys.modules[name]
        # A folder without __init__.py is a module too, with a path and no loader of ours.
        ours = isinstance(getattr(module, "__loader__", None), _Loader)
        if ours or any(_inside(place, root) for place in getattr(module, "__path__", ())):
            del sys.modules[name]
    here = os.path.dirname(os.path.abspath(__file__))
    sys.path[:] = [here, root, *(one for one in sys.path if one not in (here, root))]
    sys.path_hooks[:] = [hook for hook in sys.path_hooks if not hasattr(hook, "learner")]
    sys.path_hooks.insert(0, _hook(root))
    # A finder remembers its folder; a new one sees files that the last case wrote or removed.
    for place in [one for one in sys.path_importer_cache if _inside(one, root)]:
        del sys.path_importer_cache[place]


def _inside(place, root):
    return place == root or place.startswith(root + os.sep)


def _hook(root):
    finder = FileFinder.path_hook((_Loader, [".py"]))

    def only_learner(place):
        if not _inside(place, root):
            raise ImportError(place)
        return finder(place)

    only_learner.learner = True
    return only_learner


def _fill(value, saved, typed=False):
    """The step with its placeholders replaced."""
    if isinstance(value, dict):
        return {
            _fill(name, saved): _fill(one, saved, typed or name in ("json", "args"))
            for name, one in value.items()
        }
    if isinstance(value, list):
        return [_fill(one, saved, typed) for one in value]
    if not isinstance(value, str):
        return value
    whole = _placeholder.fullmatch(value)
    if typed and whole and whole[1] in saved:
        return saved[whole[1]]
    return _placeholder.sub(lambda found: _text(saved.get(found[1], found[0])), value)


def _text(value):
    return value if isinstance(value, str) else json.dumps(value)


def _at(value, pointer):
    """RFC 6901."""
    for part in pointer.split("/")[1:]:
        name = part.replace("~1", "/").replace("~0", "~")
        value = value[int(name)] if isinstance(value, list) else value[name]
    return value


def _jsonable(value, depth=0):
    """The value as JSON, with a tag where JSON has no shape for it."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else {"$repr": repr(value)}
    if isinstance(value, (bytes, bytearray)):
        return {"$base64": base64.b64encode(bytes(value)).decode()}
    if depth < DEPTH_MAX and isinstance(value, (list, tuple)):
        return [_jsonable(one, depth + 1) for one in value]
    if depth < DEPTH_MAX and isinstance(value, (dict, sqlite3.Row)):
        return {str(name): _jsonable(value[name], depth + 1) for name in value.keys()}
    return {"$repr": repr(value)[:TEXT_CHARS_MAX]}


def _failure(error):
    """Type and message; an error whose own text raises has none."""
    try:
        message = str(error)
    except BaseException:
        message = ""
    return {"type": type(error).__name__, "message": message[:TEXT_CHARS_MAX]}
