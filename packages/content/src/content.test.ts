import { cp, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";

import { loadCurriculum, type Curriculum } from "./curriculum.ts";
import { loadDrill, loadMeta } from "./load-drill.ts";
import { publicDrill } from "./public-drill.ts";
import { folderLimits } from "./read-folder.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "../test/tracks");
const good = join(root, "1-fixture/drills/good");
let curriculum: Curriculum;
beforeAll(async () => {
  curriculum = await loadCurriculum(root);
});

describe("loadCurriculum", () => {
  it("finds tracks, kinds, drills and cards in their folders", () => {
    expect(curriculum.tracks.map(({ id }) => id)).toEqual(["1-fixture"]);
    expect([...curriculum.kinds.keys()]).toEqual(["counter", "echo"]);
    expect([...curriculum.drills.keys()]).toEqual(["good", "count"]);
    expect([...curriculum.cards.keys()]).toEqual(["echo-front"]);
    expect([...curriculum.documents.keys()]).toEqual(["note"]);
  });

  it("names a broken drill and goes on without it", () => {
    expect(curriculum.problems).toEqual([
      {
        where: join("1-fixture", "drills", "no-title", "drill.yaml:1"),
        message: "title: Invalid input: expected string, received undefined",
      },
    ]);
  });

  it("takes a person's own drills too, as drafts, and never in the place of another", async () => {
    const ownDrills = await mkdtemp(join(tmpdir(), "loopwright-own-"));
    for (const id of ["mine", "good"]) await cp(good, join(ownDrills, id), { recursive: true });
    const file = join(ownDrills, "mine", "drill.yaml");
    await writeFile(file, (await readFile(file, "utf8")).replace("id: good", "id: mine"));
    const { drills, drill, problems } = await loadCurriculum(root, { ownDrills });
    expect(drills.get("mine")).toMatchObject({ trackId: "1-fixture", meta: { status: "draft" } });
    expect((await drill("mine")).drill.meta.status).toBe("draft");
    expect((await drill("good")).drill.meta.status).toBe("reviewed");
    expect(drills.get("good")?.folder).toBe(good);
    expect(problems.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/“good” is taken/),
    );
    await rm(ownDrills, { recursive: true });
  });

  it("reads a whole drill", async () => {
    const { drill, wrong } = await curriculum.drill("good");
    expect(drill).toMatchObject({
      id: "good",
      brief: { question: "What is said?" },
      tasks: [
        { number: 1, title: "Listen" },
        { number: 2, title: "Say" },
      ],
      hints: [
        { task: 1, text: "Closer." },
        { task: 1, text: "Closer still." },
        { task: 2, text: "Aloud." },
      ],
      files: { "wall.txt": "hullo\n" },
      key: { word: "hello", tests: { list: ["one"] } },
    });
    expect(drill.exemplars).toEqual([
      {
        slug: "plain",
        title: "The plain one",
        note: "Says it.",
        answer: { stages: { say: { word: "hello\n" } }, actions: [] },
      },
    ]);
    expect(wrong.map((one) => [one.slug, one.expect.fails])).toEqual([["empty", ["word"]]]);
  });

  it("shows nothing of the answer or the hints in a public drill", async () => {
    const { drill } = await curriculum.drill("good");
    const shown = publicDrill(drill, curriculum.kinds.get("echo")!.module.kind);
    expect(shown.hintCounts).toEqual({ 1: 2, 2: 1 });
    expect(Object.keys(shown)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/key|exemplars|hints$/)]),
    );
    expect(JSON.stringify(shown)).not.toContain("Closer");
  });

  it("lists what a kind shows of a drill, read from its public files alone", async () => {
    expect(await curriculum.listing("good")).toBe("What is said?");
    expect(await curriculum.listing("count")).toBeNull();
    await expect(curriculum.listing("none")).rejects.toMatchObject({ code: "not-found" });
  });

  it("finds what there is to read, and reads nothing else", async () => {
    const track = curriculum.tracks.find(({ id }) => id === "1-fixture")!;
    expect(track.guides).toEqual([
      { slug: "how-to-count", title: "How to count" },
      { slug: "walls", title: "walls" },
    ]);
    const guide = await curriculum.guide("1-fixture", "how-to-count");
    expect(guide.text).toBe("One, two. See [walls](walls.md).\n");
    for (const slug of ["NOTES", "../track", "how-to-count.md", "__proto__"]) {
      await expect(curriculum.guide("1-fixture", slug)).rejects.toMatchObject({
        code: "not-found",
      });
    }
  });

  it("refuses a drill that is not there", async () => {
    await expect(curriculum.drill("__proto__")).rejects.toMatchObject({ code: "not-found" });
  });
});

