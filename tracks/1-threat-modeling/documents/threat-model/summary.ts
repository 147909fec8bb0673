/** What lists say of a model: its size, and the findings that nobody has answered yet. */
export type Summary = {
  elements: number;
  flows: number;
  threats: number;
  open: { high: number; medium: number; low: number };
};
