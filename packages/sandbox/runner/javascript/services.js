import { openSql } from "../sql.js";
import { digestOf } from "./digests.js";

/** What the driver asks before each case. */
const worldReset = '{"service":"world","request":{"reset":true}}';
/** It computes and keeps nothing. */
const cryptography = '{"service":"crypto",';

/**
 * Answers `call`. The lab's database and its digests answer in this thread, which is ten times as fast as the way
 * to the host and back; everything else is asked of the host. Both are counted here, and the host counts its part.
 */
export async function openServices({ talk, job }) {
  const database = await openDatabase();
  /** Whether the host was asked since its world was last emptied. */
  let asked = false;

  const isCryptography = (text) => job.lab.includes("crypto") && text.startsWith(cryptography);
  function ofHost(text) {
    const isReset = text === worldReset && job.lab.includes("world");
    // The way to the host and back costs more than the rest of a small case.
    if (isReset && !asked) return '{"value":{}}';
    if (!isCryptography(text)) asked = !isReset;
    talk.write("C", text);
    return talk.read().payload;
  }
  /** What is answered here counts as a call like any other. */
  function counted(text, answer) {
    job.callsLeft -= 1;
    job.callCharsLeft -= text.length;
    if (job.callsLeft < 0 || job.callCharsLeft < 0) {
      talk.write("L", "");
      talk.park();
    }
    const reply = answer();
    job.callCharsLeft -= reply.length;
    return reply;
  }
  return {
    call: (text) => {
      const isSql = text.startsWith('{"service":"sql",');
      if (isSql && (job.lab.includes("sql") || job.isWarming))
        return counted(text, () => database.answer(text));
      if (job.isWarming) return '{"error":"nobody is there yet"}';
      const digest = isCryptography(text) ? digestOf(JSON.parse(text).request) : null;
      return digest === null
        ? ofHost(text)
        : counted(text, () => JSON.stringify({ value: digest }));
    },
    reset: database.reset,
    /** Remembers how things stand, for `restore`; false where the host moved with them. */
    keep: () => {
      if (asked) return false;
      database.keep();
      return true;
    },
    restore: () => {
      database.restore();
      if (asked) ofHost(worldReset);
    },
    renew: async () => {
      await database.renew();
      asked = false;
    },
  };
}

/** The lab's database, of which nothing is touched that need not be. */
async function openDatabase() {
  let sql = await openSql();
  /** In this program, and in this case of it. */
  let used = false;
  let touched = false;
  return {
    answer: (text) => {
      used = true;
      touched = true;
      const reply = sql.query(JSON.parse(text).request);
      if (sql.isBroken()) throw new Error("the database has failed");
      return JSON.stringify({ value: reply });
    },
    /** An empty database. */
    reset: () => {
      if (touched) sql.query({ reset: true });
      touched = false;
    },
    keep: () => {
      if (touched) sql.keep();
      touched = false;
    },
    restore: () => {
      if (touched) sql.restore();
      touched = false;
    },
    /** For another program: a memory put back byte for byte, or another engine with another memory. */
    renew: async () => {
      if (used && !sql.wipe()) sql = await openSql();
      used = false;
      touched = false;
    },
  };
}
