/** Values as Node prints them, on one line: for node:util and for the console. */

const depthMax = 2;
const itemsMax = 100;

/** A value as text, for logs. */
export const inspect = (value) => shown(value, 0);

function shown(value, depth) {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "function") return `[Function: ${value.name || "(anonymous)"}]`;
  if (typeof value !== "object" || value === null) return String(value);
  if (value instanceof Error) return errorText(value);
  if (value instanceof Date)
    return Number.isNaN(value.getTime()) ? "Invalid Date" : value.toISOString();
  if (value instanceof RegExp) return String(value);
  if (value instanceof Promise) return "Promise {}";
  const name = nameOf(value);
  if (depth > depthMax) return `[${name || "Object"}]`;
  return collection(value, name, depth);
}

function collection(value, name, depth) {
  const inner = (one) => shown(one, depth + 1);
  if (value instanceof Uint8Array) {
    const bytes = Array.from(value.subarray(0, 50), (one) => one.toString(16).padStart(2, "0"));
    return `<${name} ${bytes.join(" ")}${value.length > 50 ? " …" : ""}>`;
  }
  if (value instanceof Map) {
    return `Map(${value.size}) ${braced([...value].map(([key, one]) => `${inner(key)} => ${inner(one)}`))}`;
  }
  if (value instanceof Set) return `Set(${value.size}) ${braced([...value].map(inner))}`;
  if (Array.isArray(value)) return braced(value.map(inner), "[", "]");
  const prefix = name === "Object" ? "" : `${name || "[Object: null prototype]"} `;
  return (
    prefix + braced(Object.entries(value).map(([key, one]) => `${keyText(key)}: ${inner(one)}`))
  );
}

function braced(items, open = "{", close = "}") {
  if (items.length === 0) return open + close;
  const more = items.length > itemsMax ? [`… ${items.length - itemsMax} more`] : [];
  return `${open} ${[...items.slice(0, itemsMax), ...more].join(", ")} ${close}`;
}

const quoted = (text) =>
  `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'").replaceAll("\n", "\\n")}'`;
const keyText = (key) => (/^[A-Za-z_$][\w$]*$/.test(key) ? key : quoted(key));
const nameOf = (value) => Object.getPrototypeOf(value)?.constructor?.name ?? "";

function errorText(error) {
  const stack = typeof error.stack === "string" ? error.stack.trimEnd() : "";
  return `${error.name}: ${error.message}${stack === "" ? "" : `\n${stack}`}`;
}

/** A text by itself stands without quotes. */
const plain = (value) => (typeof value === "string" ? value : inspect(value));

const forms = {
  s: (value) => (typeof value === "object" ? shown(value, 1) : String(value)),
  d: (value) => String(Number(value)),
  i: (value) => String(Number.parseInt(value, 10)),
  f: (value) => String(Number.parseFloat(value)),
  j: (value) => JSON.stringify(value),
  o: (value) => shown(value, 1),
  O: (value) => shown(value, 1),
};

/** What console.log and util.format make of their arguments: `%s %d %j %o` filled, the others behind. */
export function format(first, ...rest) {
  if (typeof first !== "string" || rest.length === 0) return [first, ...rest].map(plain).join(" ");
  const left = [...rest];
  const text = first.replace(/%([sdifjoOc%])/g, (found, kind) => {
    if (kind === "%") return "%";
    if (left.length === 0) return found;
    const value = left.shift();
    return kind === "c" ? "" : forms[kind](value);
  });
  return [text, ...left.map(plain)].join(" ");
}
