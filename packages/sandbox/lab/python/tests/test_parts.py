"""Database, sign-in and clock."""

import random
import secrets
import unittest
import uuid

import lab
from lab import auth, chance, clock, sql
from lab.web import HttpError, Request
from lab.web.client import environment


def request(*headers):
    return Request(environment("GET", "/", headers, b""))


class Sql(unittest.TestCase):
    def setUp(self):
        lab.reset()
        sql.connect().executescript("CREATE TABLE t (a, b); INSERT INTO t VALUES (1, 'x');")

    def test_one_database_for_the_program(self):
        sql.connect().close()
        self.assertEqual(dict(sql.connect().execute("SELECT * FROM t").fetchone()), {"a": 1, "b": "x"})

    def test_what_a_request_left_open_is_rolled_back(self):
        sql.connect().execute("BEGIN")
        sql.connect().execute("DELETE FROM t")
        sql.settle()
        self.assertEqual(sql.connect().execute("SELECT count(*) FROM t").fetchone()[0], 1)

    def test_reset_empties(self):
        lab.reset()
        self.assertEqual(sql.connect().execute("SELECT * FROM sqlite_master").fetchall(), [])


class Auth(unittest.TestCase):
    def setUp(self):
        lab.reset()
        self.token = auth.sign_in(auth.Principal(7, ["support"], {"region": "de"}))

    def test_who_is_signed_in(self):
        table = [
            ([("Authorization", f"Bearer {self.token}")], 7),
            ([("authorization", f"bearer  {self.token}")], 7),
            ([("Authorization", f"Basic {self.token}")], None),
            ([("Authorization", self.token)], None),
            ([("Authorization", "Bearer ")], None),
            ([], None),
        ]
        for headers, expected in table:
            with self.subTest(headers=headers):
                found = auth.current(request(*headers))
                self.assertEqual(found and found.id, expected)

    def test_require(self):
        found = auth.require(request(("Authorization", f"Bearer {self.token}")))
        self.assertEqual((found.has_role("support"), found.has_role("admin"), found.claims), (True, False, {"region": "de"}))
        with self.assertRaises(HttpError) as raised:
            auth.require(request())
        self.assertEqual(raised.exception.status, 401)


class Clock(unittest.TestCase):
    def tearDown(self):
        clock.reset()

    def test_freeze_and_advance(self):
        clock.freeze(1000)
        clock.advance(60.5)
        self.assertEqual(clock.now(), 1060.5)
        before = clock.now()
        clock.reset()
        self.assertGreater(clock.now(), before)

    def test_randomness_does_not_repeat_between_tests(self):
        seen = set()
        for _ in range(3):
            random.seed(1)
            lab.reset()
            seen.add(random.random())
        self.assertEqual(len(seen), 3)


class Chance(unittest.TestCase):
    def setUp(self):
        lab.reset()

    def tearDown(self):
        lab.reset()

    def test_every_generator_of_the_module_is_predicted(self):
        private = random.Random()
        makers = {
            "shared": lambda: random.getrandbits(64),
            "shared choice": lambda: [random.choice("abcdef") for _ in range(20)],
            "private": lambda: private.getrandbits(64),
            "private choice": lambda: [private.choice("abcdef") for _ in range(20)],
            "new": lambda: random.Random().random(),
            "bytes": lambda: random.Random(5).randbytes(8),
        }
        for name, make in makers.items():
            with self.subTest(name):
                chance.predict(7)
                first = make()
                chance.predict(7)
                self.assertEqual(make(), first)

    def test_a_program_cannot_switch_it_off(self):
        kept, random.seed = random.seed, lambda *_: None
        try:
            chance.predict(7)
            first = random.getrandbits(64)
            chance.predict(7)
            self.assertEqual(random.getrandbits(64), first)
        finally:
            random.seed = kept

    def test_the_system_generator_stays_unpredictable(self):
        chance.predict(7)
        first = secrets.token_hex(16), random.SystemRandom().getrandbits(128), uuid.uuid4()
        chance.predict(7)
        second = secrets.token_hex(16), random.SystemRandom().getrandbits(128), uuid.uuid4()
        for one, other in zip(first, second):
            self.assertNotEqual(one, other)

    def test_a_reset_gives_chance_back(self):
        chance.predict(7)
        first = random.getrandbits(128), random.Random().getrandbits(128)
        lab.reset()
        self.assertNotEqual(random.getrandbits(128), first[0])
        self.assertNotEqual(random.Random().getrandbits(128), first[1])


if __name__ == "__main__":
    unittest.main()
