/** localStorage, sessionStorage and document.cookie. */

class Storage {
  #map = new Map();
  get length() {
    return this.#map.size;
  }
  key(index) {
    return [...this.#map.keys()][index] ?? null;
  }
  getItem(name) {
    return this.#map.get(String(name)) ?? null;
  }
  setItem(name, value) {
    this.#map.set(String(name), String(value));
  }
  removeItem(name) {
    this.#map.delete(String(name));
  }
  clear() {
    this.#map.clear();
  }
}

/** Items are properties too. */
export function makeStorage() {
  const storage = new Storage();
  return new Proxy(storage, {
    get: (_t, name) => {
      if (typeof name !== "string" || name in Storage.prototype) {
        const member = Reflect.get(storage, name, storage);
        return typeof member === "function" ? member.bind(storage) : member;
      }
      return storage.getItem(name) ?? undefined;
    },
    set: (_t, name, value) => {
      storage.setItem(name, value);
      return true;
    },
    has: (_t, name) => storage.getItem(name) !== null || name in Storage.prototype,
    deleteProperty: (_t, name) => {
      storage.removeItem(name);
      return true;
    },
  });
}

/** A page's cookies, from Set-Cookie lines; those with HttpOnly it doesn't see. */
export function makeCookies(lines) {
  const map = new Map();
  const write = (text, byScript) => {
    const [pair, ...rest] = String(text)
      .split(";")
      .map((part) => part.trim());
    const [, name, value] = /^([^=]*)=(.*)$/s.exec(pair) ?? [null, "", pair];
    const flags = rest.map((part) => part.toLowerCase());
    if (byScript && (map.get(name)?.httpOnly || flags.includes("httponly"))) return;
    const gone = flags.some(
      (flag) => /^max-age=(0|-\d+)$/.test(flag) || /^expires=.*\b19\d\d\b/.test(flag),
    );
    if (gone) map.delete(name);
    else map.set(name, { value, httpOnly: flags.includes("httponly") });
  };
  for (const line of lines) write(line, false);
  return {
    write: (text) => write(text, true),
    read: () =>
      [...map]
        .filter(([, one]) => !one.httpOnly)
        .map(([name, { value }]) => (name ? `${name}=${value}` : value))
        .join("; "),
  };
}
