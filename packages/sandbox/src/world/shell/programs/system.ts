import { runProgram, runScript } from "../run.ts";
import { copyOf, pathOf, readText, type Program, type Session } from "../session.ts";

/** Who and where one is, and what starts other programs. */
export const systemPrograms: Record<string, Program> = {
  true: () => 0,
  ":": () => 0,
  false: () => 1,
  /** Time stands still for it. */
  sleep: () => 0,
  id: (argv, io) => {
    io.out(argv.includes("-u") ? "1000\n" : "uid=1000(app) gid=1000(app) groups=1000(app)\n");
    return 0;
  },
  whoami: (_argv, io) => {
    io.out("app\n");
    return 0;
  },
  hostname: (_argv, io) => {
    io.out("shop-1\n");
    return 0;
  },
  uname: (_argv, io) => {
    io.out("Linux\n");
    return 0;
  },
  pwd: (_argv, io, session) => {
    io.out(`${session.cwd}\n`);
    return 0;
  },
  cd: (argv, _io, session) => {
    session.cwd = pathOf(session, argv[1] ?? "/home/app");
    return 0;
  },
  exit: (argv, _io, session) => {
    session.ended = true;
    return argv[1] === undefined ? session.lastExit : Number(argv[1]) % 256 || 0;
  },
  export: (argv, _io, session) => {
    for (const one of argv.slice(1)) {
      const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(one) ?? [];
      if (name !== undefined) session.vars.set(name, value!);
    }
    return 0;
  },
  env: (argv, io, session) => {
    const inner = copyOf(session);
    let at = 1;
    for (; at < argv.length; at += 1) {
      const [, name, value] = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(argv[at]!) ?? [];
      if (name === undefined) break;
      inner.vars.set(name, value!);
    }
    if (at < argv.length) return runProgram(argv.slice(at), io, inner);
    for (const [name, value] of inner.vars) io.out(`${name}=${value}\n`);
    return 0;
  },
  printenv: (argv, io, session) => {
    const wanted = argv.slice(1);
    if (wanted.length === 0) return systemPrograms["env"]!(["env"], io, session);
    const found = wanted.filter((name) => session.vars.has(name));
    for (const name of found) io.out(`${session.vars.get(name)}\n`);
    return found.length === wanted.length ? 0 : 1;
  },
  sh: (argv, io, session) => shell(argv, io, session),
  bash: (argv, io, session) => shell(argv, io, session),
  dash: (argv, io, session) => shell(argv, io, session),
};

/** `sh -c script name first second`: $0, $1, $2 … and $#. Those of an outer shell are not seen. */
function givePositions({ vars }: Session, given: string[]) {
  for (let at = 0; at < 10; at++) {
    const value = given[at];
    if (value === undefined) vars.delete(String(at));
    else vars.set(String(at), value);
  }
  vars.set("#", String(Math.max(0, given.length - 1)));
}

const shell: Program = (argv, io, session) => {
  const inner = copyOf(session);
  const at = argv.findIndex((one) => /^-\w*c$/.test(one));
  if (at > 0) {
    const script = argv[at + 1];
    givePositions(inner, argv.slice(at + 2));
    if (script !== undefined) return runScript(script, io, inner);
    io.err("sh: 0: -c requires an argument\n");
    return 2;
  }
  const path = argv.slice(1).find((one) => !one.startsWith("-"));
  const script = path === undefined ? io.stdin : readText(session, path);
  if (script !== null) return runScript(script, io, inner);
  io.err(`sh: 0: cannot open ${path}: No such file\n`);
  return 2;
};
