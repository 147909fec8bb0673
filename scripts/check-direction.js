// Checks the direction of dependencies: each package.json declares its layer, and imports go down only.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";

/** What each layer may import. Tracks never import each other; nothing imports an app but an app. */
const allowed = {
  core: [],
  ui: ["core"],
  engine: ["core", "ui"],
  host: ["core"],
  track: ["core", "ui", "engine"],
  app: ["core", "ui", "engine", "host", "app"],
};

/** Journeys and measurements share their parts, and the set-up's; nothing ships of them. */
const developing = /^(e2e|bench)\//;

const inside = (path, folder) => `${path}${sep}`.startsWith(`${folder}${sep}`);

/** Files of a kind that run in server and CLI: they may reach neither React nor the browser. */
const isomorphic =
  /\/(track|kinds\/[^/]+\/(kind|grade|reveal|run|live|prove)|documents\/[^/]+\/document)\.ts$/;

/** @param {string} root @returns {string[]} what is wrong, a line each */
export function checkDirection(root) {
  const packages = findPackages(root);
  const byName = new Map(packages.map((one) => [one.name, one]));
  return packages.flatMap((one) => [
    ...checkDeclared(one, byName),
    ...sources(one.folder).flatMap((file) => checkFile(file, one, { root, byName })),
  ]);
}

function findPackages(root) {
  const parents = ["packages", "tracks", "apps"].map((name) => join(root, name));
  const folders = parents.flatMap((parent) =>
    existsSync(parent) ? readdirSync(parent).map((name) => join(parent, name)) : [],
  );
  return [...folders, join(root, "e2e"), join(root, "bench")]
    .filter((folder) => existsSync(join(folder, "package.json")))
    .map((folder) => {
      const { name, dependencies = {}, loopwright } = readJson(join(folder, "package.json"));
      return { folder, name, dependencies: Object.keys(dependencies), layer: loopwright?.layer };
    });
}

function checkDeclared({ name, layer, dependencies }, byName) {
  if (!(layer in allowed)) return [`${name}: package.json declares no known layer`];
  return dependencies
    .map((dependency) => byName.get(dependency))
    .filter((dependency) => dependency && !allowed[layer].includes(dependency.layer))
    .map(
      (dependency) =>
        `${name} (${layer}) may not depend on ${dependency.name} (${dependency.layer})`,
    );
}

function checkFile(file, { folder, dependencies, name }, { root, byName }) {
  const shown = relative(root, file).split(sep).join("/");
  return importsOf(readFileSync(file, "utf8")).flatMap(({ specifier, typeOnly }) => {
    if (specifier.startsWith(".")) {
      const target = resolve(dirname(file), specifier);
      const problems = [];
      if (!developing.test(shown) && !inside(target, folder))
        problems.push(`${shown} leaves its package: ${specifier}`);
      if (isomorphic.test(`/${shown}`) && specifier.endsWith(".tsx"))
        problems.push(`${shown} imports a .tsx: ${specifier}`);
      return problems;
    }
    const dependency = specifier
      .split("/")
      .slice(0, specifier.startsWith("@") ? 2 : 1)
      .join("/");
    if (!byName.has(dependency) || dependency === name) return [];
    if (dependencies.includes(dependency)) return [];
    const target = byName.get(dependency);
    return typeOnly && target.layer === "app" && shown.startsWith("apps/web/")
      ? []
      : [`${shown} imports ${dependency}, which ${name} does not declare`];
  });
}

const importAt =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']\s*\)/g;

const importsOf = (text) =>
  [...text.matchAll(importAt)].map(([, typeOnly, fixed, dynamic]) => ({
    specifier: fixed ?? dynamic,
    typeOnly: typeOnly !== undefined,
  }));

export function sources(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      return ["node_modules", "dist", "drills", "fixtures"].includes(entry.name)
        ? []
        : sources(path);
    }
    return /\.(ts|tsx|js)$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
