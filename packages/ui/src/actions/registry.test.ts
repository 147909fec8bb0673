import { expect, test } from "vitest";

import { createRegistry, type Action } from "./registry.ts";

const action = (id: string, rest: Partial<Action> = {}): Action => ({
  id,
  title: id,
  group: "Test",
  run: () => undefined,
  ...rest,
});

const listed = (registry: ReturnType<typeof createRegistry>) => registry.list().map(({ id }) => id);

test("lists what is enabled, in the order in which owners came", () => {
  const registry = createRegistry();
  registry.set(Symbol("page"), [action("a"), action("b", { enabled: false })]);
  registry.set(Symbol("widget"), [action("c")]);
  expect(listed(registry)).toEqual(["a", "c"]);
});

test("an owner that goes takes its actions along", () => {
  const registry = createRegistry();
  const owner = Symbol("page");
  registry.set(owner, [action("a")]);
  registry.remove(owner);
  expect(listed(registry)).toEqual([]);
  expect(registry.run("a")).toBe(false);
});

test("a new run function is used, and redraws nobody", () => {
  const registry = createRegistry();
  const owner = Symbol("page");
  const ran: string[] = [];
  registry.set(owner, [action("a", { run: () => ran.push("old") })]);
  let redraws = 0;
  registry.subscribe(() => redraws++);
  const before = registry.list();
  registry.set(owner, [action("a", { run: () => ran.push("new") })]);
  registry.run("a");
  expect(ran).toEqual(["new"]);
  expect(redraws).toBe(0);
  expect(registry.list()).toBe(before);
});

test.each([
  ["title", { title: "Other" }],
  ["keys", { keys: "x" }],
  ["enabled", { enabled: false }],
])("a change of %s redraws", (_what, change) => {
  const registry = createRegistry();
  const owner = Symbol("page");
  registry.set(owner, [action("a")]);
  let redraws = 0;
  registry.subscribe(() => redraws++);
  registry.set(owner, [action("a", change)]);
  expect(redraws).toBe(1);
});

test("what is not enabled does not run", () => {
  const registry = createRegistry();
  registry.set(Symbol("page"), [action("a", { enabled: false })]);
  expect(registry.run("a")).toBe(false);
});
