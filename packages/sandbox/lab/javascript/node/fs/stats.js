/** What is told of a file. */
export class Stats {
  #type;

  constructor({ type, data, target, mode, at }) {
    this.#type = type;
    this.size = data?.length ?? target?.length ?? 4096;
    this.mode = mode;
    this.mtimeMs = at;
    this.mtime = new Date(at);
    this.birthtime = new Date(at);
  }

  isFile() {
    return this.#type === "file";
  }

  isDirectory() {
    return this.#type === "folder";
  }

  isSymbolicLink() {
    return this.#type === "link";
  }
}

/** An entry of readdir with `withFileTypes`. */
export class Dirent extends Stats {
  constructor(name, parentPath, node) {
    super(node);
    this.name = name;
    this.parentPath = parentPath;
    this.path = parentPath;
  }
}
