"""What the driver reports of good, broken and hostile programs."""

import json
import os
import tempfile
import unittest
from pathlib import Path

import driver

PROGRAM = '''
import sys
from lab import auth, sql
from lab.web import App
from inner.names import GREETING

app = App("t")
seen = []

@app.route("GET", "/who")
def who(request):
    return {"id": auth.require(request).id, "greeting": GREETING}

@app.route("POST", "/count")
def count(request):
    seen.append(request.json)
    return {"seen": seen, "deep": {"a/b": [len(seen)]}}

@app.route("GET", "/fail/<kind>")
def fail(request, kind):
    if kind == "exit":
        sys.exit(3)
    if kind == "deep":
        return fail(request, kind)
    if kind == "open":
        sql.connect().execute("BEGIN")
        sql.connect().execute("INSERT INTO t VALUES (9)")
        return {}
    raise Odd()

class Odd(Exception):
    def __str__(self):
        raise ValueError("no text")

@app.route("GET", "/long")
def long(request):
    return "x" * 70_000

def shapes(kind):
    return {"bytes": b"\\xff", "nan": float("nan"), "tuple": (1, None), "object": len, "keys": {1: 2}}[kind]
'''

SETUP = [{"sql": {"query": "CREATE TABLE t (a)"}}]


class Driver(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        # A folder that one stands in cannot be removed.
        self.addCleanup(os.chdir, os.sep)
        self.root = Path(folder.name)
        (self.root / "inner").mkdir()
        (self.root / "inner" / "names.py").write_text("GREETING = 'hello'")
        (self.root / "main.py").write_text(PROGRAM)

    def job(self, *cases, setup=SETUP, entry="main:app"):
        principals = {"ann": {"id": 1, "roles": [], "claims": {}}}
        shaped = [{"steps": list(steps)} for steps in cases]
        return json.dumps({"entry": entry, "principals": principals, "setup": setup, "cases": shaped})

    def run_cases(self, *cases, **options):
        report = json.loads(driver.run(self.job(*cases, **options), str(self.root)))
        # How long a step took differs each time.
        return [[{name: one[name] for name in one if name != "ms"} for one in case["steps"]] for case in report["cases"]]

    def test_signed_in(self):
        ((seen, anonymous),) = self.run_cases([http("/who", **{"as": "ann"}), http("/who")])
        self.assertEqual(json.loads(seen["body"]), {"id": 1, "greeting": "hello"})
        self.assertEqual(anonymous["status"], 401)

    def test_each_case_begins_afresh(self):
        steps = [post([1]), {"sql": {"query": "INSERT INTO t VALUES (1)"}}, {"sql": {"query": "SELECT * FROM t"}}]
        for first, _, rows in self.run_cases(steps, steps):
            self.assertEqual(json.loads(first["body"])["seen"], [[1]])
            self.assertEqual(rows, {"kind": "sql", "rows": [{"a": 1}]})

    def test_saved_values(self):
        saving = {"number": "/deep/a~1b/0", "absent": "/nothing"}
        steps = [post("x", save=saving), post({"n": "{{number}}", "t": "no {{number}}", "k": "{{absent}}"})]
        ((_, seen),) = self.run_cases(steps)
        self.assertEqual(json.loads(seen["body"])["seen"][1], {"n": 1, "t": "no 1", "k": "{{absent}}"})

    def test_errors_are_reported(self):
        table = [
            (http("/fail/exit"), "http", "SystemExit"),
            (http("/fail/deep"), "http", "RecursionError"),
            (http("/fail/odd"), "http", "Odd"),
            (http("/who", **{"as": "nobody"}), "none", "KeyError"),
            ({"call": {"target": "main:absent", "args": []}}, "call", "AttributeError"),
            ({"sql": {"query": "SELECT * FROM absent", "args": []}}, "sql", "OperationalError"),
        ]
        for (seen, after), (step, kind, error) in zip(self.run_cases(*([one[0], http("/who")] for one in table)), table):
            with self.subTest(step=step):
                self.assertEqual((seen["kind"], seen["error"]["type"]), (kind, error))
                self.assertEqual(after["status"], 401)

    def test_what_a_request_left_open_is_rolled_back(self):
        ((_, rows),) = self.run_cases([http("/fail/open"), {"sql": {"query": "SELECT * FROM t"}}])
        self.assertEqual(rows["rows"], [])

    def test_values_of_calls(self):
        table = {"bytes": {"$base64": "/w=="}, "nan": {"$repr": "nan"}, "tuple": [1, None],
                 "object": {"$repr": "<built-in function len>"}, "keys": {"1": 2}}
        for kind, expected in table.items():
            with self.subTest(kind=kind):
                (((seen),),) = self.run_cases([{"call": {"target": "main:shapes", "args": [kind]}}])
                self.assertEqual(seen, {"kind": "call", "value": expected})

    def test_long_bodies_are_cut(self):
        ((seen,),) = self.run_cases([http("/long")])
        self.assertEqual(len(seen["body"]), 64 * 1024)

    def test_a_program_that_does_not_load(self):
        table = [("x = (", "SyntaxError"), ("raise SystemExit(0)", "SystemExit"), ("app2 = 1", "AttributeError")]
        for source, error in table:
            with self.subTest(source=source):
                (self.root / "main.py").write_text(source)
                ((first, second),) = self.run_cases([http("/who"), http("/who")])
                self.assertEqual((first["kind"], first["error"]["type"]), ("none", error))
                self.assertEqual(second, first)

    def test_a_setup_that_fails(self):
        for setup in ([{"sql": {"query": "nonsense"}}], [http("/who")]):
            with self.subTest(setup=setup):
                ((seen,),) = self.run_cases([http("/who")], setup=setup)
                self.assertEqual(seen["kind"], "none")
                self.assertIn("setup step 1", seen["error"]["message"])

    def test_an_open_world_goes_on(self):
        driver.open_world(self.job(), str(self.root))
        sent = [json.loads(driver.send(json.dumps([post(value)]))) for value in ("a", "b")]
        self.assertEqual(json.loads(sent[1]["cases"][0]["steps"][0]["body"])["seen"], ["a", "b"])

    def test_a_changed_file_is_read_again(self):
        self.run_cases([http("/who")])
        (self.root / "inner" / "names.py").write_text("GREETING = 'howdy'")
        ((seen,),) = self.run_cases([http("/who", **{"as": "ann"})])
        self.assertIn("howdy", seen["body"])
        self.assertEqual([one.name for one in self.root.rglob("__pycache__")], [])


def http(path, **more):
    return {"http": {"method": "GET", "path": path, **more}}


def post(value, **more):
    return {"http": {"method": "POST", "path": "/count", "json": value, **more}}


if __name__ == "__main__":
    unittest.main()
