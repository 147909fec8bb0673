import { z } from "zod";

const patch = z.strictObject({
  $patch: z.string(),
  change: z.array(z.strictObject({ from: z.string().min(1), to: z.string() })).min(1),
});

type Reading = { read: (path: string) => string; refuse: (message: string) => never };

/**
 * The text of a file in which each `from` has become its `to`, one after the other. Each stands there exactly
 * once when its turn comes: a patch that no longer fits is a fault of the drill and never silently nothing.
 */
export function patched(value: unknown, { read, refuse }: Reading): string {
  const parsed = patch.safeParse(value);
  if (!parsed.success)
    return refuse(
      `a $patch has a file, and change: [{ from, to }]; ${parsed.error.issues[0]!.message}`,
    );
  const { $patch, change } = parsed.data;
  return change.reduce((text, { from, to }) => {
    const parts = text.split(from);
    if (parts.length === 2) return parts.join(to);
    const [line] = from.trim().split("\n");
    const found = parts.length === 1 ? "is not there" : `is there ${parts.length - 1} times`;
    return refuse(`“${line}” ${found} in ${$patch}: a from stands there once`);
  }, read($patch));
}
