import type { WorldState } from "../../state.ts";
import type { Program } from "../session.ts";
import { filePrograms } from "./files.ts";
import { systemPrograms } from "./system.ts";
import { textPrograms } from "./text.ts";
import { webPrograms } from "./web.ts";

const known = new Map<string, Program>([
  ...Object.entries(textPrograms),
  ...Object.entries(filePrograms),
  ...Object.entries(systemPrograms),
  ...Object.entries(webPrograms),
]);

/** A program by name or by path; those that the world declares come first. */
export function programOf(name: string, { spec }: WorldState): Program | null {
  const bare = name.replace(/^\/(?:usr\/)?(?:local\/)?s?bin\//, "");
  for (const one of [name, bare]) {
    if (!spec.commands || !Object.hasOwn(spec.commands, one)) continue;
    const { stdout, stderr, exit } = spec.commands[one]!;
    return (_argv, io) => {
      io.out(stdout);
      io.err(stderr);
      return exit;
    };
  }
  return known.get(bare) ?? null;
}
