import { describe, expect, test } from "vitest";

import { readDrawing } from "./read.ts";
import { mapElements } from "./map.ts";

const read = (text: string) => readDrawing(text).model;
const reference = read(`
zone out 10
zone cloud 80
actor guest in out: Guest <person>
process page in out: Album page <browser>
process upload in cloud: Picture API <api>
store album in cloud: Album <object-storage>
store users in cloud: Guests database <relational-database>
guest -> page
page -> upload
upload -> album
upload -> users
`);
const synonyms = { upload: ["photo service"], guest: ["visitor"] };

/** "own=reference" pairs in the order of drawing, "own~reference" for splits, "+own" for extras, "-reference". */
function mapped(text: string): string {
  const own = read(text);
  const { pairs, splits, extra, missing } = mapElements(own, reference, synonyms);
  return [
    ...own.elements.flatMap(({ id }) => (pairs.has(id) ? [`${id}=${pairs.get(id)}`] : [])),
    ...[...splits].map(([one, other]) => `${one}~${other}`),
    ...extra.map((id) => `+${id}`),
    ...missing.map((id) => `-${id}`),
  ].join(" ");
}

describe("which own element stands for which of the reference", () => {
  test.each([
    ["nothing", "", "-guest -page -upload -album -users"],
    [
      "the same names",
      "actor guest\nprocess page\nprocess upload\nstore album\nstore users",
      "guest=guest page=page upload=upload album=album users=users",
    ],
    [
      "synonyms",
      "actor v: Visitor\nprocess s: Photo service\nv -> s",
      "v=guest s=upload -page -album -users",
    ],
    [
      "what it is made of, where that is the only one",
      "store blob: Blobs <aws-s3>\nstore sql: Rows <aws-rds>",
      "blob=album sql=users -guest -page -upload",
    ],
    [
      "what it is connected to",
      "actor g: Guest\nprocess web: Frontend\nprocess upload\ng -> web\nweb -> upload",
      "g=guest web=page upload=upload -album -users",
    ],
    [
      "a part drawn apart",
      "actor guest\nprocess upload: Picture API\nprocess gate: Gateway of the picture API\nguest -> gate",
      "guest=guest upload=upload gate~upload -page -album -users",
    ],
    [
      "something else beside",
      "actor guest\nprocess mail: Newsletter\nstore album",
      "guest=guest album=album +mail -page -upload -users",
    ],
    [
      "an actor is no store",
      "actor album2: Bank clerk",
      "+album2 -guest -page -upload -album -users",
    ],
  ])("%s", (_name, text, pairs) => expect(mapped(text)).toBe(pairs));

  test("the order of drawing changes nothing", () => {
    const lines = ["actor guest", "process page", "process upload", "store album", "store users"];
    const forth = mapElements(read(lines.join("\n")), reference);
    const back = mapElements(read(lines.toReversed().join("\n")), reference);
    expect(new Map(back.pairs)).toEqual(new Map(forth.pairs));
  });

  test("two thousand parts are read in part", () => {
    const lines = Array.from({ length: 2000 }, (_, index) => `store album${index}: Album ${index}`);
    const { pairs, extra } = mapElements(read(lines.join("\n")), reference);
    expect(pairs.size).toBeGreaterThan(0);
    expect(pairs.size + extra.length).toBeLessThanOrEqual(2000);
  });
});
