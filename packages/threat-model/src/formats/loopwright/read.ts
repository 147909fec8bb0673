import type { Draft } from "../common/notice.ts";
import { settled } from "../common/open.ts";
import { inShape } from "../common/shape-error.ts";
import type { Json } from "../source/tame.ts";
import { loopwrightFile } from "./shape.ts";

/** Reads our own JSON. What is not well formed is an error, since no other tool writes it; loose ends are tied. */
export const readLoopwright = (value: Json): Draft =>
  settled({ model: inShape(loopwrightFile, value, "Loopwright"), notices: [] }, "Loopwright");
