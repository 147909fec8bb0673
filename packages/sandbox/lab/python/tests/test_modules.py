"""Tokens, passwords, sessions, programs, network, cryptography and YAML."""

import hashlib
import os
import subprocess
import unittest
from datetime import datetime, timezone

import lab
from lab import clock, crypto, http, jwt, mail, passwords, shell, yaml
from lab._host import Refused, call
from lab.web import HttpError, Request
from lab.web.client import environment


class Jwt(unittest.TestCase):
    def setUp(self):
        lab.reset()
        clock.freeze(1_000)
        self.addCleanup(clock.reset)

    def test_a_known_token(self):
        token = jwt.encode({"sub": "7"}, "key", headers={"kid": "a"})
        self.assertEqual(jwt.get_unverified_header(token), {"typ": "JWT", "kid": "a", "alg": "HS256"})
        # The token of RFC 7515, A.1.
        known = ("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9l"
                 "eGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        key = crypto.base64.urlsafe_b64decode(
            "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow==")
        self.assertEqual(jwt.decode(known, key, algorithms=["HS256"])["iss"], "joe")

    def test_what_is_accepted(self):
        hs = ["HS256"]
        table = [
            ({}, {"algorithms": hs}, None),
            ({"exp": 1_001, "nbf": 1_000}, {"algorithms": hs}, None),
            ({"exp": 1_000}, {"algorithms": hs}, jwt.ExpiredSignatureError),
            ({"exp": 995}, {"algorithms": hs, "leeway": 10}, None),
            ({"exp": datetime.fromtimestamp(900, timezone.utc)}, {"algorithms": hs}, jwt.ExpiredSignatureError),
            ({"exp": 1}, {"algorithms": hs, "options": {"verify_exp": False}}, None),
            ({"exp": "soon"}, {"algorithms": hs}, jwt.DecodeError),
            ({"nbf": 1_001}, {"algorithms": hs}, jwt.ImmatureSignatureError),
            ({"aud": "a"}, {"algorithms": hs, "audience": "a"}, None),
            ({"aud": ["a", "b"]}, {"algorithms": hs, "audience": ["b"]}, None),
            ({"aud": "a"}, {"algorithms": hs, "audience": "b"}, jwt.InvalidAudienceError),
            ({"aud": "a"}, {"algorithms": hs}, jwt.InvalidAudienceError),
            ({}, {"algorithms": hs, "audience": "a"}, jwt.InvalidAudienceError),
            ({"iss": "x"}, {"algorithms": hs, "issuer": "x"}, None),
            ({}, {"algorithms": hs, "issuer": "x"}, jwt.InvalidIssuerError),
            ({}, {"algorithms": hs, "options": {"require": ["exp"]}}, jwt.MissingRequiredClaimError),
            ({}, {"algorithms": ["HS512"]}, jwt.InvalidAlgorithmError),
            ({}, {"algorithms": ["none"]}, jwt.InvalidAlgorithmError),
            ({}, {}, jwt.DecodeError),
            ({"exp": 1, "aud": "a"}, {"options": {"verify_signature": False}}, None),
        ]
        for claims, options, error in table:
            with self.subTest(claims=claims, options=options):
                token = jwt.encode(claims, "key")
                self.assertEqual(_raised(lambda: jwt.decode(token, "key", **options)), error)

    def test_what_is_refused(self):
        head, body, mark = jwt.encode({"a": 1}, "key").split(".")
        none = jwt.encode({"a": 2}, "", algorithm="none")
        table = [
            (f"{head}.{body}.{mark[:-2]}AA", "key", jwt.InvalidSignatureError),
            (f"{head}.{none.split('.')[1]}.{mark}", "key", jwt.InvalidSignatureError),
            (f"{head}.{body}.{mark}", "other", jwt.InvalidSignatureError),
            (none, "key", jwt.InvalidAlgorithmError),
            ("a.b", "key", jwt.DecodeError),
            (None, "key", jwt.DecodeError),
            ("WzFd.WzFd.", "key", jwt.DecodeError),
        ]
        for token, key, error in table:
            with self.subTest(token=token):
                self.assertEqual(_raised(lambda: jwt.decode(token, key, algorithms=["HS256"])), error)
        self.assertEqual(jwt.decode(none, "", algorithms=["none"]), {"a": 2})


