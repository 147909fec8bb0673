/** Something that can be picked from a list. */
export type Option = {
  id: string;
  title: string;
  /** Other names, as people type them. */
  aliases?: readonly string[];
  /** Heading under which it stands while nothing is typed. */
  group?: string;
  /** Shown softly behind the title. */
  detail?: string;
};

const plain = (text: string) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();

/**
 * The options that fit, best first: the very name, then names that begin so, then words within them, then
 * anything that holds all that was typed. Nothing typed: all of them, in their order.
 */
export function searchOptions(options: readonly Option[], query: string): Option[] {
  const wanted = plain(query);
  if (wanted === "") return [...options];
  const ranked = options.map((option) => ({ option, rank: rankOf(option, wanted) }));
  return ranked
    .filter(({ rank }) => rank < noFit)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ option }) => option);
}

const noFit = 9;

function rankOf({ id, title, aliases = [] }: Option, wanted: string): number {
  const main = plain(title);
  const others = [id, ...aliases].map(plain);
  const all = [main, ...others];
  if (all.includes(wanted)) return 0;
  if (main.startsWith(wanted)) return 1;
  if (others.some((one) => one.startsWith(wanted))) return 2;
  if (all.some((one) => one.includes(` ${wanted}`) || one.includes(`-${wanted}`))) return 3;
  const words = wanted.split(/[\s-]+/);
  return words.every((word) => all.some((one) => one.includes(word))) ? 4 : noFit;
}

/** The one option that is named exactly so, by title, id or alias. */
export const exactOption = (options: readonly Option[], query: string): Option | undefined =>
  options.find((one) => rankOf(one, plain(query)) === 0);
