// Words that end what is counted: "five in a week" counts no "in".
const notNouns: ReadonlySet<string> = new Set(
  `a an the this that these those my our your his her its their and or but nor so if as than then when
  while where who which because by in on at to for from with without of off up down out over under
  within after before during since until per via into about across between among against through is are
  was were be been being am has have had do does did can could will would should may might must not no
  now today yesterday ago again each every all both it they we i you he she more less fewer most least
  later earlier only also too here there once instead down fell rose went took came got times came
  percent vs versus compared rather`.split(/\s+/),
);

const words = /(?: [\p{L}][\p{L}'’-]{0,40}){1,3}/uy;

/** The noun after a number, with up to two words before it: "critical findings". */
export function countUnitAt(
  text: string,
  at: number,
  value: number,
): { unit: string; end: number } | null {
  words.lastIndex = at;
  const found = words.exec(text)?.[0].slice(1).split(" ") ?? [];
  const stop = found.findIndex((word) => notNouns.has(word.toLowerCase()) || /.ly$/.test(word));
  const free = stop < 0 ? found : found.slice(0, stop);
  // After "one" a word in -s is a verb: "one leaked pointer gives the base away".
  const plural = value === 1 ? -1 : free.findIndex((word) => /[^sui]s$/i.test(word));
  const unit = free.slice(0, plural < 0 ? 1 : plural + 1).join(" ");
  return unit === "" ? null : { unit, end: at + 1 + unit.length };
}
