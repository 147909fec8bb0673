import { elementsIn, inner, isElement } from "./node.js";

/** CSS selectors: type, #id, .class, [attribute], :not(), :is(), :checked, :first-child and kin, four combinators. */

const part =
  /^(?:(\*|[a-zA-Z][\w-]*)|#((?:\\.|[\w-]|[\u0080-\uffff])+)|\.((?:\\.|[\w-]|[\u0080-\uffff])+)|\[\s*([\w:-]+)\s*(?:([~|^$*]?=)\s*(?:"((?:\\.|[^"])*)"|'((?:\\.|[^'])*)'|([^\]\s]+))\s*([iIsS])?\s*)?\]|:([\w-]+)(\()?)/;

const plain = (text) =>
  text.replace(
    /\\([0-9a-fA-F]{1,6}) ?|\\(.)/g,
    (_a, hex, one) => one ?? String.fromCodePoint(parseInt(hex, 16)),
  );

const syntaxError = (text) => {
  const error = new Error(`'${text}' is not a valid selector`);
  error.name = "SyntaxError";
  return error;
};

function parse(text) {
  const groups = [];
  let rest = text.trim();
  if (rest === "") throw syntaxError(text);
  let steps = [{ by: null, tests: [] }];
  while (rest !== "") {
    const between = /^\s*([>+~,])\s*|^\s+/.exec(rest);
    if (between) {
      rest = rest.slice(between[0].length);
      if (between[1] === ",") groups.push(steps);
      steps =
        between[1] === ","
          ? [{ by: null, tests: [] }]
          : [...steps, { by: between[1] ?? " ", tests: [] }];
      continue;
    }
    const found = part.exec(rest);
    if (!found) throw syntaxError(text);
    rest = rest.slice(found[0].length);
    let argument = "";
    if (found[11]) {
      argument = balanced(rest, text);
      rest = rest.slice(argument.length + 1);
    }
    steps.at(-1).tests.push(testOf(found, argument, text));
  }
  groups.push(steps);
  if (groups.some((one) => one.some(({ tests }, i) => tests.length === 0 && i > 0)))
    throw syntaxError(text);
  return groups;
}

function balanced(rest, text) {
  let depth = 1;
  for (let at = 0; at < rest.length; at++) {
    if (rest[at] === "(") depth++;
    if (rest[at] === ")" && --depth === 0) return rest.slice(0, at);
  }
  throw syntaxError(text);
}

const attribute = (element, name) => inner(element).attributes.get(name) ?? null;

function testOf(found, argument, text) {
  const [, type, id, className, name, operator, double, single, bare, flag, pseudo] = found;
  if (type !== undefined)
    return type === "*" ? () => true : (el) => inner(el).name.toLowerCase() === type.toLowerCase();
  if (id !== undefined) return (el) => attribute(el, "id") === plain(id);
  if (className !== undefined) {
    return (el) => (attribute(el, "class") ?? "").split(/\s+/).includes(plain(className));
  }
  if (name !== undefined) {
    const wanted = plain(double ?? single ?? bare ?? "");
    return (el) =>
      compare(
        attribute(el, name.toLowerCase()),
        operator,
        flag?.toLowerCase() === "i" ? { wanted, i: true } : { wanted },
      );
  }
  return pseudoTest(pseudo, argument, text);
}

function compare(raw, operator, { wanted: given, i = false }) {
  if (raw === null) return false;
  const value = i ? raw.toLowerCase() : raw;
  const wanted = i ? given.toLowerCase() : given;
  if (operator === undefined) return true;
  if (operator === "=") return value === wanted;
  if (operator === "~=") return value.split(/\s+/).includes(wanted);
  if (operator === "|=") return value === wanted || value.startsWith(`${wanted}-`);
  if (wanted === "") return false;
  if (operator === "^=") return value.startsWith(wanted);
  if (operator === "$=") return value.endsWith(wanted);
  return value.includes(wanted);
}

const kin = (el) => (inner(el).parent ? inner(inner(el).parent).kids.filter(isElement) : [el]);
const checks = {
  "first-child": (el) => kin(el)[0] === el,
  "last-child": (el) => kin(el).at(-1) === el,
  "only-child": (el) => kin(el).length === 1,
  empty: (el) => inner(el).kids.length === 0,
  checked: (el) => el.checked === true || el.selected === true,
  disabled: (el) => attribute(el, "disabled") !== null,
  enabled: (el) => attribute(el, "disabled") === null,
  required: (el) => attribute(el, "required") !== null,
  root: (el) => inner(el).parent?.nodeType === 9,
  link: (el) => attribute(el, "href") !== null,
  hover: () => false,
  focus: (el) => inner(el).doc.activeElement === el,
};

function pseudoTest(pseudo, argument, text) {
  if (pseudo === "not") {
    const groups = parse(argument);
    return (el) => !matchesAny(el, groups);
  }
  if (pseudo === "is" || pseudo === "where") {
    const groups = parse(argument);
    return (el) => matchesAny(el, groups);
  }
  if (pseudo === "nth-child") {
    const wanted = argument.trim();
    const [, a, b] =
      /^([+-]?\d*)n\s*([+-]\s*\d+)?$/.exec({ odd: "2n+1", even: "2n" }[wanted] ?? wanted) ?? [];
    if (a === undefined) return (el) => kin(el).indexOf(el) + 1 === Number(wanted);
    const step = a === "" || a === "+" ? 1 : a === "-" ? -1 : Number(a);
    const from = Number((b ?? "0").replace(/\s/g, ""));
    return (el) => {
      const over = kin(el).indexOf(el) + 1 - from;
      return step === 0 ? over === 0 : over % step === 0 && over / step >= 0;
    };
  }
  if (!Object.hasOwn(checks, pseudo)) throw syntaxError(text);
  return checks[pseudo];
}

function matchesSteps(element, steps, last = steps.length - 1) {
  if (!steps[last].tests.every((test) => test(element))) return false;
  if (last === 0) return true;
  const { by } = steps[last];
  const parentOf = (el) =>
    inner(el).parent && isElement(inner(el).parent) ? inner(el).parent : null;
  const before = (el) => kin(el)[kin(el).indexOf(el) - 1] ?? null;
  const next = by === " " || by === ">" ? parentOf : before;
  for (let at = next(element); at; at = next(at)) {
    if (matchesSteps(at, steps, last - 1)) return true;
    if (by === ">" || by === "+") return false;
  }
  return false;
}
const matchesAny = (element, groups) => groups.some((steps) => matchesSteps(element, steps));

export function matches(element, selector) {
  return matchesAny(element, parse(String(selector)));
}

export function selectAll(root, selector) {
  const groups = parse(String(selector));
  return elementsIn(root).filter((element) => matchesAny(element, groups));
}

export function closest(element, selector) {
  const groups = parse(String(selector));
  for (let at = element; at && isElement(at); at = inner(at).parent)
    if (matchesAny(at, groups)) return at;
  return null;
}
