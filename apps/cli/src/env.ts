import { homedir } from "node:os";
import { join } from "node:path";

/** The one place that reads the environment. */
export type Env = {
  /** Where everything of the learner lives. */
  dataFolder: string;
  /** LOOPWRIGHT_DRILLS: a folder of the learner's own drills. */
  ownDrills: string | undefined;
  /** A PostgreSQL server in place of the embedded database. */
  databaseUrl: string | undefined;
  port: string | undefined;
  /** LOOPWRIGHT_SANDBOX=off: no learner code is run on this machine. */
  sandboxOff: boolean;
  /** JAVA_HOME: the JDK to use; else the one behind the system's java. */
  javaHome: string | undefined;
  colour: boolean;
};

export function readEnv(): Env {
  const { env } = process;
  return {
    dataFolder: env["LOOPWRIGHT_DATA"] || platformFolder(env),
    ownDrills: env["LOOPWRIGHT_DRILLS"] || undefined,
    databaseUrl: env["DATABASE_URL"] || undefined,
    port: env["PORT"] || undefined,
    sandboxOff: env["LOOPWRIGHT_SANDBOX"] === "off",
    javaHome: env["JAVA_HOME"] || undefined,
    colour: process.stdout.isTTY && !env["NO_COLOR"],
  };
}

/** Where each platform keeps an application's data. */
function platformFolder(env: NodeJS.ProcessEnv): string {
  const home = homedir();
  if (process.platform === "darwin") {
    return join(home, "Library", "Application Support", "Loopwright");
  }
  if (process.platform === "win32") {
    return join(env["LOCALAPPDATA"] || join(home, "AppData", "Local"), "Loopwright");
  }
  return join(env["XDG_DATA_HOME"] || join(home, ".local", "share"), "loopwright");
}
