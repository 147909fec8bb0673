/** Draws from a list, the same for the same seed. */
export const draw = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)]!;

/** A whole number from `low` to `high`, both included. */
export const between = (random: () => number, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1));

const given =
  "ada amir anna bela carl dana eli eva finn gita hana igor ines jan kim lea leo mara nils noor olga omar pia raj rosa sam sven tara theo uma vera yan zoe".split(
    " ",
  );
const family =
  "abe berg costa diaz eder falk gupta hahn ito jung kaya lang meyer novak ortiz park quist rossi silva tanaka ueda vogel weber xu young zander".split(
    " ",
  );

/** People's names as accounts have them, no two alike: `ada.berg`, and with a number once all are gone. */
export function peopleNames(random: () => number, count: number): string[] {
  const names = new Set<string>();
  while (names.size < count) {
    const name = `${draw(random, given)}.${draw(random, family)}`;
    names.add(names.has(name) ? `${name}${names.size}` : name);
  }
  return [...names];
}
