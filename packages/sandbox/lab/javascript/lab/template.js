import { escape } from "./html.js";

const tag = /<%([-=#]?)([\s\S]*?)[-_]?%>/g;

/** The template as the body of a function that fills `out`. */
function bodyOf(text) {
  let source = "";
  let at = 0;
  const plain = (piece) => {
    if (piece !== "") source += `out += ${JSON.stringify(piece)};\n`;
  };
  for (const found of text.matchAll(tag)) {
    const [whole, kind, code] = found;
    plain(text.slice(at, found.index));
    at = found.index + whole.length;
    if (kind === "=") source += `out += escape(${code});\n`;
    else if (kind === "-") source += `out += print(${code});\n`;
    else if (kind === "") source += `${code}\n`;
  }
  plain(text.slice(at));
  return source;
}

const print = (value) => String(value ?? "");

/**
 * A function of the data that fills the template: `<%= escaped %>`, `<%- as it is %>`, `<% any JavaScript %>`,
 * `<%# a comment %>`. The template becomes code, as it does with EJS and lodash.
 */
export function compile(text) {
  const body = `let out = "";\nwith (data ?? {}) {\n${bodyOf(String(text))}}\nreturn out;`;
  // oxlint-disable-next-line typescript/no-implied-eval -- a template is code, and learners see what that means
  const fill = new Function("data", "escape", "print", body);
  return (data) => fill(data, escape, print);
}

/** Compiles and fills at once. */
export const render = (text, data) => compile(text)(data);
