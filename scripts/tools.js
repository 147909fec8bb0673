// What tests need beside packages. A missing tool is named with the command that installs it; with
// CI=true it is installed, or the run fails. Nothing is skipped.
import { existsSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { attempt, run } from "./run.js";

const tools = [
  {
    name: "Chromium",
    found: () => chromium() !== null,
    debian: "chromium",
    mac: "brew install --cask chromium",
    windows: "npx playwright-core install chromium",
  },
  { name: "bubblewrap", found: () => onPath("bwrap"), debian: "bubblewrap", only: "linux" },
  {
    name: "a JDK",
    found: () => onPath("javac"),
    debian: "openjdk-17-jdk-headless",
    mac: "brew install openjdk@17",
    windows: "winget install EclipseAdoptium.Temurin.17.JDK",
  },
  {
    name: "Python 3",
    found: () => findOnPath(["python3", "python"]) !== null,
    debian: "python3",
    mac: "brew install python",
    windows: "winget install Python.Python.3.13",
  },
  {
    name: "PostgreSQL",
    found: () => postgresBin() !== null,
    debian: "postgresql",
    mac: "brew install postgresql@17",
    windows: "winget install PostgreSQL.PostgreSQL.17",
  },
  {
    name: "Firefox",
    found: () => firefox() !== null,
    debian: "firefox-esr",
    mac: "brew install --cask firefox",
    windows: "winget install Mozilla.Firefox",
  },
];

/** Checks every tool; ends the process where one is missing and cannot be installed here. */
export function provideTools() {
  const wanted = tools.filter(({ only }) => only === undefined || only === process.platform);
  const missing = wanted.filter(({ found }) => !found());
  if (missing.length === 0) return;
  if (process.env.CI === "true" && canInstall()) install(missing);
  const still = missing.filter(({ found }) => !found());
  if (still.length === 0) return;
  for (const tool of still) {
    console.error(`Missing for the tests: ${tool.name}. Install it with: ${commandFor(tool)}`);
  }
  process.exit(7);
}

function install(missing) {
  const names = missing.map(({ debian }) => debian);
  console.error(`Installing ${names.join(", ")} …`);
  run("apt-get", ["update", "-qq"]);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...names], { env });
}

function commandFor({ debian, mac, windows }) {
  if (process.platform === "darwin") return mac;
  if (process.platform === "win32") return windows;
  return `sudo apt-get install ${debian}`;
}

const canInstall = () => process.getuid?.() === 0 && onPath("apt-get");

const onPath = (name) => findOnPath([name]) !== null;

function findOnPath(names) {
  const finder = process.platform === "win32" ? "where" : "which";
  for (const name of names) {
    const { status, stdout } = attempt(finder, [name]);
    if (status === 0) return stdout.split(/\r?\n/)[0].trim();
  }
  return null;
}

/** A browser that the journeys can drive: the system's, else one that Playwright installed. */
export function chromium() {
  const fixed = [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ].find((path) => existsSync(path));
  return findOnPath(["chromium", "chromium-browser", "google-chrome"]) ?? fixed ?? playwrights();
}

/** The one that `npx playwright-core install chromium` leaves in Playwright's own folder. */
function playwrights() {
  const path = createRequire(import.meta.url)("playwright-core").chromium.executablePath();
  return existsSync(path) ? path : null;
}

export function firefox() {
  const fixed = [
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ].find((path) => existsSync(path));
  return findOnPath(["firefox-esr", "firefox"]) ?? fixed ?? null;
}

/** Debian keeps initdb off the PATH, below the version. */
function postgresBin() {
  const parent = "/usr/lib/postgresql";
  const versions = existsSync(parent) ? readdirSync(parent).toSorted().toReversed() : [];
  const debian = versions
    .map((version) => join(parent, version, "bin"))
    .find((bin) => existsSync(join(bin, "initdb")));
  return debian ?? findOnPath(["initdb"]);
}
