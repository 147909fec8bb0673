"""Executes the steps of hidden tests and reports what was seen: data in, raw observations out.

It judges nothing: whoever called it does, since learner code shares this interpreter.
Every case gets a fresh lab, a fresh world and a fresh import of the learner's files.

Strings of a step may hold `{{name}}`, a value that an earlier step saved. Where such a placeholder
is the whole string inside `json` or `args`, the value keeps its type; a name that was never saved
stays as it is written.
"""

import importlib
import json
import os
import re
from collections import defaultdict
from time import perf_counter

import lab
from lab import auth, sql
from lab._driver import loading
from lab._driver.jar import Jar
from lab._driver.race import Race
from lab._driver.request import request_of
from lab._driver.surroundings import Output, clear, lay_out
from lab._driver.values import at, failure, fill, jsonable
from lab._host import call
from lab.web import client

BODY_BYTES_MAX = 64 * 1024

_opened = {}
loading.remember()


def run(input_json, files_root):
    """Runs every case in a world of its own. Takes and returns JSON."""
    job = json.loads(input_json)
    cases = [{"steps": World(job, files_root).take(case["steps"])} for case in job["cases"]]
    clear(os.path.realpath(files_root))
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
        self.jars = defaultdict(Jar)
        self.wsgi = None
        self.failure = None
        self.output = Output()
        try:
            self._prepare(job, os.path.realpath(files_root))
        except BaseException as error:
            self.failure = failure(error)

    def take(self, steps):
        """One observation for each step."""
        if self.failure:
            return [{"kind": "none", "error": self.failure} for _ in steps]
        return [self._step(step) for step in steps]

    def _prepare(self, job, root):
        lab.reset()
        lay_out(job.get("world") or {}, root)
        loading.forget(root)
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
        start = perf_counter()
        try:
            seen = getattr(self, f"_{kind}")(fill(body, self.saved) if self.saved else body)
        except BaseException as error:
            seen_as = {"http": "none", "visit": "none", "sql": "sql"}.get(kind, "call")
            seen = {"kind": seen_as, "error": failure(error)}
        return seen if seen["kind"] == "none" else {**seen, "ms": (perf_counter() - start) * 1000}

    def _http(self, step):
        environ = client.environment(*request_of(step, self.tokens, self.jars))
        try:
            answer = client.send(self.wsgi, environ)
        except BaseException as error:
            answer = client.Answer(500, [], b"", error)
        sql.settle()
        if step.get("jar") is not None:
            self.jars[step["jar"]].keep(answer.headers)
        text = answer.body[:BODY_BYTES_MAX].decode("utf-8", "replace")
        seen = {"kind": "http", "status": answer.status, "headers": answer.headers, "body": text}
        if answer.error is not None:
            seen["error"] = failure(answer.error)
        self._save(step.get("save") or {}, seen)
        return seen

    def _save(self, wanted, seen):
        for name, where in wanted.items():
            try:
                self.saved[name] = _saved(where, seen)
            except (ValueError, LookupError, TypeError, StopIteration):
                self.saved.pop(name, None)

    def _visit(self, step):
        # The page itself runs on the host, afterwards.
        return {"kind": "call", "value": None} if step.get("file") else self._http(step)

    def _call(self, step):
        module, _, name = step["target"].partition(":")
        found = getattr(importlib.import_module(module), name)
        return {"kind": "call", "value": jsonable(found(*step.get("args", [])))}

    def _sql(self, step):
        rows = sql.connect().execute(step["query"], step.get("args", [])).fetchall()
        return {"kind": "sql", "rows": [jsonable(row) for row in rows]}

    def _log(self, kind):
        return {"kind": "call", "value": self.output.lines() if kind == "output" else call("world", {"log": kind})}

    def _file(self, path):
        try:
            with open(path, "rb") as file:
                return {"kind": "call", "value": file.read(BODY_BYTES_MAX).decode("utf-8", "replace")}
        except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return {"kind": "call", "value": None}

    def _race(self, step):
        race = Race(step["at"], lambda: self._http(step["second"]))
        both = race.run(lambda: self._http(step["first"]))
        shown = [{name: seen[name] for name in ("status", "headers", "body")} for seen in both]
        return {"kind": "call", "value": dict(zip(("first", "second"), shown))}


def _saved(where, seen):
    """The value at a JSON pointer, of a header, or of the first group of a pattern."""
    if isinstance(where, str):
        return at(json.loads(seen["body"]), where)
    if "header" in where:
        return next(value for name, value in seen["headers"] if name.lower() == where["header"].lower())
    return re.search(where["pattern"], seen["body"])[1]
