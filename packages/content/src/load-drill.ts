import { createHash } from "node:crypto";
import { basename, join } from "node:path";

import {
  AppError,
  answerFile,
  drillMeta,
  materialOf,
  wrongExpectation,
  type AnswerFile,
  type Drill,
  type DrillMeta,
  type Exemplar,
  type Files,
  type Json,
  type KindModule,
  type WrongAnswer,
} from "@loopwright/core";

import { hintsOf, tasksOf, titledNote } from "./markdown.ts";
import { listFolder, readText } from "./read-folder.ts";
import { checkShape, lineOf, parseYaml, problem } from "./read-yaml.ts";
import { resolveFiles } from "./resolve-files.ts";

export type LoadedDrill = { drill: Drill; wrong: WrongAnswer[] };

/** Reads drill.yaml alone: all that a list needs. */
export async function loadMeta(folder: string): Promise<DrillMeta> {
  const path = join(folder, "drill.yaml");
  const source = {
    path,
    text: await readText(path).catch((cause: unknown) => missing(path, cause)),
  };
  const meta = checkShape(drillMeta, parseYaml(source), source);
  if (meta.id === basename(folder)) return meta;
  throw problem(path, 1, `id: “${meta.id}” must be the name of the folder, “${basename(folder)}”`);
}

type Where = { folder: string; trackId: string; module: KindModule };

/** Reads and checks a whole drill. Throws `invalid-drill` with file, line, field and what is expected. */
export async function loadDrill({ folder, trackId, module }: Where): Promise<LoadedDrill> {
  const meta = await loadMeta(folder);
  const texts = await readAll(folder);
  const reader = new Reader(folder, texts);
  const { kind } = module;
  const unknown = meta.stages?.find((id) => !kind.stages.some((stage) => stage.id === id));
  if (unknown !== undefined) {
    throw problem(reader.at("drill.yaml"), 1, `stages: the kind has no stage “${unknown}”`);
  }
  const text = reader.text("brief.md");
  const drill: Drill = {
    id: meta.id,
    trackId,
    meta,
    brief: reader.shaped("brief.yaml", kind.brief) as Json,
    text,
    tasks: tasksOf(text),
    hints: hintsOf(reader.optional("hints.md") ?? ""),
    files: under(texts, "files/"),
    key: readKey(reader, texts, module),
    exemplars: slugsIn(texts, "answer/exemplars/").map((slug) =>
      reader.exemplar("exemplars", slug),
    ),
    hash: hashOf(texts),
  };
  checkTasks(drill, reader);
  checkMaterial(drill, reader, module);
  const wrong = slugsIn(texts, "answer/wrong/").map((slug): WrongAnswer => {
    const expect = reader.shaped(`answer/wrong/${slug}/expect.yaml`, wrongExpectation);
    return { ...reader.exemplar("wrong", slug), expect };
  });
  return { drill, wrong };
}

async function readAll(folder: string): Promise<Map<string, string>> {
  const entries = await listFolder(folder);
  const texts = await Promise.all(entries.map((one) => readText(one.absolute)));
  return new Map(entries.map((one, index) => [one.path, texts[index] ?? ""]));
}

/** The files of one drill folder, with errors that name them. */
class Reader {
  readonly #folder: string;
  readonly #texts: Map<string, string>;

  constructor(folder: string, texts: Map<string, string>) {
    this.#folder = folder;
    this.#texts = texts;
  }

