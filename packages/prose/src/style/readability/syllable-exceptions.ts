/** Words whose spelling misleads the rules of the counter. */
export const syllableExceptions: ReadonlyMap<string, number> = new Map(
  Object.entries({
    1: "tier pier queue queues league rogue vague friend friends half",
    2: `argue embed every friendly hundred naked people business someone surgeon pigeon sacred million
      billion trillion hatred persuade cement likely lately colleague colleagues evening clothing
      argues embeds peoples hundreds millions billions being sudo`,
    3: `idea ideas area areas element elements implement implements increment increments supplement
      complement everyone everything everybody somebody likelihood businesses lifecycle camera
      interesting apache argument`,
    4: "reality integrity",
  }).flatMap(([count, words]) => words.split(/\s+/).map((word) => [word, Number(count)] as const)),
);
