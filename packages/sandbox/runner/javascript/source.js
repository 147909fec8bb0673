/** Turns a learner's file into the text of an ES module. */
const statement =
  /(?:^|[;}])[ \t]*(?:import\b\s*(?:[\w$*{]|["'])|export\b\s*(?:[{*]|(?:default|const|let|var|class|function|async)\b))/m;

/** Comments and texts, in which these words mean nothing; of a text the quotes stay. */
const inert =
  /\/\*[^]*?\*\/|\/\/[^\n]*|`(?:\\[^]|[^`\\])*`|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'/g;
const plainOf = (text) => text.replace(inert, (found) => (/["']/.test(found[0]) ? '""' : ""));

/** .cjs, and .js without import or export statements, are CommonJS as in Node. */
export function isCommonJs(path, text) {
  if (path.endsWith(".cjs")) return true;
  return path.endsWith(".js") && !statement.test(plainOf(text));
}

export function moduleText(path, text) {
  checkText(path, text);
  const name = JSON.stringify(path);
  if (path.endsWith(".json")) return `export default JSON.parse(${JSON.stringify(text)});`;
  if (!isCommonJs(path, text)) return text;
  const names = [...exportedNames(text)];
  return [
    `import { requireFile } from "lab_host";`,
    `const found = requireFile(${name});`,
    `export default found;`,
    ...names.map((one, at) => `const $${at} = found?.${one}; export { $${at} as ${one} };`),
  ].join("\n");
}

/** Where the interpreter would cut a text short or read another, it is refused in words. */
export function checkText(path, text) {
  const shown = path.replace(/^\/app\//, "");
  if (text.includes("\0") || !text.isWellFormed()) {
    throw new SyntaxError(`${shown} is not a text file: it holds bytes that are not UTF-8 text`);
  }
}

/** Names that importers may use; found in the text, since modules are linked before they run. */
function exportedNames(text) {
  const plain = plainOf(text);
  const names = new Set();
  for (const [, name] of plain.matchAll(/\bexports\.([A-Za-z_$][\w$]*)\s*=(?!=)/g)) names.add(name);
  for (const [, list] of plain.matchAll(/\bmodule\.exports\s*=\s*\{([^}]*)\}?/g)) {
    for (const [, name] of list.matchAll(/(?:^|,)\s*(?:async\s+)?([A-Za-z_$][\w$]*)/g))
      names.add(name);
  }
  names.delete("default");
  return names;
}
