import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import type { Image } from "./image.ts";

/** Where the parts of a child stand on the host. */
export const packageFolder: string = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

export const runnerFolder = join(packageFolder, "runner");
export const pyodideFolder = dirname(require.resolve("pyodide/package.json"));

export const pyodideVersion = (require("pyodide/package.json") as { version: string }).version;

/** Beside the interpreter's package, so that it goes when the dependencies go. */
export const defaultCacheFolder = join(dirname(pyodideFolder), ".cache", "loopwright");

/** What learner code and driver import most; each costs tens of milliseconds without the snapshot. */
const common = `
import abc, base64, collections, copy, csv, dataclasses, datetime, decimal, enum, functools, hashlib
import hmac, html, http.cookies, io, itertools, json, logging, math, operator, os.path, pathlib
import pickle, random, re, secrets, sqlite3, string, textwrap, time, traceback, typing, unittest
import shlex, shutil, urllib.parse, uuid, xml.etree.ElementTree, zipfile
import lab.crypto, lab.http, lab.jwt, lab.mail, lab.passwords, lab.yaml
`;

/** What a job gets that names no image: the lab and its driver. */
export const labImage: Image = {
  id: "lab",
  mounts: [
    { from: join(packageFolder, "lab", "python"), to: "/lab" },
    { from: join(packageFolder, "runner", "python"), to: "/runner" },
  ],
  warmup: common,
};
