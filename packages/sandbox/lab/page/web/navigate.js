import { fire } from "../dom/events.js";
import { entries } from "../dom/forms.js";
import { inner } from "../dom/node.js";
import { runAddress } from "../script/runner.js";
import { javascriptText } from "./address.js";
import { URL, URLSearchParams } from "./url.js";

/** Where a page goes. It stays as it is: only that it asked for another page is seen. */

const at = (element, name) => (element ? inner(element).attributes.get(name) : undefined);
const bare = (url) => url.split("#")[0];

export function go(view, address, how = {}) {
  const code = javascriptText(address);
  if (code !== null) {
    view.tasks.later(() => runAddress(view, code));
    return;
  }
  const url = view.resolve(String(address));
  if (!url) throw new Error(`SyntaxError: '${address}' is no address`);
  if (bare(url.href) === bare(view.url) && (how.method ?? "GET") === "GET" && url.hash !== "")
    setHash(view, url.hash);
  else leave(view, url, how);
}

function leave(view, url, { method = "GET", body = null, aside = false }) {
  // A document may not send its window to a data: address.
  if (url.protocol === "data:" && !view.framed) return;
  view.record.request(method, url.href, body);
  if (!view.framed && !aside) view.page.location = url.href;
}

export function setHash(view, hash) {
  const before = view.url;
  const url = new URL(view.url);
  url.hash = hash;
  if (url.href === before) return;
  if (view.baseUrl === before) view.baseUrl = url.href;
  view.url = url.href;
  if (!view.framed) view.page.location = url.href;
  view.tasks.later(() => fire(view.window, "hashchange", { oldURL: before, newURL: url.href }));
}

/** history.pushState and replaceState: the address changes, nothing is asked for. */
export function replaceAddress(view, address) {
  if (address === undefined || address === null) return;
  const url = view.resolve(String(address));
  if (!url || url.origin !== new URL(view.url).origin)
    throw new Error("SecurityError: history of another origin");
  if (view.baseUrl === view.url) view.baseUrl = url.href;
  view.url = url.href;
  view.page.location = url.href;
}

export function follow(view, link) {
  const href = at(link, "href") ?? at(link, "xlink:href");
  if (href === undefined) return;
  const aside = /^_blank$/i.test(at(link, "target") ?? "");
  // A new window without an opener has nothing that the code could run in.
  if (aside && javascriptText(href) !== null && !/\bopener\b/i.test(at(link, "rel") ?? "")) return;
  const url = javascriptText(href) === null ? view.resolve(href) : true;
  if (url) go(view, href, { aside });
}

export function submit(view, form, submitter) {
  const action = at(submitter, "formaction") ?? at(form, "action") ?? "";
  const method =
    (at(submitter, "formmethod") ?? at(form, "method") ?? "get").toLowerCase() === "post"
      ? "POST"
      : "GET";
  const url = view.resolve(action === "" ? view.url : action);
  if (!url || (javascriptText(action) === null && !view.policies.url("form-action", url))) return;
  if (javascriptText(action) !== null) {
    go(view, action);
    return;
  }
  const sent = new URLSearchParams(entries(form, submitter)).toString();
  if (method === "GET") url.search = sent;
  leave(view, url, { method, body: method === "POST" ? sent : null });
}

class Location {
  #view;
  constructor(view) {
    this.#view = view;
  }
  get #url() {
    return new URL(this.#view.url);
  }
  get href() {
    return this.#view.url;
  }
  set href(address) {
    this.#view.go(String(address));
  }
  get origin() {
    return this.#view.sameOrigin ? new URL(this.#view.top ?? this.#view.url).origin : "null";
  }
  get ancestorOrigins() {
    return [];
  }
  assign(address) {
    this.#view.go(String(address));
  }
  replace(address) {
    this.#view.go(String(address));
  }
  reload() {
    this.#view.record.request("GET", this.#view.url);
  }
  toString() {
    return this.href;
  }
  static {
    for (const name of ["protocol", "host", "hostname", "port", "pathname", "search", "hash"]) {
      Object.defineProperty(Location.prototype, name, {
        configurable: true,
        enumerable: true,
        get() {
          return this.#url[name];
        },
        set(value) {
          if (name === "hash") {
            this.#view.setHash(String(value));
            return;
          }
          const url = this.#url;
          url[name] = String(value);
          this.#view.go(url.href);
        },
      });
    }
  }
}
export const makeLocation = (view) => new Location(view);
