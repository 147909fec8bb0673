/** What a page's own requests get: the program's files and what the test serves; nothing leaves the page. */

const paths = (pathname) => [`public${pathname}`, `static${pathname}`, pathname.slice(1)];

/** `serves` is path to JSON or text, `files` path to text. */
export function makeNetwork({ origin, serves, files, record }) {
  const own = (object, name) => (Object.hasOwn(object, name) ? object[name] : undefined);
  const file = (url) => {
    const found = paths(url.pathname).find((path) => Object.hasOwn(files, path));
    return found === undefined ? undefined : files[found];
  };
  const served = (url) =>
    own(serves, url.href.split(/[?#]/)[0]) ??
    (url.origin === origin ? own(serves, url.pathname) : undefined);
  return {
    /** Text of a script, frame or other part of the page; null where there is none. */
    load(url, what) {
      record.request("GET", url.href);
      const local = url.origin === origin ? file(url) : undefined;
      const found = local ?? served(url);
      if (found === undefined && what === "script") record.fault(`${url.href}: no such script`);
      return found === undefined ? null : typeof found === "string" ? found : JSON.stringify(found);
    },
    /** A fetch: { status, text, type }, or null where the network fails. */
    ask(method, url, body = null) {
      record.request(method, url.href, body);
      const found = served(url);
      if (found !== undefined)
        return typeof found === "string"
          ? { status: 200, text: found, type: "text/plain" }
          : { status: 200, text: JSON.stringify(found), type: "application/json" };
      const local = url.origin === origin && method === "GET" ? file(url) : undefined;
      if (local !== undefined) return { status: 200, text: local, type: "text/plain" };
      return url.origin === origin ? { status: 404, text: "", type: "text/plain" } : null;
    },
  };
}

export class Headers {
  #map = new Map();
  constructor(init = {}) {
    const pairs =
      typeof init?.[Symbol.iterator] === "function" ? [...init] : Object.entries(init ?? {});
    for (const [name, value] of pairs) this.set(name, value);
  }
  get(name) {
    return this.#map.get(String(name).toLowerCase()) ?? null;
  }
  set(name, value) {
    this.#map.set(String(name).toLowerCase(), String(value));
  }
  append(name, value) {
    this.set(name, value);
  }
  has(name) {
    return this.#map.has(String(name).toLowerCase());
  }
  forEach(visit) {
    for (const [name, value] of this.#map) visit(value, name, this);
  }
  [Symbol.iterator]() {
    return this.#map[Symbol.iterator]();
  }
}

export class Response {
  #text;
  constructor(text, { status = 200, headers = {}, url = "" } = {}) {
    this.#text = String(text ?? "");
    Object.assign(this, {
      status,
      ok: status >= 200 && status < 300,
      url,
      statusText: "",
      redirected: false,
      headers: new Headers(headers),
      type: "basic",
    });
  }
  async text() {
    return this.#text;
  }
  async json() {
    return JSON.parse(this.#text);
  }
  clone() {
    return new Response(this.#text, this);
  }
}

const bodyText = (body) => {
  if (body === null || body === undefined) return null;
  if (typeof body?.entries === "function" && typeof body !== "string") {
    return [...body.entries()]
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
      .join("&");
  }
  return String(body);
};

/** A request of the view's page: checked against its policies, then asked. */
export function send(view, method, { address, body }) {
  const url = view.resolve(`${address?.url ?? address?.href ?? address}`);
  if (!url) throw new TypeError("Failed to parse URL");
  if (!view.policies.url("connect-src", url)) return { url, answer: null };
  return { url, answer: view.net.ask(method, url, bodyText(body)) };
}

export function makeFetch(view) {
  return async function fetch(address, options = {}) {
    const method = String(options?.method ?? "GET").toUpperCase();
    const { url, answer } = send(view, method, { address, body: options?.body });
    if (answer === null) throw new TypeError("Failed to fetch");
    return new Response(answer.text, {
      status: answer.status,
      url: url.href,
      headers: { "content-type": answer.type },
    });
  };
}

export function makeBeacon(view) {
  return (address, body) => {
    const { answer } = send(view, "POST", { address, body });
    return answer !== null;
  };
}
