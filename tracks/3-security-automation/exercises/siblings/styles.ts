import { draw } from "../names.ts";

/** A way to import something, and what its names are then. */
type Style = { imports: readonly string[]; names: Readonly<Record<string, string>> };

const flask: readonly Style[] = [
  {
    imports: ["from flask import abort, request, send_file, send_from_directory"],
    names: {
      request: "request",
      send: "send_file",
      abort: "abort",
      directory: "send_from_directory",
    },
  },
  {
    imports: ["import flask"],
    names: {
      request: "flask.request",
      send: "flask.send_file",
      abort: "flask.abort",
      directory: "flask.send_from_directory",
    },
  },
  {
    imports: ["import flask as web"],
    names: {
      request: "web.request",
      send: "web.send_file",
      abort: "web.abort",
      directory: "web.send_from_directory",
    },
  },
  {
    imports: [
      "from flask import abort, request as req, send_from_directory as from_folder",
      "from flask import send_file as deliver",
    ],
    names: { request: "req", send: "deliver", abort: "abort", directory: "from_folder" },
  },
];

const os: readonly Style[] = [
  {
    imports: ["import os"],
    names: { join: "os.path.join", basename: "os.path.basename", remove: "os.remove" },
  },
  {
    imports: ["import os", "import os.path as osp"],
    names: { join: "osp.join", basename: "osp.basename", remove: "os.remove" },
  },
  {
    imports: ["from os import path as paths, remove"],
    names: { join: "paths.join", basename: "paths.basename", remove: "remove" },
  },
  {
    imports: ["from os import remove as drop", "from os.path import basename, join"],
    names: { join: "join", basename: "basename", remove: "drop" },
  },
];

const pathlib: readonly Style[] = [
  { imports: ["from pathlib import Path"], names: { Path: "Path" } },
  { imports: ["import pathlib"], names: { Path: "pathlib.Path" } },
  { imports: ["from pathlib import Path as P"], names: { Path: "P" } },
];

const werkzeug: readonly Style[] = [
  { imports: ["from werkzeug.utils import secure_filename"], names: { secure: "secure_filename" } },
  { imports: ["import werkzeug.utils"], names: { secure: "werkzeug.utils.secure_filename" } },
  {
    imports: ["from werkzeug.utils import secure_filename as tidy"],
    names: { secure: "tidy" },
  },
];

/** One way for each of the four. */
export function styleAt(random: () => number): Style {
  const drawn = [flask, os, pathlib, werkzeug].map((styles) => draw(random, styles));
  return {
    imports: [
      "import hashlib",
      "import logging",
      "import uuid",
      "import zipfile",
      "from os import environ",
      ...drawn.flatMap(({ imports }) => imports),
      "",
      "from claims.app import app, login_required, render, stream",
      "from flask.views import MethodView",
    ],
    names: Object.assign({}, ...drawn.map(({ names }) => names)) as Record<string, string>,
  };
}

/** What stands above a view. */
export const decorators: readonly (readonly string[])[] = [
  ['@app.get("/$p/$f")'],
  ['@app.route("/$p/$f", methods=["GET", "POST"])'],
  ['@app.get("/$p/$f")', "@login_required"],
  ["@app.route(", '    "/$p/$f",', '    methods=["GET", "DELETE"],', ")"],
];
