/** A value as text, for logs. */
export function inspect(value) {
  if (typeof value === "string") return `'${value}'`;
  if (value instanceof Error) return value.stack ? `${value}\n${value.stack}` : String(value);
  if (typeof value === "function") return `[Function: ${value.name || "(anonymous)"}]`;
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value);
  }
}

const plain = (value) => (typeof value === "string" ? value : inspect(value));

const marks = {
  "%s": (value) => plain(value),
  "%d": (value) => String(Number(value)),
  "%i": (value) => String(parseInt(value, 10)),
  "%j": (value) => JSON.stringify(value),
  "%o": (value) => inspect(value),
  "%O": (value) => inspect(value),
};

/** `%s %d %j %o` filled from the values that follow; the others stand behind. */
export function format(first, ...rest) {
  if (typeof first !== "string") return [first, ...rest].map(plain).join(" ");
  const left = [...rest];
  const text = first.replace(/%[sdijoO%]/g, (mark) => {
    if (mark === "%%") return "%";
    return left.length > 0 ? marks[mark](left.shift()) : mark;
  });
  return [text, ...left.map(plain)].join(" ");
}