class Secrets(unittest.TestCase):
    def test_passwords(self):
        stored = passwords.hash("correct horse")
        self.assertNotEqual(stored, passwords.hash("correct horse"))
        table = [("correct horse", stored, True), ("wrong", stored, False), ("", stored, False), ("a", "", False),
                 ("a", None, False), ("a", "pbkdf2_sha256$x$y$z", False), ("a", "md5$1$YQ==$YQ==", False)]
        for password, kept, fits in table:
            with self.subTest(password=password, kept=kept):
                self.assertIs(passwords.verify(password, kept), fits)

    def test_slow_hashes_of_the_language(self):
        self.assertEqual(hashlib.pbkdf2_hmac("sha1", b"password", b"salt", 2).hex(), "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957")
        derived = hashlib.scrypt(b"password", salt=b"NaCl", n=1024, r=8, p=16, dklen=64)
        self.assertEqual(derived.hex()[:16], "fdbabe1c9d347200")

    def test_sealing(self):
        key, nonce = crypto.random(32), crypto.random(12)
        sealed = crypto.seal(key, nonce, b"secret", b"order 7")
        self.assertEqual((crypto.open(key, nonce, sealed, b"order 7"), len(sealed)), (b"secret", 22))
        for changed in (sealed[:-1] + bytes([sealed[-1] ^ 1]), bytes([sealed[0] ^ 1]) + sealed[1:], sealed[:10], b""):
            with self.subTest(changed=changed), self.assertRaises(crypto.InvalidTag):
                crypto.open(key, nonce, changed, b"order 7")

    def test_equal(self):
        self.assertEqual([crypto.equal("é", "é"), crypto.equal(b"a", "a"), crypto.equal("a", "b")], [True, True, False])


class Shell(unittest.TestCase):
    def setUp(self):
        lab.reset()

    def test_ways_to_run(self):
        table = [
            (lambda: subprocess.run(["echo", "a; id"], capture_output=True).stdout, b"a; id\n"),
            (lambda: subprocess.run("echo a; whoami", shell=True, capture_output=True, text=True).stdout, "a\napp\n"),
            (lambda: subprocess.run(["cat"], input="in", capture_output=True, text=True).stdout, "in"),
            (lambda: subprocess.run("fail 2>&1; exit 4", shell=True, stdout=subprocess.PIPE).returncode, 4),
            (lambda: subprocess.check_output(["whoami"], text=True), "app\n"),
            (lambda: subprocess.check_output("nothere", shell=True, stderr=subprocess.STDOUT), subprocess.CalledProcessError),
            (lambda: subprocess.run(["false"], check=True), subprocess.CalledProcessError),
            (lambda: subprocess.run(["nothere"]), FileNotFoundError),
            (lambda: subprocess.run("echo a"), FileNotFoundError),
            (lambda: subprocess.run(["env"], env={"A": "1"}, capture_output=True, text=True).stdout, "A=1\n"),
            (lambda: subprocess.call(["true"]), 0),
            (lambda: subprocess.getoutput("echo a | cat"), "a"),
            (lambda: subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE).communicate(b"x"), (b"x", None)),
            (lambda: subprocess.Popen("echo a", shell=True, stdout=subprocess.PIPE).stdout.read(), b"a\n"),
            (lambda: os.system("exit 3"), 768),
            (lambda: os.popen("echo $HOME").read(), "/home/app\n"),
            (lambda: shell.run(["convert"], capture_output=True, text=True).stdout, "done\n"),
        ]
        for index, (do, expected) in enumerate(table):
            with self.subTest(index=index):
                self.assertEqual(_got(do), expected)

    def test_what_was_run_is_logged(self):
        os.system("true a")
        subprocess.run(["true", "b"])
        self.assertEqual(call("world", {"log": "shell"}), [{"argv": ["true", "a"], "line": "true a"}, {"argv": ["true", "b"]}])
        lab.reset()
        self.assertEqual(call("world", {"log": "shell"}), [])


class Http(unittest.TestCase):
    def setUp(self):
        lab.reset()

    def test_answers(self):
        table = [
            (lambda: http.get("http://api.example/json").json(), {"a": 1}),
            (lambda: http.get("http://api.example/json", address="10.0.0.9").text, http.ConnectionError),
            (lambda: http.get("http://api.example/to").text, "secret"),
            (lambda: http.get("http://api.example/to", allow_redirects=False).headers["Location"], "http://0xa9fea9fe/key"),
            (lambda: http.head("http://api.example/to").is_redirect, True),
            (lambda: http.get("http://api.example/none").raise_for_status(), http.HTTPError),
            (lambda: http.get("http://none.example/"), http.RequestError),
            (lambda: http.get("file:///etc/passwd"), http.InvalidURL),
            (lambda: http.get("http://api.example/again"), http.TooManyRedirects),
            (lambda: http.resolve("0x7f.1"), "127.0.0.1"),
            (lambda: [http.resolve("rebind.example") for _ in range(2)], ["10.0.0.5", "169.254.169.254"]),
        ]
        for index, (do, expected) in enumerate(table):
            with self.subTest(index=index):
                self.assertTrue(_fits(_got(do), expected))

    def test_what_is_sent(self):
        http.post("http://api.example/json", json={"b": 2}, params={"q": "x y"})
        http.post("http://api.example/json", data={"c": "d e"})
        sent = [(one["url"], one["body"]) for one in call("world", {"log": "net"})]
        self.assertEqual(sent, [("http://api.example/json?q=x+y", '{"b": 2}'), ("http://api.example/json", "c=d+e")])

    def test_mail(self):
        mail.send("a@b.example", "hello", "text")
        self.assertEqual(call("world", {"log": "mail"}), [{"to": "a@b.example", "subject": "hello", "body": "text"}])

    def test_a_service_that_does_not_understand(self):
        with self.assertRaises(Refused) as raised:
            call("net", {"url": 5})
        self.assertEqual(str(raised.exception), "the service “net” failed")


