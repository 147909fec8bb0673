/** What the steps of a 5 × 5 matrix mean. Index 0 is level 1. */
export const likelihoodWords = ["rare", "unlikely", "possible", "likely", "certain"] as const;
export const impactWords = ["harmless", "minor", "serious", "severe", "ruinous"] as const;

export const levels = [1, 2, 3, 4, 5] as const;
