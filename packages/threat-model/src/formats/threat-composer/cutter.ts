import { clip } from "../common/fit.ts";
import { counted } from "../common/numbered.ts";
import { limits } from "./words.ts";

/** Cuts texts to what the format allows, and remembers which. */
export type Cutter = {
  cut: (text: string, limit: number, what: string) => string;
  tags: (tags: readonly string[], id: string) => string[];
  /** Null where nothing was cut. */
  told: () => string | null;
};

const shown = 5;

export function cutterOf(): Cutter {
  const cuts: string[] = [];
  const cut: Cutter["cut"] = (text, limit, what) => {
    const short = clip(text, limit);
    if (short !== text) cuts.push(`${what} (${text.length} of ${limit} characters)`);
    return short;
  };
  return {
    cut,
    tags: (tags, id) =>
      tags.filter((one) => one !== "").map((one) => cut(one, limits.tag, `a tag of ${id}`)),
    told: () => {
      if (cuts.length === 0) return null;
      const more = cuts.length > shown ? ` and ${cuts.length - shown} more` : "";
      return `Threat Composer allows shorter texts; ${counted(cuts.length, "text is", "texts are")} cut off: ${cuts.slice(0, shown).join("; ")}${more}.`;
    },
  };
}