class Yaml(unittest.TestCase):
    def test_values(self):
        table = [
            ("a: 1\nb:\n  - x\n  - y: 2\n    z: [1, 'q', {k: v}]\n", {"a": 1, "b": ["x", {"y": 2, "z": [1, "q", {"k": "v"}]}]}),
            ("- - 1\n  - 2\n-\n  a: b\n", [[1, 2], {"a": "b"}]),
            ("a:\n- 1\nb: x # comment\n", {"a": [1], "b": "x"}),
            ("a: |\n  one\n   two\nb: >-\n  one\n  two\n", {"a": "one\n two\n", "b": "one two"}),
            ("a: ~\nb: true\nc: 1.5\nd: -3\ne: 0x1F\nf: '1'\ng: 1.2.3", {"a": None, "b": True, "c": 1.5, "d": -3, "e": 31, "f": "1", "g": "1.2.3"}),
            ('"q": "a\\n\\u00e9"\nu: http://x:80/y#z\ns: \'it\'\'s\'', {"q": "a\né", "u": "http://x:80/y#z", "s": "it's"}),
            ("a: [1,\n  2]\n", {"a": [1, 2]}),
            ("!!str 1", "1"),
            ("---\r\na: b\r\n", {"a": "b"}),
            ("", None),
        ]
        for source, expected in table:
            with self.subTest(source=source):
                self.assertEqual((yaml.safe_load(source), yaml.load(source)), (expected, expected))

    def test_tags_of_the_language(self):
        table = [
            ("!!python/object/apply:builtins.sum [[1, 2]]", 3),
            ("a: !!python/object/apply:builtins.sum\n  - [1, 2]", {"a": 3}),
            ("!!python/object/apply:builtins.dict {kwds: {a: 1}}", {"a": 1}),
            ("a: !!python/tuple [1, 2]", {"a": (1, 2)}),
            ("- !!python/name:os.system", [os.system]),
            ("!!python/object/apply:os.system ['exit 2']", 512),
            ("a: !!python/object/new:builtins.list\n  args: [[1]]", {"a": []}),
            # The same tags, written otherwise.
            ("!<tag:yaml.org,2002:python/object/apply:builtins.sum> [[1, 2]]", 3),
            ("[!<tag:yaml.org,2002:python/tuple> [1, 2]]", [(1, 2)]),
            ("!!pyt%68on/object/apply:builtins.sum [[1, 2]]", 3),
        ]
        for source, expected in table:
            with self.subTest(source=source):
                self.assertEqual(yaml.load(source), expected)
                self.assertEqual(yaml.load(source, Loader=yaml.UnsafeLoader), expected)
                for loader in (yaml.SafeLoader, yaml.FullLoader, yaml.BaseLoader, type("Own", (yaml.SafeLoader,), {})):
                    self.assertEqual(_raised(lambda: yaml.load(source, Loader=loader)), yaml.ConstructorError)
                for load in (yaml.safe_load, yaml.full_load):
                    self.assertEqual(_raised(lambda: load(source)), yaml.ConstructorError)

    def test_standard_tags_written_otherwise(self):
        self.assertEqual(yaml.safe_load("a: !<tag:yaml.org,2002:str> 7"), {"a": "7"})

    def test_what_is_no_yaml(self):
        table = ["[1", "{a: 1", "a: &x 1", "a:\n    b: 1\n  c: 2", "a: b\nc", "[" * 1_000, "- " * 1_000, "!a " * 1_000,
                 "{[1]: 2}", "a" * 60_000, "!!python/name:os.nothing"]
        for source in table:
            with self.subTest(source=source[:20]), self.assertRaises(yaml.YAMLError):
                yaml.load(source)


class Multipart(unittest.TestCase):
    def test_odd_bodies(self):
        good = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a"\r\n\r\n1\r\n--x--\r\n'
        table = [
            ("multipart/form-data; boundary=x", good, ["f"]),
            ('multipart/form-data; boundary="x"', good, ["f"]),
            ("multipart/form-data", good, 400),
            ("multipart/form-data; boundary=y", good, 400),
            ("multipart/form-data; boundary=x", b"", 400),
            ("multipart/form-data; boundary=x", good.replace(b"name=", b"nom="), 400),
            ("multipart/form-data; boundary=x", good[:-6], 400),
            ("multipart/form-data; boundary=x", b"--x\r\n\r\n" * 300 + b"--x--", 400),
            ("text/plain", good, []),
        ]
        for kind, body, expected in table:
            with self.subTest(kind=kind, body=body[:60]):
                request = Request(environment("POST", "/", [("Content-Type", kind)], body))
                try:
                    seen = list(request.files)
                except HttpError as error:
                    seen = error.status
                self.assertEqual(seen, expected)


def _got(do):
    """What it gives, or the class of what it raises."""
    try:
        return do()
    except Exception as error:
        return type(error)


def _raised(do):
    got = _got(do)
    return got if isinstance(got, type) and issubclass(got, Exception) else None


def _fits(seen, expected):
    both = isinstance(expected, type) and isinstance(seen, type)
    return issubclass(seen, expected) if both else seen == expected


if __name__ == "__main__":
    unittest.main()
