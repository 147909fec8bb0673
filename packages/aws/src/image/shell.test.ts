import { afterAll, beforeAll, describe, expect, it } from "vitest";

import type { OpenRun } from "@loopwright/core";
import type { Sandbox } from "@loopwright/sandbox";

import { awsJob, awsSandbox, told } from "./fixtures/sandbox.ts";

let sandbox: Sandbox;
let terminal: OpenRun;
const files = { "notes.txt": "one\ntwo two\nThree\n", "dir/a.json": "{}\n", "dir/b.json": "[]\n" };

beforeAll(async () => {
  sandbox = await awsSandbox();
  terminal = await sandbox.open(awsJob({ files }).job);
}, 300_000);
afterAll(async () => {
  await terminal.close();
  await sandbox.close();
});

const run = async (line: string) => told(await terminal.send({ run: line }));

describe("a line", () => {
  it.each([
    ["words and blanks", "echo  a   b", "a b\n"],
    ["quotes", `echo 'a  $HOME' "b  c" d\\ e ""x`, "a  $HOME b  c d e x\n"],
    ["variables", 'A=1; B="x y"; echo "$A-${B}" $B $NONE.', "1-x y x y .\n"],
    [
      "a variable for one command",
      "A=1 python -c 'import os; print(os.environ[\"A\"])'; echo $A",
      "1\n1\n",
    ],
    ["a variable within a word", "P=dir; echo $P/a.json '$P'", "dir/a.json $P\n"],
    [
      "export",
      "export X=5 Y='a b'; python -c 'import os; print(os.environ[\"X\"], os.environ[\"Y\"])'",
      "5 a b\n",
    ],
    ["unset", "export Z=1; unset Z; echo [$Z]", "[]\n"],
    [
      "what a command prints",
      'echo "$(cat notes.txt | wc -l) lines in $(echo $(pwd))"',
      "3 lines in /home/learner/app\n",
    ],
    ["blanks of a substitution", "printf %s, $(printf 'a b\\nc')", "a,b,c,"],
    ["exit codes", "false; echo $?; true; echo $?", "1\n0\n"],
    ["and, or", "true && echo a || echo b; false && echo c || echo d", "a\nd\n"],
    ["pipes", "cat notes.txt | grep -i T | sort -r | head -1", "two two\n"],
    [
      "names of files",
      "ls dir/*.json; echo no/*.json 'dir/*' dir/?.json",
      "dir/a.json\ndir/b.json\nno/*.json dir/* dir/a.json dir/b.json\n",
    ],
    [
      "brackets that match nothing",
      "echo Users[*].UserName Users[?a==`b`]".replaceAll("`", "'"),
      "Users[*].UserName Users[?a==b]\n",
    ],
    [
      "redirections",
      "echo a > f; echo b >> f; cat < f; cat nope 2> e; cat e",
      "a\nb\ncat: nope: No such file or directory\n",
    ],
    [
      "both streams to a file",
      "cat nope > g 2>&1; cat g; cat nope &> h; cat h",
      "cat: nope: No such file or directory\n".repeat(2),
    ],
    ["errors into a pipe", "cat nope 2>&1 | wc -l; cat nope 2>/dev/null", "1\n"],
    [
      "a here-document",
      'X=5; cat > doc <<EOF\n{"a": "$X",\n "b": "\'`\\$X"}\nEOF\ncat doc'.replace("`", "\\`"),
      '{"a": "5",\n "b": "\'`$X"}\n',
    ],
    ["a here-document as it stands", "cat <<'END' | head -1\n$X \"`\nb\nEND", '$X "`\n'],
    ["a here-text", "wc -w <<< 'a b c'", "3\n"],
    ["comments and further lines", "echo a # b\n\n# c\necho d \\\n  e#f", "a\nd e#f\n"],
    [
      "folders",
      "mkdir -p x/y && cd x && echo 1 > y/z && cat y/z; pwd; cd; pwd; rm -r x; ls x 2>&1",
      "1\n/home/learner/app/x\n/home/learner/app\nls: x: No such file or directory\n",
    ],
  ])("%s", async (_, line, printed) => {
    expect(await run(line)).toMatchObject({ end: "finished", stdout: printed });
  });

  it.each([
    ["a quote", "echo 'a", 2, "sh: the quote ' is not closed\n"],
    ["a substitution", "echo $(ls", 2, "sh: $( is not closed\n"],
    [
      "a here-document",
      "cat <<E\na",
      2,
      "sh: here-document: the line 'E' that ends it is missing\n",
    ],
    ["an operator", "ls |", 2, "sh: a command is missing beside an operator\n"],
    ["another operator", "&& ls", 2, "sh: a command is missing beside an operator\n"],
    ["a file's name", "echo a >", 2, "sh: '>' needs the name of a file\n"],
    [
      "background jobs",
      "sleep 1 &",
      2,
      "sh: '&' is not part of this shell: it has no background jobs and no subshells\n",
    ],
    [
      "loops",
      "for a in b; do echo; done",
      2,
      "sh: 'for' is not part of this shell: a loop is better written in Python\n",
    ],
    [
      "backquotes",
      "echo `ls`",
      2,
      "sh: backquotes are not part of this shell: $(…) puts in what a command prints\n",
    ],
    ["a folder that is not there", "echo a > no/f", 1, "sh: no/f: No such file or directory\n"],
    [
      "jq",
      "aws --version | jq .",
      127,
      "jq: command not found (--query does that, with JMESPath)\n",
    ],
  ])("says what is not there: %s", async (_, line, exit, stderr) => {
    expect(await run(line)).toMatchObject({ end: "finished", exit, stdout: "", stderr });
  });

  it("names all programs where one is unknown", async () => {
    const seen = await run("gcc x.c");
    expect(seen).toMatchObject({ exit: 127, stdout: "" });
    expect(seen.stderr).toMatch(/^gcc: command not found \(there are: :, aws, base64, cat, .*wc/);
  });

  it.each([
    "$(".repeat(2_000),
    `${"$(echo ".repeat(50)}x${")".repeat(50)}`,
    `echo ${"'a'\"b\"".repeat(10_000)} | wc -c`,
    "a".repeat(200_000),
    "\0\u2028 'é'",
    "echo $__proto__ ${constructor} $(toString)",
  ])(
    "stands anything: %#",
    async (line) => {
      expect((await run(line)).end).toBe("finished");
      expect(await run("echo well")).toMatchObject({ stdout: "well\n" });
    },
    30_000,
  );
});

describe("programs", () => {
  it.each([
    ["head -n 1 notes.txt", "one\n"],
    [
      "curl -sS 169.254.169.254 2>&1; echo $?",
      "curl: (28) Failed to connect to 169.254.169.254 port 80: Connection timed out\n28\n",
    ],
    ["curl -s http://example.com; echo $?", "6\n"],
    ["tail -1 notes.txt", "Three\n"],
    ["grep -n two notes.txt", "2:two two\n"],
    ["grep -v -i t notes.txt", "one\n"],
    ["grep -c two notes.txt", "1\n"],
    ["grep -o two notes.txt", "two\ntwo\n"],
    ["grep '{' dir/*.json", "dir/a.json:{}\n"],
    ["wc notes.txt", "3 4 18 notes.txt\n"],
    ["printf 'b\\na\\nb\\n' | sort | uniq -c", "      1 a\n      2 b\n"],
    ["echo a:b:c | cut -d: -f1,3", "a:c\n"],
    ["echo abc | tr ab xy", "xyc\n"],
    ["printf hello | base64", "aGVsbG8=\n"],
    ["echo aGVsbG8= | base64 -d", "hello"],
    ["echo '{\"b\":1}' | python -m json.tool", '{\n    "b": 1\n}\n'],
    ["echo 'print(6*7)' | python", "42\n"],
    ["cp notes.txt n2; mv n2 n3; ls n*; rm n3", "n3\nnotes.txt\n"],
    ["echo a | tee t1 | cat - t1", "a\na\n"],
    ["which aws python nope", "/usr/bin/aws\n/usr/bin/python\n"],
    ["date +%Y-%m-%d", "2026-03-02\n"],
    ["sleep 2d; date +%Y-%m-%d", "2026-03-04\n"],
  ])("%s", async (line, printed) => {
    expect(await run(line)).toMatchObject({ end: "finished", stdout: printed, stderr: "" });
  });

  it("cuts what is too much for a page, and no more", async () => {
    const seen = await run("python -c 'print(\"x\" * 100_000)'");
    expect(seen.stdout).toHaveLength(60_000);
    expect(seen.stderr).toMatch(/cut after 60 kB/);
    expect(await run("python -c 'print(\"x\" * 100_000)' | wc -c")).toMatchObject({
      stdout: "100001\n",
    });
  });
});

describe("what is kept", () => {
  it("reports files and variables that changed, so that another interpreter can go on", async () => {
    const first = await sandbox.open(awsJob({ files }).job);
    const seen = await first.send({
      run: "echo '{}' > new.json; rm notes.txt; export A=1; unset AWS_ACCESS_KEY_ID; cd dir",
    });
    expect(seen.result).toEqual({
      exit: 0,
      folder: "/home/learner/app/dir",
      files: { "new.json": "{}\n", "notes.txt": null },
      env: { A: "1", AWS_ACCESS_KEY_ID: null },
    });
    expect((await first.send({ run: "ls" })).result).toMatchObject({ files: {}, env: {} });
    await first.close();
  }, 60_000);

  it("ends with a command that takes too long, and the next terminal is unharmed", async () => {
    const { job } = awsJob({ job: { limits: { timeMs: 1_500 } } });
    const opened = await sandbox.open(job);
    expect(await opened.send({ run: "python -c 'while True: pass'" })).toMatchObject({
      end: "time",
    });
    await expect(opened.send({ run: "ls" })).rejects.toMatchObject({ code: "sandbox-failed" });
    expect(await run("echo well")).toMatchObject({ stdout: "well\n" });
  }, 60_000);
});
