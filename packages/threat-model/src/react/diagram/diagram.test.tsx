import "@loopwright/ui/base.css";
import { beforeEach, expect, test } from "vitest";
import { page } from "vitest/browser";
import { render } from "vitest-browser-react";

import { photoSharing } from "../canvas/fixture.ts";
import { Diagram } from "./diagram.tsx";

beforeEach(() => page.viewport(1200, 800));

const marks = {
  api: { tone: "missed", note: "Nobody asked who may read an album." },
  "app-api": { tone: "met", note: "Uploads are replaced by a stranger." },
  vpc: { tone: "partly", note: "Drawn, but with another trust." },
} as const;
const part = (id: string) =>
  document.querySelector(`:is(.react-flow__node, .react-flow__edge)[data-id="${id}"]`);

test("each mark stands at its part and in the list below, what was missed first", async () => {
  const screen = await render(<Diagram model={photoSharing()} marks={marks} />);
  await expect.poll(() => part("app-api")?.textContent).toContain("●");
  expect(part("api")?.textContent).toContain("○");
  expect(part("vpc")?.textContent).toContain("◐");
  expect(part("api")?.getAttribute("aria-label")).toContain("missed: Nobody asked");
  const rows = screen
    .getByRole("listitem")
    .elements()
    .map(({ textContent }) => textContent);
  expect(rows[0]).toMatch(/Missed.*Photo API.*Nobody asked/);
  expect(rows.map((row) => /Missed|Partly|Met/.exec(row ?? "")?.[0])).toEqual([
    "Missed",
    "Partly",
    "Met",
  ]);
});

test("a row chooses its part in the drawing, and a part its row", async () => {
  const screen = await render(<Diagram model={photoSharing()} marks={marks} />);
  await screen.getByRole("button", { name: /Photo API/ }).click();
  await expect.poll(() => part("api")?.classList.contains("selected")).toBe(true);
  await screen.getByText("Production VPC").first().click();
  await expect
    .element(screen.getByRole("button", { name: /Production VPC/ }))
    .toHaveAttribute("aria-pressed", "true");
});

test("nothing can be moved or joined", async () => {
  await render(<Diagram model={photoSharing()} />);
  await expect.poll(() => part("api")).not.toBeNull();
  expect(document.querySelector(".react-flow__node.draggable, .connectable")).toBeNull();
});

test("two drawings stand beside each other", async () => {
  const other = { ...photoSharing(), flows: [] };
  await render(
    <>
      <Diagram model={photoSharing()} marks={marks} />
      <Diagram model={other} marks={marks} />
    </>,
  );
  await expect
    .poll(() => document.querySelectorAll('[data-id="api"].react-flow__node'))
    .toHaveLength(2);
  await expect.poll(() => document.querySelectorAll(".react-flow__edge")).toHaveLength(4);
});

test("on a phone it is words", async () => {
  await page.viewport(390, 800);
  const screen = await render(<Diagram model={photoSharing()} marks={marks} />);
  await expect.element(screen.getByText("Nobody asked who may read an album.")).toBeVisible();
  expect(part("api")).toBeNull();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(390);
});
