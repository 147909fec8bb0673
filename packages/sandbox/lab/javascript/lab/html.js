const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Text that is HTML already. */
class Html {
  constructor(text) {
    this.text = text;
  }

  toString() {
    return this.text;
  }
}

export const isHtml = (value) => value instanceof Html;

/** The value as text with & < > " ' escaped; what `html` or `raw` made is left as it is. */
export const escape = (value) =>
  isHtml(value) ? value.text : String(value ?? "").replace(/[&<>"']/g, (char) => entities[char]);

/** Marks text as HTML: it is not escaped again. */
export const raw = (text) => new Html(String(text));

const piece = (value) => (Array.isArray(value) ? value.map(escape).join("") : escape(value));

/** Escapes every value between its texts: html`<p>${name}</p>`. Lists are joined. */
export const html = (texts, ...values) =>
  new Html(texts.reduce((whole, text, at) => whole + piece(values[at - 1]) + text));
