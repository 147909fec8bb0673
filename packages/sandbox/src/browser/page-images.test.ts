import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";

import { packageFolder } from "../places.ts";
import { PageImages } from "./page-images.ts";

const folder = mkdtempSync(join(tmpdir(), "loopwright-page-images-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fixtures = join(packageFolder, "src", "fixtures", "escapes");
const more = { id: "more", mounts: [{ from: fixtures, to: "/more" }], warmup: "import csv" };

describe("images for pages", () => {
  it("hands out an image's files by a name that changes with them, and no other file", async () => {
    const images = new PageImages({ images: [more], cacheFolder: null });
    const [lab, other] = [await images.names(), await images.names("more")];
    expect(lab.image).not.toBe(other.image);
    expect(lab.snapshot).toBeNull();
    const { files, folders, driver } = JSON.parse(String(await images.file(other.image)));
    expect(Object.keys(files)).toEqual(expect.arrayContaining(["/runner/lab_host.py"]));
    expect(Object.keys(files).filter((path) => path.startsWith("/more/"))).not.toEqual([]);
    expect([folders, driver]).toEqual([["/lab", "/runner", "/more"], "driver"]);
    for (const name of ["../package.json", "__proto__", "lab", `${fixtures}/x.py`]) {
      expect(await images.file(name)).toBeNull();
    }
    images.close();
  });

  it("makes a snapshot once, and starts plainly until it is there", async () => {
    const slow = new PageImages({ images: [], cacheFolder: folder, snapshotWaitMs: 0 });
    expect((await slow.names()).snapshot).toBeNull();
    await slow.prepare();
    expect(readdirSync(folder).filter((name) => name.endsWith(".snapshot"))).toHaveLength(1);
    slow.close();
    const images = new PageImages({ images: [], cacheFolder: folder, snapshotWaitMs: 60_000 });
    const { snapshot } = await images.names();
    expect(readdirSync(folder)).toContain(snapshot);
    expect((await images.file(snapshot!))?.length).toBeGreaterThan(20_000_000);
    images.close();
  });

  it("refuses an image that is not there", async () => {
    const images = new PageImages({ images: [], cacheFolder: null });
    await expect(images.names("none")).rejects.toMatchObject({ code: "sandbox-failed" });
  });
});
