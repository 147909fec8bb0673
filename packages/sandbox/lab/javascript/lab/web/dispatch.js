import { Buffer } from "node:buffer";
import { isAscii } from "node:buffer/utf8";

import { answerTo, HttpError } from "./errors.js";
import { Request } from "./request.js";
import { Response } from "./response.js";

const bare = new Set([204, 304]);

/** Below the routes: what Express answers where nothing else did. */
function last(app, { req, res, finish }) {
  return (error) => {
    if (res.headersSent) return;
    const allowed = error === undefined && req.method === "OPTIONS" ? app.allowed(req.path) : [];
    if (allowed.length > 0) return res.set("Allow", allowed.join(",")).send(allowed.join(","));
    const failure = error ?? new HttpError(404, "not found");
    const { status, body } = answerTo(failure);
    const headers = [["Content-Type", "application/json; charset=utf-8"]];
    res.headersSent = true;
    // An error that says what to answer is an answer; one that does not has left the program.
    finish({
      status,
      headers,
      body: isAscii(body) ? body : Buffer.from(body),
      error: status === 500 ? failure : undefined,
    });
  };
}

const length = ({ headers, body }) =>
  headers.some(([name]) => name.toLowerCase() === "content-length")
    ? headers
    : [...headers, ["Content-Length", String(body.length)]];

/** Gives the request to the application; resolves with its answer, and never rejects. */
export async function dispatch(app, request) {
  const req = new Request(request);
  const answer = await new Promise((finish) => {
    const res = new Response(finish);
    const done = last(app, { req, res, finish });
    req.res = res;
    res.req = req;
    req.app = app;
    try {
      req.parse();
    } catch (error) {
      return done(error);
    }
    try {
      app.handle(req, res, done);
    } catch (error) {
      done(error);
    }
  });
  const empty = req.method === "HEAD" || bare.has(answer.status);
  return { ...answer, headers: length(answer), body: empty ? Buffer.alloc(0) : answer.body };
}
