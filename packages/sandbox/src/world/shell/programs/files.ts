import { posix } from "node:path";

import { writeFile } from "../../state.ts";
import { pathOf, readText, type Io, type Program, type Session } from "../session.ts";

const standing = ["/bin", "/etc", "/home/app", "/srv/app", "/tmp", "/usr/bin", "/var/log"];

/** Programs that see or change which files there are. Folders are what paths lead through. */
export const filePrograms: Record<string, Program> = {
  ls: (argv, io, session) => {
    const paths = namesOf(argv);
    let exit = 0;
    for (const path of paths.length > 0 ? paths : ["."]) {
      const full = pathOf(session, path);
      const listed = session.state.files.has(full) ? [path] : below(session, full);
      for (const name of listed ?? []) io.out(`${name}\n`);
      if (listed) continue;
      io.err(`ls: cannot access '${path}': No such file or directory\n`);
      exit = 2;
    }
    return exit;
  },
  touch: (argv, _io, session) => {
    for (const path of namesOf(argv)) {
      const full = pathOf(session, path);
      if (!session.state.files.has(full)) writeFile(session.state, full, Buffer.alloc(0));
    }
    return 0;
  },
  mkdir: () => 0,
  rm: (argv, io, session) => {
    const force = argv.some((one) => /^-\w*f/.test(one));
    const deep = argv.some((one) => /^-\w*[rR]/.test(one));
    let exit = 0;
    for (const path of namesOf(argv)) {
      if (remove(session, pathOf(session, path), deep) || force) continue;
      io.err(`rm: cannot remove '${path}': No such file or directory\n`);
      exit = 1;
    }
    return exit;
  },
  cp: (argv, io, session) => copy(argv, io, session) ?? 0,
  mv: (argv, io, session) => {
    const problem = copy(argv, io, session);
    if (problem === null) remove(session, pathOf(session, namesOf(argv)[0]!), false);
    return problem ?? 0;
  },
  tee: (argv, io, session) => {
    io.out(io.stdin);
    for (const path of namesOf(argv)) {
      const before = argv.includes("-a") ? (readText(session, path) ?? "") : "";
      writeFile(session.state, pathOf(session, path), Buffer.from(before + io.stdin));
    }
    return 0;
  },
};

const namesOf = (argv: string[]) => argv.slice(1).filter((one) => !one.startsWith("-"));

function below(session: Session, folder: string): string[] | null {
  const start = folder === "/" ? "/" : `${folder}/`;
  const all = [...session.state.files.keys(), ...standing.map((one) => `${one}/`)];
  const inside = all
    .filter((path) => path.startsWith(start))
    .map((path) => path.slice(start.length));
  if (inside.length === 0) return null;
  const names = new Set(inside.map((path) => path.split("/")[0]!).filter((name) => name !== ""));
  return [...names].toSorted();
}

function remove(session: Session, path: string, deep: boolean): boolean {
  const { files } = session.state;
  const inside = deep ? [...files.keys()].filter((one) => one.startsWith(`${path}/`)) : [];
  for (const one of inside) files.delete(one);
  return files.delete(path) || inside.length > 0;
}

/** The exit status, or null where it was done. */
function copy(argv: string[], io: Io, session: Session): number | null {
  const [from, to] = namesOf(argv);
  const content = from === undefined ? undefined : session.state.files.get(pathOf(session, from));
  if (from === undefined || to === undefined || content === undefined) {
    io.err(`${argv[0]}: cannot stat '${from ?? ""}': No such file or directory\n`);
    return 1;
  }
  const full = pathOf(session, to);
  const isFolder = to.endsWith("/") || below(session, full) !== null;
  writeFile(session.state, isFolder ? posix.join(full, posix.basename(from)) : full, content);
  return null;
}
