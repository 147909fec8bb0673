"""Steps beyond requests, calls and statements: browsers, uploads, logs, files, races."""

import json
import os
import tempfile
import unittest
from pathlib import Path

import driver

PROGRAM = '''
import logging
import os
import subprocess
import sys
from lab import mail, sessions, sql
from lab.web import App, Response

app = App("t")
log = logging.getLogger("shop")
print("loaded")

@app.route("POST", "/login")
def login(request):
    response = Response("in", headers={"X-Seat": "7"})
    sessions.start(response, {"user": request.form["user"]}, same_site=request.form["site"])
    response.set_cookie("below", "1", path="/deep")
    return response

@app.route("POST", "/out")
def out(request):
    response = Response("out")
    sessions.end(request, response)
    return response

@app.route(["GET", "POST"], "/seen")
def seen(request):
    names = ("Cookie", "Origin", "Sec-Fetch-Site")
    session = sessions.get(request)
    return {**{name: request.headers.get(name) for name in names[1:]}, "user": session and session["user"],
            "names": sorted(request.cookies)}

@app.route("GET", "/deep/seen")
def deep(request):
    return seen(request)

@app.route("POST", "/upload")
def upload(request):
    file = request.files["file"]
    return {"name": file.filename, "type": file.content_type, "data": file.data.hex(), "note": request.form["note"]}

@app.route("POST", "/raw")
def raw(request):
    return {"hex": request.body.hex()}

@app.route("GET", "/noise")
def noise(request):
    print("printed")
    print("to err", file=sys.stderr)
    log.info("token %s", "abc")
    log.debug("unseen")
    subprocess.run(["echo", "hidden; id"])
    mail.send(to="a@b.example", subject="s", body="b")
    with open("/tmp/written", "w") as file:
        file.write("w")
    return {"motd": open("/srv/data/motd").read(), "color": os.environ.get("COLOR")}

def take(kind):
    db = sql.connect()
    if kind == "transaction":
        with db:
            db.execute("BEGIN IMMEDIATE")
            left = db.execute("SELECT stock FROM items").fetchone()[0]
            db.execute("UPDATE items SET stock = ?", [left - 1])
        return left
    if kind == "cursor":
        cursor = db.cursor()
        cursor.execute("SELECT stock FROM items")
        left = cursor.fetchone()[0]
        cursor.execute("UPDATE items SET stock = ?", [left - 1])
        return left
    left = db.execute("SELECT stock FROM items").fetchone()[0]
    if kind == "open":
        db.execute("BEGIN")
    db.execute("UPDATE items SET stock = ?", [left - 1])
    return left

@app.route("POST", "/take/<kind>")
def taking(request, kind):
    return {"left": take(kind)}
'''

WORLD = {"files": {"/srv/data/motd": "hello", "/srv/data/bytes": {"base64": "/w=="}}, "env": {"COLOR": "red"}}
SETUP = [{"sql": {"query": "CREATE TABLE items (stock)"}}, {"sql": {"query": "INSERT INTO items VALUES (5)"}}]


