import { fire } from "../dom/events.js";
import { inner } from "../dom/node.js";
import { dataText, runAddress } from "../script/runner.js";
import { javascriptText } from "./address.js";

const at = (element, name) => inner(element).attributes.get(name);

/** Documents in an iframe: srcdoc, data:, javascript:, and what the page's own server has. */
export function openFrame(view, element) {
  const address = at(element, "src") ?? "";
  const srcdoc = at(element, "srcdoc");
  const key = `${address}\n${srcdoc}`;
  if (inner(element).begun === key) return;
  inner(element).begun = key;
  const sandbox = at(element, "sandbox")?.toLowerCase().split(/\s+/);
  const may = (what) => sandbox === undefined || sandbox.includes(`allow-${what}`);
  const content = srcdoc ?? contentOf(view, address, may("scripts"));
  const frame = view.openFrame({
    scripts: view.scripts && may("scripts"),
    modals: view.modals && may("modals"),
    sameOrigin: may("same-origin") && !/^\s*data:/i.test(srcdoc === undefined ? address : ""),
  });
  inner(element).frame = frame;
  view.tasks.later(() => {
    frame.showText(content ?? "");
    const code = srcdoc === undefined ? javascriptText(address) : null;
    if (code !== null && view.policies.inline({ kind: "javascript", text: `javascript:${code}` }))
      runAddress(frame, code);
    fire(element, "load");
  });
}

function contentOf(view, address) {
  const url = address === "" || javascriptText(address) !== null ? null : view.resolve(address);
  if (!url || !view.policies.url("frame-src", url)) return null;
  if (url.protocol === "data:") return /^data:text\/html/i.test(url.href) ? dataText(url) : null;
  const text = /^https?:$/.test(url.protocol) ? view.net.load(url, "other") : null;
  return text !== null && /^\s*</.test(text) ? text : null;
}