  at = (path: string): string => join(this.#folder, path);

  optional = (path: string): string | undefined => this.#texts.get(path);

  text = (path: string): string => this.#texts.get(path) ?? missing(this.at(path));

  source = (path: string) => ({ path: this.at(path), text: this.text(path) });

  parsed(path: string): unknown {
    const source = this.source(path);
    return resolveFiles(parseYaml(source), {
      folder: path.slice(0, path.lastIndexOf("/") + 1),
      textOf: (file) => this.text(file),
      refuse: (message, at) => {
        throw problem(source.path, lineOf(source, at), message);
      },
    });
  }

  shaped<S extends Parameters<typeof checkShape>[0]>(path: string, schema: S) {
    return checkShape(schema, this.parsed(path), this.source(path));
  }

  exemplar(group: "exemplars" | "wrong", slug: string): Exemplar {
    const folder = `answer/${group}/${slug}`;
    const note = titledNote(this.optional(`${folder}/note.md`) ?? "", slug);
    const answer: AnswerFile = this.shaped(`${folder}/answer.yaml`, answerFile);
    return { slug, ...note, answer };
  }
}

/** answer/key.yaml, with every other answer/<name>.yaml at its property <name>. */
function readKey(reader: Reader, texts: Map<string, string>, { kind }: KindModule): Json {
  const beside = [...texts.keys()].filter((path) => /^answer\/[a-z-]+\.yaml$/.test(path));
  const parts = beside
    .filter((path) => path !== "answer/key.yaml")
    .map((path) => [path.slice("answer/".length, -".yaml".length), reader.parsed(path)] as const);
  const key = { ...(reader.parsed("answer/key.yaml") as object), ...Object.fromEntries(parts) };
  const names = parts.map(([name]) => name);
  return checkKey({ reader, parts: names }, key, kind.key) as Json;
}

/** A fault inside tests.yaml is told with the line of tests.yaml. */
function checkKey(
  { reader, parts }: { reader: Reader; parts: readonly string[] },
  key: object,
  schema: KindModule["kind"]["key"],
): unknown {
  const parsed = schema.safeParse(key);
  if (parsed.success) return parsed.data;
  const [head, ...rest] = parsed.error.issues[0]?.path ?? [];
  const own = parts.find((name) => name === head);
  if (own === undefined) return checkShape(schema, key, reader.source("answer/key.yaml"));
  const source = reader.source(`answer/${own}.yaml`);
  const line = lineOf(
    source,
    rest.map((part) => (typeof part === "number" ? part : String(part))),
  );
  throw problem(source.path, line, `${rest.join(".")}: ${parsed.error.issues[0]?.message ?? ""}`);
}

function checkTasks(drill: Drill, reader: Reader): void {
  const known = new Set(drill.tasks.map(({ number }) => number));
  const stray = drill.hints.find(({ task }) => !known.has(task));
  if (stray) throw problem(reader.at("hints.md"), 1, `task ${stray.task} is not in brief.md`);
}

function checkMaterial(drill: Drill, reader: Reader, module: KindModule): void {
  const stages = drill.meta.stages ?? module.kind.stages.map(({ id }) => id);
  const found = module.checkMaterial?.({ ...materialOf(drill), stages } as never) ?? [];
  const [first, ...rest] = found;
  if (!first) return;
  const more = rest.map(({ where, message }) => `; ${where}: ${message}`).join("");
  const { path, line, field } = placeOf(first.where, reader);
  throw problem(path, line, `${field}: ${first.message}${more}`);
}

/** "answer/key.yaml flaws.0.lines.1" becomes the line of that field; anything else is said as it stands. */
function placeOf(where: string, reader: Reader) {
  const [, file, field] = /^(\S+\.yaml) (\S+)$/.exec(where) ?? [];
  if (file === undefined || field === undefined || reader.optional(file) === undefined) {
    return { path: reader.at("answer/key.yaml"), line: 1, field: where };
  }
  const steps = field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  return { path: reader.at(file), line: lineOf(reader.source(file), steps), field };
}

const under = (texts: Map<string, string>, prefix: string): Files =>
  Object.fromEntries(
    [...texts]
      .filter(([path]) => path.startsWith(prefix))
      .map(([path, text]) => [path.slice(prefix.length), text]),
  );

const slugsIn = (texts: Map<string, string>, prefix: string): string[] => [
  ...new Set(
    [...texts.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length).split("/")[0] ?? ""),
  ),
];

/** Names and lengths are hashed with the texts, so that moving a line between files changes the hash. */
function hashOf(texts: Map<string, string>): string {
  const hash = createHash("sha256");
  for (const [path, text] of texts) hash.update(`${path}\0${Buffer.byteLength(text)}\0${text}`);
  return hash.digest("hex");
}

function missing(where: string, cause?: unknown): never {
  if (cause instanceof AppError) throw cause;
  throw new AppError("invalid-drill", {
    message: "The file is missing.",
    next: "Add it; CONTRIBUTING.md lists the files of a drill.",
    where,
    cause,
  });
}
