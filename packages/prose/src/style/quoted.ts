/** A piece of the learner's text. Offsets are UTF-16 code units: `source.slice(start, end) === text`. */
export type Quoted = { text: string; start: number; end: number };

export const quoted = (source: string, start: number, end: number): Quoted => ({
  text: source.slice(start, end),
  start,
  end,
});
