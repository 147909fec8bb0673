import type { Revealer } from "@loopwright/core";

import type { ItemKey } from "./key.ts";
import type { ItemKind } from "./kind.ts";

/** An item has one question, so once it is over its whole key may be seen. */
export type ItemReveal = ItemKey;

export const reveal: Revealer<ItemKind> = ({ key }) => key satisfies ItemReveal;
