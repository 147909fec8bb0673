import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packageFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folders of Java sources: the lab with its driver, and what starts and compiles. */
export const javaSources = [
  join(packageFolder, "lab", "java", "lab"),
  join(packageFolder, "lab", "java", "driver"),
  join(packageFolder, "runner", "java", "runner"),
] as const;
