import { expect, test } from "vitest";

import { piecesOf, type Block } from "./pieces.ts";

const blocks: Block[] = [
  { kind: "heading", text: "Roles and trust" },
  { kind: "text", text: "Two doors. Read both, e.g. together." },
  { kind: "code", text: "allow = true\n\nreturn allow\n" },
  {
    kind: "row",
    text: "BoundaryuserNo",
    cells: [
      { head: "Policy", text: "Boundary" },
      { head: "Attached to", text: "user, role" },
      { head: "Grants?", text: "no" },
      { head: "Limits", text: "" },
    ],
  },
  { kind: "text", text: "—" },
];

const said = (code: boolean) => piecesOf(blocks, { code }).map(({ says }) => says);

test("headings end, tables are told with their columns, signs alone are silent", () => {
  expect(said(false)).toEqual([
    "Roles and trust.",
    "Two doors.",
    "Read both, for example, together.",
    "Code, 3 lines, left out.",
    "Boundary. Attached to: user, role. Grants?: no.",
  ]);
});

test("code is spoken line by line on request", () => {
  expect(said(true)).toContain("allow is true");
  expect(said(true)).toContain("return allow");
});

test("a piece knows where it stands in its block", () => {
  const places = piecesOf(blocks, { code: false }).map(({ block, start, end }) =>
    blocks[block]?.text.slice(start, end),
  );
  expect(places).toEqual([
    "Roles and trust",
    "Two doors.",
    "Read both, e.g. together.",
    "allow = true\n\nreturn allow\n",
    "BoundaryuserNo",
  ]);
});

test("a long row is told in several goes", () => {
  const cells = ["a", "b", "c", "d"].map((head) => ({ head, text: "word ".repeat(12).trim() }));
  const goes = piecesOf([{ kind: "row", text: "row", cells }], { code: false });
  expect(goes.length).toBeGreaterThan(1);
  expect(goes.every(({ says }) => says.length <= 160)).toBe(true);
});
