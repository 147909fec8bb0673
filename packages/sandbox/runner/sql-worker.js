import { parentPort } from "node:worker_threads";

import { openSql } from "./sql.js";

/* oxlint-disable unicorn/require-post-message-target-origin -- a thread has no origin */
/** A thread with one database, for the host's `sql` service: a request in, a reply out. */
let sql = await openSql();

async function renew() {
  sql = await openSql();
  parentPort.postMessage({ renewed: true });
}

parentPort.on("message", (message) => {
  if (message.renew) return void renew();
  if (message.keep || message.restore) {
    if (!sql.isBroken()) sql[message.keep ? "keep" : "restore"]();
    parentPort.postMessage({ done: !sql.isBroken() });
    return;
  }
  const reply = sql.query(message.request);
  parentPort.postMessage({ reply, broken: sql.isBroken() });
});
parentPort.postMessage({ renewed: true });
