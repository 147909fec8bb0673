/** Text as it is compared: case, white space, wrapping quotes and a final full stop do not count. */
export function normalText(text: string): string {
  const tight = text.normalize("NFKC").toLowerCase().replace(/\s+/g, "").replace(/\.$/, "");
  const bare = /^(["'`“‘])(.+)["'`”’]$/.exec(tight)?.[2] ?? tight;
  return bare.replace(/\.$/, "");
}

const grouped = /^[+-]?\d{1,3}([ ,'_\u00a0\u202f]\d{3})+(\.\d+)?$/;
const power = /^(\d{1,3})\^(\d{1,3})$/;
const decimal = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/;

/**
 * A number as people write it: "1,024", "1 024", "2.5", "2,5", "2^16", "1e6", with or without the unit
 * after it. A comma before exactly three digits parts thousands. Null where it is none of these.
 */
export function readNumber(text: string, unit: string): number | null {
  const whole = text.normalize("NFKC").trim().toLowerCase();
  const named = unit.trim().toLowerCase();
  const bare = named !== "" && whole.endsWith(named) ? whole.slice(0, -named.length).trim() : whole;
  const [, base, exponent] = power.exec(bare.replaceAll(" ", "")) ?? [];
  if (base !== undefined) return finite(Number(base) ** Number(exponent));
  const plain = grouped.test(bare)
    ? bare.replace(/[ ,'_\u00a0\u202f]/g, "")
    : bare.replace(/^([+-]?\d+),(\d+)$/, "$1.$2");
  if (!decimal.test(plain)) return null;
  return finite(Number(plain));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** Whether a number is near enough; the sliver makes up for binary fractions. */
export const isNear = (value: number, { is, tolerance }: { is: number; tolerance: number }) =>
  Math.abs(value - is) <= tolerance + 1e-9 * Math.max(1, Math.abs(is));
