import type { Revealer } from "@loopwright/core";

import type { kind } from "./kind.ts";

export const reveal: Revealer<typeof kind> = ({ key }) => ({ word: key.word });
