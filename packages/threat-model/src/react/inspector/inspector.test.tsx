import "@loopwright/ui/base.css";
import { describe, expect, test } from "vitest";
import { render } from "vitest-browser-react";
import { userEvent } from "vitest/browser";

import type { Model } from "../../model/model.ts";
import { Bench, modelOf, type Seen } from "../form/bench.tsx";
import { Inspector } from "./inspector.tsx";

const full = modelOf({
  zones: [
    { id: "cloud", name: "Cloud", trust: 80, description: "One account" },
    { id: "vpc", name: "VPC", trust: 90, parent: "cloud" },
  ],
  data: [{ id: "photo", name: "Photos", class: "confidential", kinds: ["personal", "content"] }],
  elements: [
    {
      id: "api",
      name: "Photo API",
      type: "process",
      technology: "aws-lambda",
      zone: "vpc",
      description: "Keeps photos",
      controls: ["rate-limit", "own-control"],
      data: ["photo"],
      tags: ["team, blue"],
      outOfScope: { reason: "Another team" },
      position: { x: 1, y: 2 },
    },
    { id: "s3", name: "Bucket", type: "store", technology: "aws-s3" },
  ],
  flows: [
    {
      id: "f",
      name: "keep",
      source: "api",
      target: "s3",
      bidirectional: true,
      protocol: "aws-api",
      authentication: "sigv4",
      encryption: "tls",
      controls: ["replay-protection"],
      data: ["photo"],
      route: [{ x: 3, y: 4 }],
    },
  ],
  assumptions: [{ id: "a1", text: "Phones are not rooted", state: "confirmed", about: ["api"] }],
  threats: [
    {
      id: "t1",
      title: "Photos are read",
      statement: {
        source: "a stranger",
        prerequisites: "with a guessed id",
        action: "read photos",
        impact: "shame",
        goals: ["confidentiality"],
        assets: ["Photos"],
      },
      targets: ["api", "f"],
      stride: ["I"],
      cwe: [639],
      capec: [1],
      risk: { likelihood: 4, impact: 5 },
      mitigations: ["m1"],
      notes: "seen in March",
    },
  ],
  mitigations: [
    { id: "m1", text: "Check the owner", state: "done", lowers: { likelihood: 2, impact: 0 } },
  ],
});

async function open(selected: string | null, model: Model = full) {
  let last: Seen | undefined;
  const screen = await render(
    <Bench model={model} selected={selected} seen={(seen) => (last = seen)}>
      {(props) => <Inspector {...props} />}
    </Bench>,
  );
  return { screen, seen: () => last! };
}

describe("form to model to form", () => {
  test.each([null, "cloud", "photo", "api", "f", "a1", "t1", "m1"])(
    "typing what stands there already changes nothing: %s",
    async (id) => {
      const { screen, seen } = await open(id);
      for (const field of screen.container.querySelectorAll<HTMLInputElement>("input, textarea")) {
        if (field.type === "checkbox") {
          await userEvent.click(field);
          await userEvent.click(field);
          continue;
        }
        const text = field.value;
        // The reason goes with the tick that asked for it.
        if (text === "" || !field.isConnected) continue;
        await userEvent.fill(field, `${text}x`);
        await userEvent.fill(field, text);
        field.blur();
      }
      // Ticking again adds at the end, and a reason typed anew is the same: order aside nothing differs.
      expect(sorted(seen().model)).toEqual(sorted({ ...full }));
    },
  );
});

/** Lists of words in one order, and the reason that unticking takes away left out. */
const sorted = (model: Model): unknown =>
  JSON.parse(
    JSON.stringify(model, (key, value: unknown) => {
      if (key === "outOfScope") return value === null ? null : "out";
      if (Array.isArray(value) && value.every((one) => typeof one === "string"))
        return value.toSorted();
      return value;
    }),
  );

test("an element can be filled in with the keyboard alone", async () => {
  const { screen, seen } = await open(
    "e",
    modelOf({ elements: [{ id: "e", name: "E", type: "process" }] }),
  );
  await screen.getByLabelText("Name").fill("Bucket");
  await screen.getByRole("combobox", { name: "Type" }).selectOptions("Store");
  await screen.getByRole("combobox", { name: "Technology" }).click();
  await userEvent.keyboard("s3 bucket{Enter}");
  await screen.getByRole("combobox", { name: "Controls" }).click();
  await userEvent.keyboard("bpa{Enter}sse{Enter}");
  expect(seen().model.elements[0]).toMatchObject({
    name: "Bucket",
    type: "store",
    technology: "aws-s3",
    controls: ["block-public-access", "encryption-at-rest"],
  });
  expect(seen().labels.at(-1)).toBe("Controls of Bucket");
});

describe("what is not valid stays in the field, and the model as it was", () => {
  test.each([
    ["Trust, 0 to 100", "cloud", "140", /A number from 0 to 100/],
    ["Name", "api", "", /A name is needed/],
  ])("%s", async (label, id, text, problem) => {
    const { screen, seen } = await open(id);
    await screen.getByLabelText(label).fill(text);
    await userEvent.tab();
    await expect.element(screen.getByText(problem)).toBeVisible();
    await expect.element(screen.getByLabelText(label)).toHaveValue(text);
    expect(seen().model).toEqual(full);
  });

  test("a zone that is none", async () => {
    const { screen, seen } = await open("api");
    const zone = screen.getByRole("combobox", { name: "Zone" });
    await zone.fill("Mars");
    await userEvent.tab();
    await expect.element(screen.getByText(/Nothing is called “Mars”/)).toBeVisible();
    await expect.element(zone).toHaveValue("Mars");
    expect(seen().model).toEqual(full);
  });
});

test("a zone is never offered what stands inside of it", async () => {
  const { screen } = await open("cloud");
  await screen.getByRole("combobox", { name: "Inside of" }).click();
  await expect.element(screen.getByText("Nothing fits.")).toBeVisible();
});

test("the protocol says what it says of encryption, where nobody has said anything else", async () => {
  const silent = modelOf({
    elements: full.elements.map((one) => ({ ...one, zone: null, data: [] })),
    flows: [{ id: "f", name: "call", source: "api", target: "s3" }],
  });
  const { screen, seen } = await open("f", silent);
  const protocol = screen.getByRole("combobox", { name: "Protocol" });
  await protocol.fill("https");
  await userEvent.keyboard("{Enter}");
  expect(seen().model.flows[0]).toMatchObject({ protocol: "https", encryption: "tls" });
  await protocol.fill("http");
  await userEvent.keyboard("{Enter}");
  expect(seen().model.flows[0]).toMatchObject({ protocol: "http", encryption: "tls" });
});

test("deleting a part goes through the same edit as everywhere", async () => {
  const { screen, seen } = await open("s3");
  await screen.getByRole("button", { name: "Delete" }).click();
  expect(seen().model.flows).toEqual([]);
  expect(seen()).toMatchObject({ labels: ["Delete Bucket"], selected: null });
});
