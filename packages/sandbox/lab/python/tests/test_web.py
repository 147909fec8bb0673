"""What a handler sees, and what the world sees of its answer."""

import unittest

from lab.web import App, Response, abort, escape, render, safe
from lab.web.client import environment, send

app = App("books")


@app.route("GET", "/echo/<name>")
def echo(request, name):
    return {"name": name, "tags": request.args.getlist("tag"), "page": request.args.get("page", 1, int)}


@app.route("GET", "/numbers/<int:number>")
def number(_request, number):
    return {"number": number}


@app.route("GET", "/files/<path:name>")
def file(_request, name):
    return name


@app.route(["POST", "PUT"], "/seen")
def seen(request):
    if request.headers.get("content-type") == "application/json":
        return {"json": request.json}, 201
    return {"form": request.form.getlist("a"), "cookie": request.cookies.get("sid"), "host": request.headers["HOST"]}


@app.route("GET", "/raises/<kind>")
def raises(_request, kind):
    if kind == "abort":
        abort(418, "short and stout")
    if kind == "header":
        return Response("", headers={"Location": "/\r\nSet-Cookie: a=b"})
    raise KeyError(kind)


@app.route("GET", "/cookie")
def cookie(_request):
    response = Response("ok")
    response.set_cookie("sid", "1", http_only=True, secure=True, same_site="Lax", max_age=60)
    return response


def ask(method, path, headers=(), body=b""):
    return send(app.wsgi, environment(method, path, headers, body))


class Routes(unittest.TestCase):
    def test_answers(self):
        table = [
            ("GET", "/echo/a%20b?tag=1&tag=2&page=x", 200, '{"name": "a b", "tags": ["1", "2"], "page": 1}'),
            ("GET", "/echo/%C3%A9", 200, '{"name": "\\u00e9", "tags": [], "page": 1}'),
            # Decoded once: a double-encoded slash stays encoded, a single one divides the path.
            ("GET", "/echo/a%252Fb", 200, '{"name": "a%2Fb", "tags": [], "page": 1}'),
            ("GET", "/echo/a%2Fb", 404, '{"error": "no /echo/a/b"}'),
            ("GET", "/numbers/7", 200, '{"number": 7}'),
            ("GET", "/numbers/-7", 404, '{"error": "no /numbers/-7"}'),
            ("GET", "/files/a/../b", 200, "a/../b"),
            ("HEAD", "/files/a", 200, ""),
            ("POST", "/files/a", 405, '{"error": "method not allowed"}'),
            ("GET", "/raises/abort", 418, '{"error": "short and stout"}'),
            ("GET", "/raises/other", 500, '{"error": "internal error"}'),
            ("GET", "/raises/header", 500, '{"error": "internal error"}'),
        ]
        for method, path, status, body in table:
            with self.subTest(path=path, method=method):
                answer = ask(method, path)
                self.assertEqual((answer.status, answer.body.decode()), (status, body))

    def test_what_leaves_the_program_is_kept(self):
        self.assertIsInstance(ask("GET", "/raises/other").error, KeyError)
        self.assertIsNone(ask("GET", "/raises/abort").error)

    def test_bodies(self):
        as_json = [("Content-Type", "application/json")]
        as_form = [("Content-Type", "application/x-www-form-urlencoded"), ("Cookie", "x=y; sid=42"), ("Host", "h")]
        table = [
            (as_json, b'{"a": 1}', 201, b'{"json": {"a": 1}}'),
            (as_json, b"{", 400, b'{"error": "the body is not JSON"}'),
            (as_json, b"[" * 10_000, 400, b'{"error": "the body is nested too deeply"}'),
            (as_json, b'"' + b"[" * 200 + b'"', 201, b'{"json": "' + b"[" * 200 + b'"}'),
            (as_form, b"a=1&a=&b=2", 200, b'{"form": ["1", ""], "cookie": "42", "host": "h"}'),
        ]
        for headers, body, status, expected in table:
            with self.subTest(body=body[:10]):
                answer = ask("POST", "/seen", headers, body)
                self.assertEqual((answer.status, answer.body), (status, expected))

    def test_cookie(self):
        self.assertIn(
            ("Set-Cookie", "sid=1; Path=/; Max-Age=60; SameSite=Lax; Secure; HttpOnly"),
            ask("GET", "/cookie").headers,
        )


class Templates(unittest.TestCase):
    def test_values_are_escaped_once(self):
        table = [
            (render("<b>{{ who.name }}</b>", who={"name": "<i>"}), "<b>&lt;i&gt;</b>"),
            (render("{{ a }}{{b}}", a="'", b=safe("<i>")), "&#x27;<i>"),
            (render("{{ a }}", a=render("<p>{{ b }}</p>", b="&")), "<p>&amp;</p>"),
            (escape(escape('"')), "&quot;"),
        ]
        for found, expected in table:
            with self.subTest(expected=expected):
                self.assertEqual(found, expected)

    def test_fields_of_the_language_are_out_of_reach(self):
        with self.assertRaises(KeyError):
            render("{{ a.__class__ }}", a=1)


if __name__ == "__main__":
    unittest.main()
