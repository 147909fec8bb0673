import { fire } from "../dom/events.js";
import { inner, isConnected } from "../dom/node.js";
import { dataText, prepare, runAddress } from "../script/runner.js";
import { openFrame } from "./frames.js";

/** What elements load by themselves, and the events that follow without a user. */

const at = (element, name) => inner(element).attributes.get(name);
const addressOf = (element) => {
  const { name, ns } = inner(element);
  if (ns.endsWith("svg"))
    return name === "image" ? (at(element, "href") ?? at(element, "xlink:href")) : undefined;
  if (name === "input")
    return (at(element, "type") ?? "").toLowerCase() === "image" ? at(element, "src") : undefined;
  if (name === "source")
    return /^(audio|video)$/.test(inner(inner(element).parent ?? element).name)
      ? (at(element, "src") ?? "")
      : undefined;
  if (name === "img")
    return (
      at(element, "src") ??
      at(element, "srcset")
        ?.trim()
        .split(/[\s,]+/)[0]
    );
  return /^(video|audio)$/.test(name) ? at(element, "src") : undefined;
};

/** Pictures and media load wherever they are in a live document, even before they are put in. */
export function begin(view, element) {
  const address = addressOf(element);
  if (address === undefined || inner(element).begun === address) return;
  inner(element).begun = address;
  const { name } = inner(element);
  const media = /^(video|audio|source)$/.test(name);
  if (media && name !== "source") view.tasks.later(() => fire(element, "loadstart"));
  const there = loads(view, address, media ? "media-src" : "img-src");
  view.tasks.later(() => fire(element, there ? (media ? "loadeddata" : "load") : "error"));
}

function loads(view, address, directive) {
  const url = address === "" ? null : view.resolve(address);
  if (!url || !view.policies.url(directive, url)) return false;
  if (url.protocol === "data:")
    return /^data:image\/(svg|[a-z]+;base64,(iVBORw0KGgo|R0lGOD|\/9j\/|UklGR))/i.test(url.href);
  return /^https?:$/.test(url.protocol) && view.net.load(url, "other") !== null;
}

const whenConnected = {
  script: prepare,
  iframe: (view, element) => openFrame(view, element),
  frame: (view, element) => openFrame(view, element),
  style: (view, element) => view.tasks.later(() => fire(element, "load")),
  link: link,
  object: embedded,
  embed: embedded,
  base: (view, element) => view.setBase(at(element, "href")),
  meta: meta,
};

export function connected(view, element) {
  const { name, ns, attributes } = inner(element);
  begin(view, element);
  if (Object.hasOwn(whenConnected, name) && (ns.endsWith("xhtml") || name === "script")) {
    // The parser runs its scripts itself, once their end tag is there.
    if (name !== "script" || !view.building.has(element)) whenConnected[name](view, element);
  }
  if (attributes.has("autofocus")) view.wantsFocus.push(element);
  if (ns.endsWith("svg") && /^(animate|set|animateTransform|animateMotion)$/.test(name))
    view.tasks.later(() => fire(element, "begin"));
}

function link(view, element) {
  const rel = (at(element, "rel") ?? "").toLowerCase().split(/\s+/);
  const url = at(element, "href") ? view.resolve(at(element, "href")) : null;
  if (!url || !rel.includes("stylesheet")) return;
  const there =
    view.policies.url("style-src", url) &&
    (url.protocol === "data:" || view.net.load(url, "other") !== null);
  view.tasks.later(() => fire(element, there ? "load" : "error"));
}

function embedded(view, element) {
  const address = at(element, inner(element).name === "object" ? "data" : "src");
  const url = address ? view.resolve(address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || !view.policies.url("object-src", url)) return;
  const there = view.net.load(url, "other") !== null;
  view.tasks.later(() =>
    fire(element, there || inner(element).name === "embed" ? "load" : "error"),
  );
}

function meta(view, element) {
  const what = (at(element, "http-equiv") ?? "").toLowerCase();
  const content = at(element, "content") ?? "";
  if (what === "content-security-policy" && inner(inner(element).parent).name === "head")
    view.policies.add(content);
  if (what !== "refresh") return;
  const [, waitS, address] =
    /^\s*([\d.]+)\s*(?:[;,]\s*(?:url\s*=\s*)?["']?(.*?)["']?\s*)?$/i.exec(content) ?? [];
  const url = address ? view.resolve(address) : null;
  // Browsers refuse to refresh to a javascript: address.
  if (url && /^https?:$/.test(url.protocol))
    view.tasks.later(() => view.go(url.href), Number(waitS) * 1000);
}

export function attributeChanged(view, element, { name, before, value }) {
  const { name: tag, ns } = inner(element);
  if (/^(src|srcset|href|xlink:href|type)$/.test(name)) begin(view, element);
  if (name === "open" && tag === "details" && (before === null) !== (value === null))
    view.tasks.later(() => fire(element, "toggle"));
  if (value === null || !isConnected(element) || view.building.has(element)) return;
  if (name === "src" && tag === "script") prepare(view, element);
  if (/^(src|srcdoc)$/.test(name) && tag === "iframe") openFrame(view, element);
  if (name === "href" && tag === "base") view.setBase(value);
  if (name === "href" && tag === "link" && ns.endsWith("xhtml")) link(view, element);
}

export { dataText, runAddress };
