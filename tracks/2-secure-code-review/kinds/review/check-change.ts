import type { Files, MaterialProblem } from "@loopwright/core";

import type { ReviewBrief } from "./brief.ts";
import { baseFolder } from "./repaired.ts";

type Material = { brief: ReviewBrief; files: Files };

/** That a change has two versions, and that no version of it is left unread or would run. */
export function checkChange({ brief, files }: Material): MaterialProblem[] {
  const bases = Object.keys(files).filter((path) => path.startsWith(baseFolder));
  const named = (["review", "editable"] as const).flatMap((field) =>
    brief[field].flatMap((path, i) =>
      path.startsWith(baseFolder)
        ? [
            {
              where: `brief.yaml ${field}.${i}`,
              message: `${path} is of the code before the change`,
            },
          ]
        : [],
    ),
  );
  if (brief.change === undefined) {
    const stray = { where: "brief.yaml review", message: "files/base/ is there, but no `change`" };
    return [...named, ...(bases.length > 0 ? [stray] : [])];
  }
  const before = bases.map((path) => path.slice(baseFolder.length));
  const unread = before.filter(
    (path) =>
      files[path] !== undefined &&
      files[path] !== files[`${baseFolder}${path}`] &&
      !brief.review.includes(path),
  );
  const where = "brief.yaml review";
  const changed = before.some((path) => files[path] !== files[`${baseFolder}${path}`]);
  return [
    ...named,
    ...unread.map((path) => ({ where, message: `${path} changes, but is not among them` })),
    ...(changed ? [] : [{ where: "brief.yaml change", message: "files/base/ changes nothing" }]),
  ];
}
