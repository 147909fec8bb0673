import secrets

from flask import Blueprint, abort, make_response, redirect, request

from .accounts import verified_account
from .limits import too_many_tries
from .store import sessions

login = Blueprint("login", __name__)
LIFETIME = 1800


@login.post("/login")
def sign_in():
    name = request.form["name"]
    if too_many_tries(name, request.remote_addr):
        abort(429)
    account = verified_account(name, request.form["password"])
    if account is None:
        abort(401)
    sid = request.cookies.get("sid") or secrets.token_urlsafe(32)
    sessions.put(sid, account_id=account.id, ttl=LIFETIME)
    answer = make_response(redirect("/account", code=303))
    answer.set_cookie("sid", sid, secure=True, httponly=True, samesite="Lax")
    return answer
