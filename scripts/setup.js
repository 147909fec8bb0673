// Runs before `npm start` and `npm test`, on a machine that has nothing but Node: plain JavaScript.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { run } from "./run.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const stamps = join(root, "node_modules", ".cache", "loopwright");

checkNode();
installPackages();
if (process.argv[2] === "test") {
  const { provideTools } = await import("./tools.js");
  provideTools();
} else {
  buildWeb();
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Loopwright needs Node 20.19 or newer; this is ${process.versions.node}.`);
  console.error("Next: install a current Node from https://nodejs.org and try again.");
  process.exit(7);
}

/** Installs exactly what the lockfile says, runs no package's scripts, and only when it changed. */
function installPackages() {
  const lock = hashOf([join(root, "package-lock.json")]);
  if (stampIs("packages", lock)) return;
  step("Installing packages (once, about a minute) …");
  run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: root });
  writeStamp("packages", lock);
}

/** Builds the page when one of its sources changed. */
function buildWeb() {
  const sources = ["apps/web", "packages", "tracks", "package-lock.json"];
  const hash = hashOf(sources.flatMap((path) => filesBelow(join(root, path))));
  const built = existsSync(join(root, "apps", "web", "dist", "index.html"));
  if (built && stampIs("web", hash)) return;
  step("Building the page …");
  const vite = join(root, "node_modules", "vite", "bin", "vite.js");
  run(process.execPath, [vite, "build", "--logLevel", "warn"], { cwd: join(root, "apps", "web") });
  writeStamp("web", hash);
}

/** Sources only: what drills hold does not reach the page's bundle. */
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (path.endsWith("package-lock.json")) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    const below = join(path, entry.name);
    if (entry.isDirectory()) {
      return ["node_modules", "dist", "drills", "fixtures"].includes(entry.name)
        ? []
        : filesBelow(below);
    }
    return /\.test\.tsx?$/.test(entry.name) ? [] : [below];
  });
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files)
    hash.update(file.slice(root.length)).update("\0").update(readFileSync(file));
  return hash.digest("hex");
}

function stampIs(name, hash) {
  try {
    return readFileSync(join(stamps, `${name}.sha256`), "utf8") === hash;
  } catch {
    return false;
  }
}

function writeStamp(name, hash) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, `${name}.sha256`), hash);
}

function step(text) {
  console.error(text);
}
