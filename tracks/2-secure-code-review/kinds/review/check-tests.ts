import type { MaterialProblem } from "@loopwright/core";

import type { ReviewBrief } from "./brief.ts";
import type { Flaw, ReviewKey } from "./key.ts";

const exploitsMin = 3;

type Material = { brief: ReviewBrief; key: ReviewKey; stages?: readonly string[] };
type CodeTest = NonNullable<ReviewKey["tests"]>["tests"][number];

/** That a repair can be judged: files to change, and tests of the service and of every flaw. */
export function checkTests(material: Material): MaterialProblem[] {
  const { brief, key, stages } = material;
  if (stages && !stages.includes("repair")) return checkUnrepaired(material);
  if (!key.tests) {
    if (brief.editable.length === 0 && !stages) return [];
    const message = "the drill asks for a repair, but answer/tests.yaml is missing";
    return [{ where: "answer/tests.yaml", message }];
  }
  const { tests } = key.tests;
  const functional = tests.some(({ role }) => role === "functional");
  const idle = {
    where: "answer/tests.yaml tests",
    message: "no functional test: deleting the feature passes",
  };
  const closed = {
    where: "brief.yaml editable",
    message: "there are tests, but nothing to repair",
  };
  return [
    ...(brief.editable.length === 0 ? [closed] : []),
    ...strayTests(tests, key),
    ...key.flaws.flatMap((flaw, i) => countProblem(flaw, i, tests)),
    ...(functional ? [] : [idle]),
  ];
}

function checkUnrepaired({ brief, key }: Material): MaterialProblem[] {
  const message = "drill.yaml leaves the repair out";
  return [
    ...(brief.editable.length > 0 ? [{ where: "brief.yaml editable", message }] : []),
    ...(key.tests ? [{ where: "answer/tests.yaml", message }] : []),
  ];
}

function strayTests(tests: readonly CodeTest[], { flaws }: ReviewKey): MaterialProblem[] {
  const ids = new Set(flaws.map(({ id }) => id));
  return tests.flatMap(({ role, flaw, name }, i) =>
    role === "exploit" && (flaw === undefined || !ids.has(flaw))
      ? [
          {
            where: `answer/tests.yaml tests.${i}.flaw`,
            message: `“${name}” attacks no flaw of the key`,
          },
        ]
      : [],
  );
}

function countProblem({ id, unproven }: Flaw, index: number, tests: readonly CodeTest[]) {
  const where = `answer/key.yaml flaws.${index}`;
  const count = tests.filter(({ role, flaw }) => role === "exploit" && flaw === id).length;
  if (unproven !== undefined) {
    return count === 0 ? [] : [{ where, message: `unproven, with ${count} exploit tests` }];
  }
  if (count >= exploitsMin) return [];
  return [{ where, message: `${count} exploit tests; at least ${exploitsMin}` }];
}
