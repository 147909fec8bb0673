/**
 * `a=1&b[c]=2&d[]=3` as Express's extended parser (and its form parser) reads it: values may become arrays and
 * objects. Limits as there: 1000 fields, five levels, indexes up to 20. A key named __proto__ is dropped.
 */
const fieldsMax = 1000;
const levelsMax = 5;
const indexMax = 20;

const decode = (text) => {
  const spaced = text.replace(/\+/g, " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    return spaced;
  }
};

/** `a[b][c]` as its parts, `""` for `[]`; what lies deeper than the limit stays one part with its brackets. */
function partsOf(name) {
  const open = name.indexOf("[");
  if (open < 0) return [name];
  const parts = open > 0 ? [name.slice(0, open)] : [];
  const bracket = /\[([^[\]]*)\]/y;
  let at = open;
  for (let level = 0; level < levelsMax; level++) {
    bracket.lastIndex = at;
    const found = bracket.exec(name);
    if (found === null) break;
    parts.push(found[1]);
    at = bracket.lastIndex;
  }
  if (parts.length === 0) return [name];
  return at < name.length && name[at] === "[" ? [...parts, name.slice(at)] : parts;
}

const isIndex = (part) => /^(?:0|[1-9]\d?)$/.test(part) && Number(part) <= indexMax;
const isTree = (value) => typeof value === "object" && value !== null;

/** One field as a tree of its own, or undefined where nothing may come of it. */
function treeOf([part, ...rest], value) {
  if (part === undefined) return value;
  const inner = treeOf(rest, value);
  if (part === "__proto__" || inner === undefined) return undefined;
  if (part === "") return [inner];
  if (!isIndex(part)) return { [part]: inner };
  const list = [];
  list[Number(part)] = inner;
  return list;
}

function mergedLists(list, more) {
  more.forEach((value, at) => {
    if (!(at in list)) list[at] = value;
    else if (isTree(list[at]) && isTree(value)) list[at] = merged(list[at], value);
    else list.push(value);
  });
  return list;
}

/** Two trees in one: what meets at the same place becomes a list. */
function merged(tree, more) {
  if (!isTree(tree)) return [tree].concat(more);
  if (!isTree(more)) {
    if (Array.isArray(tree)) return [...tree, more];
    return { ...tree, [more]: true };
  }
  if (Array.isArray(tree) && Array.isArray(more)) return mergedLists(tree, more);
  const whole = { ...tree };
  for (const [name, value] of Object.entries(more)) {
    whole[name] = Object.hasOwn(whole, name) ? merged(whole[name], value) : value;
  }
  return whole;
}

/** Lists without the holes that skipped indexes left. */
function compact(tree) {
  if (!isTree(tree)) return tree;
  // `filter` skips holes.
  if (Array.isArray(tree)) return tree.filter(() => true).map(compact);
  return Object.fromEntries(Object.entries(tree).map(([name, value]) => [name, compact(value)]));
}

/** Fields of a query string or of a form. */
export function parseQuery(text) {
  let fields = {};
  for (const field of text.split("&").slice(0, fieldsMax)) {
    const bracket = field.indexOf("]=");
    const equals = bracket < 0 ? field.indexOf("=") : bracket + 1;
    const [first, ...rest] = partsOf(decode(equals < 0 ? field : field.slice(0, equals)));
    const tree = treeOf(rest, equals < 0 ? "" : decode(field.slice(equals + 1)));
    // The first part is always a name, never an index.
    if (first === "" || first === "__proto__" || tree === undefined) continue;
    fields = merged(fields, { [first]: tree });
  }
  return compact(fields);
}
