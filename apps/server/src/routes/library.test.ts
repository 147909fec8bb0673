import { fileURLToPath } from "node:url";

import { Hono } from "hono";
import { describe, expect, test } from "vitest";

import { loadCurriculum } from "@loopwright/content";

import type { Context } from "../context.ts";
import { respondWithError } from "../http/errors.ts";
import { libraryRoutes } from "./library.ts";

const tracks = fileURLToPath(new URL("../../../../packages/content/test/tracks", import.meta.url));

const curriculum = await loadCurriculum(tracks);
// The library stands on the curriculum and the clock alone.
const context = { curriculum, now: () => 0 } as Context;
const app = new Hono().onError(respondWithError).route("/", libraryRoutes(context));

const get = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, body: await response.json() };
};

test("the library lists every guide with its first sentence, and counts what can be searched", async () => {
  expect((await get("/library")).body).toEqual({
    tracks: [
      {
        id: "1-fixture",
        title: "Fixture",
        guides: [
          { slug: "how-to-count", title: "How to count", opening: "One, two.", minutes: 1 },
          { slug: "walls", title: "walls", opening: "No title.", minutes: 1 },
        ],
      },
    ],
    counts: { guide: 2, drill: 2, question: 0, card: 1 },
  });
});

test("a hit says where it leads and where its words are", async () => {
  const { body } = await get("/search?q=echo&kind=card");
  expect(body).toMatchObject({ total: 1, partly: false, nearest: [] });
  expect(body.groups).toEqual([
    {
      group: "card",
      total: 1,
      hits: [
        {
          id: "card echo-front",
          target: {
            group: "card",
            cardId: "echo-front",
            back: "The echo.",
            source: "https://www.rfc-editor.org/rfc/rfc862",
            asOf: "2026-01-05",
          },
          title: { text: "What comes back?", ranges: [] },
          heading: { text: "", ranges: [] },
          excerpt: { text: "The echo.", ranges: [[4, 8]] },
        },
      ],
    },
  ]);
});

describe("what may be asked", () => {
  test.each<[string, string, number, number]>([
    ["nothing", "/search", 200, 0],
    ["an empty query", "/search?q=", 200, 0],
    ["blanks", "/search?q=%20%20", 200, 0],
    ["NUL", "/search?q=%00drill", 200, 2],
    ["a sequence that is no text", "/search?q=%ff%fe", 200, 0],
    ["one group", "/search?q=drill&kind=drill", 200, 2],
    ["another group", "/search?q=drill&kind=card", 200, 0],
    ["no group after all", "/search?q=drill&kind=", 200, 2],
    ["a group that is none", "/search?q=drill&kind=answer", 400, 0],
    ["a name of an object's own", "/search?q=drill&kind=__proto__", 400, 0],
    ["a key", "/search?q=hello", 200, 0],
  ])("%s", async (_name, path, status, total) => {
    const { status: answered, body } = await get(path);
    expect({ status: answered, total: body.total ?? 0 }).toEqual({ status, total });
  });
});
