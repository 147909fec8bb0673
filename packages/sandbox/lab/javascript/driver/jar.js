/** The cookies of one browser, as far as a test of a program needs them. The site is https://shop.example. */
export class Jar {
  #cookies = [];

  /** What `Set-Cookie` headers of an answer leave in it. */
  keep(headers) {
    for (const [name, value] of headers) {
      if (String(name).toLowerCase() === "set-cookie") this.#set(String(value));
    }
  }

  #set(header) {
    const [pair, ...rest] = header.split(";").map((part) => part.trim());
    const [name, value] = halves(pair);
    if (name === "") return;
    const attributes = new Map(rest.map((part) => halves(part.toLowerCase())));
    const path = rest.map(halves).find(([one]) => one.toLowerCase() === "path")?.[1];
    const cookie = {
      name,
      value: value ?? "",
      path: path?.startsWith("/") ? path : "/",
      sameSite: attributes.get("same-site") ?? attributes.get("samesite") ?? "none",
    };
    const isSame = (one) => one.name === name && one.path === cookie.path;
    this.#cookies = this.#cookies.filter((one) => !isSame(one));
    if (!isPast(attributes)) this.#cookies.push(cookie);
  }

  /** The `Cookie` header of a request, or null. A page of another site sends what a browser would. */
  header({ path, cross, navigates }) {
    const plain = path.split(/[?#]/, 1)[0];
    const sent = this.#cookies
      .filter((one) => !cross || crosses(one, navigates))
      .filter((one) => covers(one.path, plain));
    if (sent.length === 0) return null;
    return sent.map(({ name, value }) => `${name}=${value}`).join("; ");
  }
}

const covers = (folder, path) =>
  path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);

/** Strict never; Lax when a link or an address opens a page. Absent is taken as None. */
const crosses = ({ sameSite }, navigates) =>
  sameSite !== "strict" && (sameSite !== "lax" || navigates);

function halves(text) {
  const at = text.indexOf("=");
  return at < 0 ? [text.trim(), undefined] : [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}

function isPast(attributes) {
  if (attributes.has("max-age")) return Number(attributes.get("max-age")) <= 0;
  const expires = Date.parse(attributes.get("expires") ?? "");
  return expires <= Date.now();
}