/** Each row spoils a copy of the good drill; the error must say where and what. */
describe("loadDrill refuses", () => {
  const copies: string[] = [];
  let folder = "";
  beforeEach(async () => {
    const parent = await mkdtemp(join(tmpdir(), "loopwright-drill-"));
    copies.push(parent);
    folder = join(parent, "good");
    await cp(good, folder, { recursive: true });
  });
  afterAll(() => Promise.all(copies.map((one) => rm(one, { recursive: true }))));

  const write = (path: string, text: string | Uint8Array) => () =>
    writeFile(join(folder, path), text);
  const meta = (line: string) => (path: string) => `${path}:${line}`;
  const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]"];
  for (const [here, above] of ["ba", "cb", "dc", "ed", "fe"].map((two) => [...two])) {
    bomb.push(`${here}: &${here} [${Array(9).fill(`*${above}`).join(",")}]`);
  }

  it.each<[string, () => Promise<void>, string, RegExp]>([
    ["a missing file", () => rm(join(folder, "brief.md")), "brief.md", /missing/],
    ["YAML that does not parse", write("brief.yaml", "question: [a\n"), "brief.yaml:2", /./],
    ["a key twice", write("brief.yaml", "question: a\nquestion: b\n"), "brief.yaml:2", /unique/],
    [
      "a wrong type, with its line",
      write("answer/key.yaml", "\n\nword: 3\n"),
      "answer/key.yaml:3",
      /^word: .*expected string/,
    ],
    [
      "a fault in tests.yaml, with its line",
      write("answer/tests.yaml", "list:\n- a\n- 3\n"),
      "answer/tests.yaml:3",
      /^list\.1: /,
    ],
    [
      "an unknown field",
      write("brief.yaml", "question: a\nanswer: b\n"),
      "brief.yaml:1",
      /"answer"/,
    ],
    [
      "what the kind itself refuses",
      write("answer/key.yaml", "\n\nword: forbidden\n"),
      "answer/key.yaml:3",
      /may not be/,
    ],
    [
      "a stage that the kind has not",
      write(
        "drill.yaml",
        "id: good\nformat: 1\nkind: echo\ntitle: Good\nlevel: 1\nsize: full\nminutes: { aim: 1, limit: 2 }\nconcepts: [a]\nstatus: draft\nstages: [sing]\n",
      ),
      "drill.yaml:1",
      /no stage “sing”/,
    ],
    [
      "a newer format",
      write("drill.yaml", "id: good\nformat: 2\n"),
      meta("2")("drill.yaml"),
      /format/,
    ],
    ["a hint for no task", write("hints.md", "## 7. Nothing\nx\n"), "hints.md:1", /task 7/],
    [
      "a $file that is not there",
      write(
        "answer/exemplars/plain/answer.yaml",
        "stages: { say: { word: { $file: ../../../../../../etc/passwd } } }\n",
      ),
      "etc/passwd",
      /missing/,
    ],
    ["an alias bomb", write("brief.yaml", bomb.join("\n")), "brief.yaml:1", /alias/i],
    [
      "text that is not UTF-8",
      write("files/a.txt", new Uint8Array([0xff, 0xfe, 0x00])),
      "a.txt",
      /UTF-8/,
    ],
    [
      "an oversize file",
      write("files/a.txt", "x".repeat(folderLimits.fileBytes + 1)),
      "a.txt",
      /larger/,
    ],
    [
      "a link out of the folder",
      () => symlink("/etc/hosts", join(folder, "files/hosts")),
      "hosts",
      /link/,
    ],
    [
      "a link to a folder",
      () => symlink(tmpdir(), join(folder, "answer/exemplars/more"), "dir"),
      "more",
      /link/,
    ],
    [
      "a drill.yaml that is a link",
      async () => {
        await rm(join(folder, "drill.yaml"));
        await symlink(join(good, "drill.yaml"), join(folder, "drill.yaml"));
      },
      "drill.yaml",
      /link/,
    ],
    [
      "YAML nested deeper than anything that is written",
      write("brief.yaml", `question: ${"[".repeat(100_000)}`),
      "brief.yaml:1",
      /nested/,
    ],
  ])("%s", async (_name, spoil, where, message) => {
    await spoil();
    const { module } = curriculum.kinds.get("echo")!;
    const loading = loadDrill({ folder, trackId: "1-fixture", module });
    await expect(loading).rejects.toMatchObject({
      code: "invalid-drill",
      message: expect.stringMatching(message),
      where: expect.stringContaining(where),
    });
  });

  it("links and oversize before a list is made", async () => {
    const path = join(folder, "drill.yaml");
    await writeFile(path, "#".repeat(folderLimits.fileBytes + 1));
    await expect(loadMeta(folder)).rejects.toThrow(/larger/);
    await rm(path);
    await symlink("/dev/null", path);
    await expect(loadMeta(folder)).rejects.toThrow(/link/);
  });

  it("nothing of the untouched copy", async () => {
    const { module } = curriculum.kinds.get("echo")!;
    const { drill } = await loadDrill({ folder, trackId: "1-fixture", module });
    expect(drill.hash).toBe((await curriculum.drill("good")).drill.hash);
    await writeFile(join(folder, "files/wall.txt"), "hullo!\n");
    const changed = await loadDrill({ folder, trackId: "1-fixture", module });
    expect(changed.drill.hash).not.toBe(drill.hash);
  });
});
