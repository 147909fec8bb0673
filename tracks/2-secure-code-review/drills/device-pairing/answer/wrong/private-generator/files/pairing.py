"""Pairs a television or speaker with an account.

The device shows a user code; a signed-in customer types it into the app and confirms. Meanwhile
the device polls with its device code, which nobody else knows, until it receives a session.
"""

import hashlib
import random
import secrets

from lab import auth, clock, sql
from lab.web import App, Response, abort

app = App("pairing")

# A generator of our own: nobody else draws from it.
codes = random.Random()

LIFETIME_S = 600
POLL_S = 5
# Consonants only: easy to find with a remote control, and they spell nothing rude.
LETTERS = "BCDFGHJKLMNPQRSTVWXZ"


def new_codes():
    letters = "".join(codes.choice(LETTERS) for _ in range(8))
    return f"{letters[:4]}-{letters[4:]}", f"{codes.getrandbits(256):064x}"


def find_pairing(typed):
    query = "SELECT name, device_code FROM pairings WHERE user_code = ?"
    row = sql.connect().execute(query, [typed.strip().upper()]).fetchone()
    if row is None:
        abort(404, "no such code")
    return row


def hash_of(token):
    return hashlib.sha256(token.encode()).hexdigest()


@app.before
def forget_what_is_over(_request):
    """Nothing below ever sees an expired row, whichever handler comes next."""
    sql.connect().execute(
        "DELETE FROM pairings WHERE created_at <= ?", [clock.now() - LIFETIME_S]
    )


@app.route("POST", "/pairings")
def begin(request):
    user_code, device_code = new_codes()
    sql.connect().execute(
        "INSERT INTO pairings VALUES (?, ?, ?, ?, NULL)",
        [hash_of(device_code), user_code, str(request.json["name"])[:60], clock.now()],
    )
    # Spread the polling, or every set in the country asks in the same second after the news.
    interval = POLL_S + random.randint(0, 2)
    codes = {"user_code": user_code, "device_code": device_code}
    return {**codes, "expires_in": LIFETIME_S, "interval": interval}, 201


@app.route("GET", "/pairings/<user_code>")
def preview(request, user_code):
    auth.require(request)
    return {"name": find_pairing(user_code)["name"]}


@app.route("POST", "/pairings/<user_code>/confirm")
def confirm(request, user_code):
    customer = auth.require(request)
    pairing = find_pairing(user_code)
    query = "UPDATE pairings SET account = ? WHERE device_code = ? AND account IS NULL"
    changed = sql.connect().execute(query, [customer.id, pairing["device_code"]])
    if changed.rowcount == 0:
        abort(409, "already paired")
    return {"paired": pairing["name"]}


@app.route("POST", "/sessions")
def poll(request):
    pairing = sql.connect().execute(
        "DELETE FROM pairings WHERE device_code = ? AND account IS NOT NULL"
        " RETURNING account, name",
        [hash_of(str(request.json["device_code"]))],
    ).fetchone()
    if pairing is None:
        return {"state": "waiting"}, 202
    token = secrets.token_urlsafe(32)
    sql.connect().execute("INSERT INTO sessions VALUES (?, ?, ?)", [hash_of(token), *pairing])
    return {"access_token": token}


@app.route("GET", "/home")
def home(request):
    token = hash_of(request.headers.get("Device-Token", ""))
    query = "SELECT account, name FROM sessions WHERE token_hash = ?"
    session = sql.connect().execute(query, [token]).fetchone()
    return Response.json(session or abort(401, "pair this device first"))
