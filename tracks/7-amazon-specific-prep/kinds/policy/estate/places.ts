/** Where a policy stands; apart from the schemas, so that the page need not load zod for it. */
export const placesOf = ({ at }: { at: string | string[] }): string[] => [at].flat();
