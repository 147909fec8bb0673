import { describe, expect, it } from "vitest";

import { deskAction } from "../../../desk/action.ts";
import { isFileName } from "./file-name.ts";

const names = "a.json a/b-c_d.txt ../a a//b . .. a/../b /a é a/ .aws/config ...".split(" ");

describe("a file's name", () => {
  it.each([...names, "", "a b", "a".repeat(120), "a".repeat(121)])(
    "is taken where the server takes it: %j",
    (path) => {
      const action = { in: "reach", save: { path, text: "" } };
      expect(isFileName(path)).toBe(deskAction(["reach"]).safeParse(action).success);
    },
  );
});