class Steps(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        # A folder that one stands in cannot be removed.
        self.addCleanup(os.chdir, os.sep)
        self.root = Path(folder.name)
        (self.root / "main.py").write_text(PROGRAM)

    def run_cases(self, *cases):
        job = {"entry": "main:app", "principals": {}, "world": WORLD, "setup": SETUP}
        report = json.loads(driver.run(json.dumps({**job, "cases": [{"steps": steps} for steps in cases]}), str(self.root)))
        return [case["steps"] for case in report["cases"]]

    def test_cookies_of_a_browser(self):
        table = [
            ("Lax", "GET", True, "ann", "cross-site", None),
            ("Lax", "POST", True, None, "cross-site", "https://evil.example"),
            ("Lax", "POST", False, "ann", "same-origin", "https://shop.example"),
            ("Strict", "GET", True, None, "cross-site", None),
            ("None", "POST", True, "ann", "cross-site", "https://evil.example"),
            ("Strict", "GET", False, "ann", "same-origin", None),
        ]
        login = [[http("/login", "POST", jar="b", form={"user": "ann", "site": row[0]}),
                  http("/seen", row[1], jar="b", cross=row[2])] for row in table]
        for row, (_, seen) in zip(table, self.run_cases(*login)):
            with self.subTest(row=row):
                said = json.loads(seen["body"])
                self.assertEqual((said["user"], said["Sec-Fetch-Site"], said["Origin"]), row[3:])

    def test_lax_stays_at_home_where_no_page_is_opened(self):
        login = http("/login", "POST", jar="b", form={"user": "ann", "site": "Lax"})
        modes = [{"Sec-Fetch-Mode": mode} for mode in ("navigate", "no-cors", "cors")]
        cases = [[login, http("/seen", jar="b", cross=True, headers=headers)] for headers in modes]
        seen = [json.loads(steps[-1]["body"])["user"] for steps in self.run_cases(*cases)]
        self.assertEqual(seen, ["ann", None, None])

    def test_jars_are_apart_and_follow_paths_and_ends(self):
        form = {"user": "ann", "site": "Lax"}
        steps = [http("/login", "POST", jar="a", form=form), http("/seen", jar="b"), http("/deep/seen", jar="a"),
                 http("/out", "POST", jar="a"), http("/deep/seen", jar="a"), http("/seen")]
        ((_, other, deep, _, after, none),) = self.run_cases(steps)
        names = [json.loads(one["body"])["names"] for one in (other, deep, after, none)]
        self.assertEqual(names, [[], ["below", "session"], ["below"], []])
        self.assertIsNone(json.loads(none["body"])["Sec-Fetch-Site"])

    def test_bodies(self):
        upload = {"note": "n", "file": {"name": "../a.png", "type": "image/png", "base64": "/wAK"}}
        steps = [http("/upload", "POST", upload=upload), http("/raw", "POST", base64="AP8=")]
        ((seen, raw),) = self.run_cases(steps)
        expected = {"name": "../a.png", "type": "image/png", "data": "ff000a", "note": "n"}
        self.assertEqual(json.loads(seen["body"]), expected)
        self.assertEqual(json.loads(raw["body"]), {"hex": "00ff"})

    def test_saves(self):
        save = {"seat": {"header": "x-seat"}, "word": {"pattern": "(i)n"}, "none": {"header": "absent"}, "no": {"pattern": "(x)"}}
        form = {"user": "ann", "site": "Lax"}
        steps = [http("/login", "POST", form=form, save=save), http("/raw", "POST", body="{{seat}}{{word}}{{none}}{{no}}")]
        ((_, seen),) = self.run_cases(steps)
        self.assertEqual(bytes.fromhex(json.loads(seen["body"])["hex"]).decode(), "7i{{none}}{{no}}")

    def test_logs_and_files(self):
        files = ["/tmp/written", "/srv/data/motd", "/srv/data/bytes", "/none", "/srv"]
        steps = [{"file": "/tmp/written"}, http("/noise"), *({"log": kind} for kind in ("output", "shell", "mail", "net")),
                 *({"file": path} for path in files)]
        for before, seen, output, shell, mail, net, *found in self.run_cases(steps, steps):
            self.assertIsNone(before["value"])
            self.assertEqual(json.loads(seen["body"]), {"motd": "hello", "color": "red"})
            self.assertEqual(output["value"], ["loaded", "printed", "to err", "INFO:shop:token abc", "hidden; id"])
            self.assertEqual(shell["value"], [{"argv": ["echo", "hidden; id"]}])
            self.assertEqual(mail["value"], [{"to": "a@b.example", "subject": "s", "body": "b"}])
            self.assertEqual(net["value"], [])
            self.assertEqual([one["value"] for one in found], ["w", "hello", "\ufffd", None, None])
            self.assertTrue(all(one["ms"] >= 0 for one in found))

    def test_what_a_world_held_is_gone_afterwards(self):
        self.run_cases([http("/noise")])
        self.assertFalse(Path("/srv/data/motd").exists())

    def test_visits(self):
        ((seen, page),) = self.run_cases([{"visit": {"path": "/seen", "serves": {}, "acts": []}}, {"visit": {"path": "/", "file": "a.html"}}])
        self.assertEqual((seen["kind"], seen["status"]), ("http", 200))
        self.assertEqual((page["kind"], page["value"]), ("call", None))

    def test_races(self):
        # How, before which statement, what both saw, and what is left.
        table = [("plain", 1, (4, 5), 3), ("plain", 2, (5, 5), 4), ("plain", 3, (5, 4), 3), ("plain", 20, (5, 4), 3),
                 ("cursor", 2, (5, 5), 4), ("transaction", 1, (4, 5), 3), ("transaction", 2, (5, 4), 3),
                 ("transaction", 3, (5, 4), 3), ("open", 2, (5, 5), 5), ("open", 3, (5, 5), 5)]
        races = [[{"race": {"at": at, "first": http(f"/take/{kind}", "POST")["http"], "second": http(f"/take/{kind}", "POST")["http"]}},
                  {"sql": {"query": "SELECT stock FROM items"}}] for kind, at, _, _ in table]
        for row, (race, left) in zip(table, self.run_cases(*races)):
            with self.subTest(row=row):
                both = tuple(json.loads(race["value"][name]["body"])["left"] for name in ("first", "second"))
                self.assertEqual((both, left["rows"][0]["stock"]), row[2:])


def http(path, method="GET", **more):
    return {"http": {"method": method, "path": path, **more}}


if __name__ == "__main__":
    unittest.main()
