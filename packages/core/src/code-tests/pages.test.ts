import { describe, expect, it } from "vitest";

import type { Job, Observations } from "../ports.ts";
import { seePages } from "./pages.ts";
import { step, type Step } from "./steps.ts";

const visit = (fields: object): Step => step.parse({ visit: { path: "/", ...fields } });
const finished = (result: unknown, end: Observations["end"] = "finished"): Observations => ({
  end,
  result: result as never,
  stdout: "",
  stderr: "",
  calls: [],
});
const http = { kind: "http", status: 200, headers: [["Content-Type", "text/html"]], body: "<p>hi" };
const page = { alerts: ["1"] };

/** Runs one case; `shown` is what the page job says. */
async function see(steps: Step[], reported: unknown[], shown = finished({ pages: [page, page] })) {
  const jobs: Job[] = [];
  const run = async (job: Job) => {
    jobs.push(job);
    return shown;
  };
  const sandbox = { run, open: () => Promise.reject(new Error("not opened here")) };
  const observed = finished({ cases: [{ steps: reported }] });
  const files = { "public/index.html": "<b>file</b>" };
  const seen = await seePages({ sandbox, files, cases: [{ steps }], observed });
  const after = (seen.result as { cases: { steps: unknown[] }[] }).cases[0]!.steps;
  return { jobs, after, pages: (jobs[0]?.input as { pages: unknown[] } | undefined)?.pages };
}

describe("seePages", () => {
  it.each([
    ["path and fragment", { path: "/a?b=1", hash: "<x>" }, "https://shop.example/a?b=1#<x>"],
    ["query", { query: { q: "a b" } }, "https://shop.example/?q=a+b"],
    [
      "query behind a query",
      { path: "/a?b=1", query: { q: "é" } },
      "https://shop.example/a?b=1&q=%C3%A9",
    ],
  ])("address: %s", async (_name, fields, url) => {
    const { pages, jobs } = await see([visit(fields)], [http]);
    expect(jobs).toMatchObject([{ language: "javascript", image: "page" }]);
    expect(pages).toMatchObject([{ url, status: 200, html: "<p>hi", headers: http.headers }]);
  });

  it("puts what was seen in the place of the answer, and leaves other steps alone", async () => {
    const steps = [
      visit({}),
      step.parse({ http: { path: "/" } }),
      visit({ file: "public/index.html" }),
    ];
    const { after, pages } = await see(steps, [http, http, { kind: "call", value: null }]);
    expect(after).toEqual([{ kind: "call", value: page }, http, { kind: "call", value: page }]);
    expect(pages).toMatchObject([{ html: "<p>hi" }, { html: "<b>file</b>", status: 200 }]);
  });

  it("hands over what is served and done", async () => {
    const acts = [{ click: "#pay" }, { hash: "x" }];
    const { pages } = await see([visit({ serves: { "/api": [1] }, acts })], [http]);
    expect(pages).toMatchObject([{ serves: { "/api": [1] }, acts }]);
  });

  it.each([
    ["time", finished(null, "time"), "in time"],
    ["memory", finished(null, "memory"), "memory"],
    ["a report in another shape", finished({ pages: 1 }), "finished"],
    ["a report of too few pages", finished({ pages: [] }), "finished"],
  ])("is none after %s", async (_name, shown, says) => {
    const { after } = await see([visit({})], [http], shown);
    expect(after).toMatchObject([{ kind: "none", error: { type: "PageError" } }]);
    expect(JSON.stringify(after)).toContain(says);
  });

  it("runs nothing where nothing was visited", async () => {
    const none = { kind: "none", error: { type: "ImportError", message: "no app" } };
    expect((await see([step.parse({ http: { path: "/" } })], [http])).jobs).toEqual([]);
    expect(await see([visit({})], [none])).toMatchObject({ jobs: [], after: [none] });
    expect(
      (await see([visit({ file: "gone.html" })], [{ kind: "call", value: null }])).jobs,
    ).toEqual([]);
  });
});
