import type { Examples } from "@loopwright/core";

import { chooseExamples } from "./forms/choose/examples.ts";
import { itemOf } from "./forms/item-of.ts";
import { orderExamples } from "./forms/order/examples.ts";
import { spotExamples } from "./forms/spot/examples.ts";
import { valueExamples } from "./forms/value/examples.ts";
import type { ItemKind } from "./kind.ts";

/** All that is right, and the answers that must not pass, follow from the key alone. */
export const examples: Examples<ItemKind> = ({ brief, files, key }) => {
  const item = itemOf({ brief, key });
  switch (item.form) {
    case "choose":
      return chooseExamples(item);
    case "order":
      return orderExamples(item);
    case "spot":
      return spotExamples(item, files);
    case "value":
      return valueExamples(item);
  }
};
