/**
 * Enough of JavaScript's grammar to find what stands at the top level of a script. There is no way to run a
 * second script whose `const` the first one made; so those become `var`.
 */

const wordAt = /[A-Za-z_$\u00aa-\uffff][\w$\u00aa-\uffff]*/y;
const beforePattern = new Set(
  "return typeof case in of do else void delete throw new instanceof yield await".split(" "),
);

/** Words at depth 0 and, as `braces`, where a brace at depth 0 closes. `even`: brackets are balanced throughout. */
export function outline(code) {
  const words = [];
  const braces = [];
  const stack = [];
  let last = "";
  let even = true;
  for (let at = 0; at < code.length;) {
    const c = code[at];
    const skipped = skip(code, at, last);
    if (skipped > at) {
      if (!/\s/.test(c) && !isComment(code, at)) last = '"';
      at = skipped;
      continue;
    }
    wordAt.lastIndex = at;
    const word = wordAt.exec(code)?.[0];
    if (word) {
      if (stack.length === 0 && last !== ".") words.push({ word, at, last });
      last = word;
      at += word.length;
      continue;
    }
    if (c === "`" || (c === "}" && stack.at(-1) === "`{")) {
      if (c === "}") stack.pop();
      const found = template(code, at + 1);
      if (found.open) stack.push("`{");
      if (!found.closed && !found.open) even = false;
      last = found.open ? "{" : '"';
      at = found.at;
      continue;
    }
    if ("([{".includes(c)) stack.push(c);
    if (")]}".includes(c)) {
      if (stack.pop() !== { ")": "(", "]": "[", "}": "{" }[c]) even = false;
      if (stack.length === 0 && c === "}") braces.push(at);
    }
    last = c;
    at++;
  }
  return { words, braces, even: even && stack.length === 0 };
}

const isComment = (code, at) => code[at] === "/" && (code[at + 1] === "/" || code[at + 1] === "*");

/** Behind a space, comment, string or pattern that begins here; else where it was. */
function skip(code, at, last) {
  const c = code[at];
  if (/\s/.test(c)) return at + 1;
  if (c === '"' || c === "'") return stringEnd(code, at);
  if (isComment(code, at)) {
    const end = code[at + 1] === "/" ? code.indexOf("\n", at) : code.indexOf("*/", at + 2);
    return end === -1 ? code.length : end + (code[at + 1] === "/" ? 0 : 2);
  }
  if (c === "/" && (!/[\w$)\]"]$/.test(last) || beforePattern.has(last)))
    return patternEnd(code, at);
  return at;
}

function stringEnd(code, from) {
  for (let at = from + 1; at < code.length; at++) {
    if (code[at] === "\\") at++;
    else if (code[at] === code[from] || code[at] === "\n") return at + 1;
  }
  return code.length;
}

function patternEnd(code, from) {
  let inClass = false;
  for (let at = from + 1; at < code.length; at++) {
    if (code[at] === "\\") at++;
    else if (code[at] === "\n") return from;
    else if (code[at] === "[") inClass = true;
    else if (code[at] === "]") inClass = false;
    else if (code[at] === "/" && !inClass) return at + 1;
  }
  return from;
}

function template(code, from) {
  for (let at = from; at < code.length; at++) {
    if (code[at] === "\\") at++;
    else if (code[at] === "`") return { at: at + 1, closed: true };
    else if (code[at] === "$" && code[at + 1] === "{") return { at: at + 2, open: true };
  }
  return { at: code.length };
}

const startsStatement = (code, { at, last }) => {
  if (last === "" || last === ";" || last === "}") return true;
  return (
    code.slice(0, at).trimEnd().length < code.lastIndexOf("\n", at) + 1 &&
    /[\w$)\]"]/.test(last.at(-1))
  );
};

/** The script with its top-level let, const and class as var. */
export function asGlobal(code) {
  const { words, braces } = outline(code);
  let out = code;
  for (const one of words.toReversed()) {
    const { word, at } = one;
    const after = out.slice(at + word.length);
    if (word === "const" || (word === "let" && /^\s+[\w$]|^\s*[[{]/.test(after)))
      out = `${out.slice(0, at)}var${after}`;
    const named =
      word === "class" && startsStatement(code, one) ? /^\s+([\w$]+)/.exec(after) : null;
    if (named && braces.some((brace) => brace > at)) {
      const closed = closeClass(out, at);
      out = `${closed.slice(0, at)}var ${named[1]} = ${closed.slice(at)}`;
    }
  }
  return out;
}

function closeClass(code, at) {
  const end = outline(code.slice(at)).braces[0];
  return end === undefined ? code : `${code.slice(0, at + end + 1)};${code.slice(at + end + 1)}`;
}

const importing = /import\s*(?:([\w$\s{},*]*?)\s*from\s*)?(["'])(.*?)\2\s*;?/y;
const exporting =
  /export\s+(?:(default)\s+|(?:\{([^}]*)\}|(\*)(?:\s+as\s+([\w$]+))?)(?:\s*from\s*(["'])(.*?)\5)?\s*;?|(?=(?:async\s+)?(?:const|let|var|function\*?|class)\s+([\w$]+)))/y;

const pairs = (list) =>
  list
    .split(",")
    .map((one) => one.trim().split(/\s+as\s+/))
    .filter(([name]) => name);

/** A module as the body of a function of $import and $exports. Bindings are copied, not live. */
export function asFunction(code) {
  let out = code;
  let head = "";
  let tail = "";
  for (const { word, at } of outline(code).words.toReversed()) {
    const pattern = { import: importing, export: exporting }[word];
    if (!pattern) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(code);
    if (!found) continue;
    const made = word === "import" ? imported(found) : exported(found);
    head = made.head + head;
    tail += made.tail ?? "";
    out = out.slice(0, at) + (made.here ?? "") + out.slice(at + found[0].length);
  }
  return `"use strict";${head}${out}\n${tail}`;
}

function imported([, what = "", , from]) {
  const source = `$import(${JSON.stringify(from)})`;
  const [, , all] = /^(.*?)\*\s*as\s+([\w$]+)/s.exec(what) ?? [];
  const [, list] = /\{([^}]*)\}/s.exec(what) ?? [];
  const [, main] = /^\s*([\w$]+)/.exec(what) ?? [];
  const names = pairs(list ?? "").map(([name, as = name]) => `${name}:${as}`);
  if (main) names.push(`default:${main}`);
  return { head: `${all ? `const ${all}=${source};` : ""}const{${names.join(",")}}=${source};` };
}

function exported([, main, list, all, as, , from, name]) {
  if (main) return { head: "", here: "$exports.default = " };
  if (name) return { head: "", tail: `$exports.${name}=${name};` };
  const source = from === undefined ? null : `$import(${JSON.stringify(from)})`;
  if (all) return { head: as ? `$exports.${as}=${source};` : `Object.assign($exports,${source});` };
  const lines = pairs(list ?? "").map(
    ([one, given = one]) => `$exports.${given}=${source ? `${source}.` : ""}${one};`,
  );
  return source ? { head: lines.join("") } : { head: "", tail: lines.join("") };
}
