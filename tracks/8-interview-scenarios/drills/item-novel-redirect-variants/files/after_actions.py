from flask import Blueprint, make_response, redirect, request, url_for

from .sessions import close_session, open_session

after = Blueprint("after", __name__)
PAGES = {"offers": "/offers", "help": "/help", "basket": "/basket"}


def own_path(target):
    return target if target in PAGES.values() else "/"


@after.post("/sign-in")
def sign_in():
    open_session(request.form)
    return redirect(own_path(request.args.get("next", "/")))


@after.post("/sign-out")
def sign_out():
    close_session()
    answer = make_response("", 303)
    answer.headers["Location"] = request.form["back"]
    return answer


@after.get("/basket")
def basket():
    return redirect(url_for("baskets.show", tab=request.args.get("tab")))


@after.get("/go/<page>")
def go(page):
    return redirect(PAGES.get(page, "/"))


@after.get("/old")
def old_address():
    return redirect("/" + request.args.get("path", ""))
