const units = { s: 1, m: 60, h: 3600, d: 86_400 };

/** A span in seconds: a number of them, or a text such as "90s", "15m", "2h", "7d". */
export function seconds(span) {
  if (Number.isInteger(span)) return span;
  const found = /^(-?\d+) ?([smhd])$/.exec(String(span));
  if (found) return Number(found[1]) * units[found[2]];
  throw new Error(`"${String(span)}" is no span of time: use seconds, or "15m"`);
}
