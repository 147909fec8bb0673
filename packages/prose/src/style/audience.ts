export const audiences = ["engineer", "manager", "customer"] as const;
export type Audience = (typeof audiences)[number];

const ceilings: Record<Audience, number> = { engineer: 14, manager: 11, customer: 9 };

/**
 * The highest Flesch-Kincaid grade that a text for this audience should have. The three numbers are
 * ours, not a standard's: short sentences count for everyone, long words cost a lay reader more.
 */
export const audienceTarget = (audience: Audience): { maxGrade: number; source: "ours" } => ({
  maxGrade: ceilings[audience],
  source: "ours",
});
