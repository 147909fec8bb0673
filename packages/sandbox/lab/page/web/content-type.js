import { escapeText } from "../html/entities.js";

/** What a browser does with an answer: shows it as a page, as text, or not at all. */
export function howShown({ html, status }, all) {
  const type = (all("content-type").at(-1) ?? "").split(";")[0].trim().toLowerCase();
  const [location] = all("location");
  if (status >= 300 && status < 400 && location !== undefined) return { html: "", location };
  if (status === 204 || status === 205 || status === 304) return { html: "" };
  if (all("content-disposition").some((one) => /^\s*attachment/i.test(one))) return { html: "" };
  if (isPage(type, html, all)) return { html };
  return /^(image|audio|video|font)\/|octet-stream|zip|pdf/.test(type)
    ? { html: "" }
    : { html: `<pre>${escapeText(html)}</pre>` };
}

/** Without a type, a text that begins like a page is shown as one, unless sniffing is forbidden. */
function isPage(type, html, all) {
  if (/^(text\/html|application\/xhtml\+xml|image\/svg\+xml)$/.test(type)) return true;
  if (/^(text|application)\/xml$/.test(type)) return /<svg|w3\.org\/1999\/xhtml/.test(html);
  const sniffs =
    (type === "" || type === "*/*" || type === "unknown/unknown") &&
    !all("x-content-type-options").some((one) => /^\s*nosniff/i.test(one));
  return (
    sniffs &&
    /^\s*(<!--|<(!doctype html|html|head|script|iframe|h1|div|font|table|a|style|title|b|body|br|p)[\s>])/i.test(
      html,
    )
  );
}
