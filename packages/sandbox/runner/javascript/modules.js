/**
 * Where modules come from. `library` maps /driver.js, /lab/web.js, /node/path.js … to their text; learner's
 * files stand under /app. Nothing is ever read from a disk: what is not in these two maps is not there.
 */
const appFolder = "/app/";
const endings = ["", ".js", ".mjs", ".cjs", ".json", "/index.js"];
/** What only the driver uses. A learner gets the same message as for a name that does not exist. */
const hidden = /^\/(driver|lab\/internal|page)\b/;

export function moduleTree(library, files) {
  const has = (path) => Object.hasOwn(library, path) || isFile(path);
  const isFile = (path) => path.startsWith(appFolder) && Object.hasOwn(files(), inApp(path));
  const first = (path) => endings.map((ending) => path + ending).find(has);

  /** The path of the module that `specifier` names in `base`. Throws with a message for whoever wrote it. */
  function resolve(base, specifier) {
    const found = first(candidate(base, specifier) ?? "");
    const isOpen = found !== undefined && (!base.startsWith(appFolder) || !hidden.test(found));
    if (isOpen || found === hostModule) return found;
    throw new Error(`there is no module “${specifier.slice(0, 200)}” here${advice(specifier)}`);
  }
  function candidate(base, specifier) {
    if (base.startsWith("/driver/") && specifier.startsWith(appFolder)) return specifier;
    if (specifier === "lab_host") return hostModule;
    if (/^\.\.?\//.test(specifier)) return climb(base, specifier);
    if (specifier.startsWith("lab/")) return climb("/lab/", specifier.slice(4));
    const name = specifier.replace(/^node:/, "");
    return /^[\w/-]+$/.test(name) ? `/node/${name}.js` : null;
  }
  function advice(specifier) {
    if (/^\.\.?\//.test(specifier)) return ": names are relative to the file that imports";
    const names = Object.keys(library).filter((path) => !hidden.test(path));
    const modules = names.flatMap((path) => moduleName(path) ?? []);
    return `; there are ${modules.toSorted().join(", ")}`;
  }
  const read = (path) => (isFile(path) ? files()[inApp(path)] : library[path]);
  return { resolve, read, isLearners: (path) => path.startsWith(appFolder) };
}

const hostModule = "/driver/host.js";
const inApp = (path) => path.slice(appFolder.length);

/** `lab/web` for /lab/web.js, but nothing for what lies deeper: that is a module's own. */
function moduleName(path) {
  const found = /^\/(lab|node)\/([\w-]+|fs\/promises)\.js$/.exec(path);
  if (!found) return undefined;
  return found[1] === "lab" ? `lab/${found[2]}` : `node:${found[2]}`;
}

/** Joins without ever leaving what the file belongs to: the learner's folder, or the library. */
function climb(base, specifier) {
  const least = base.startsWith(appFolder) ? 1 : 0;
  const parts = base.split("/").slice(1, -1);
  for (const part of specifier.split("/")) {
    if (part === "..") {
      if (parts.length <= least) return null;
      parts.pop();
    } else if (part !== "." && part !== "") parts.push(part);
  }
  return `/${parts.join("/")}`;
}
