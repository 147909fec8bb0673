import { judge, type Grader } from "@loopwright/core";

import type { ItemAnswer } from "./answer.ts";
import { criteria } from "./criteria.ts";
import { judgeChoose } from "./forms/choose/grade.ts";
import { itemOf } from "./forms/item-of.ts";
import type { Item } from "./forms/item.ts";
import type { Judged } from "./forms/judged.ts";
import { judgeOrder } from "./forms/order/grade.ts";
import { judgeSpot } from "./forms/spot/grade.ts";
import { judgeValue } from "./forms/value/grade.ts";
import type { ItemKind } from "./kind.ts";
import { remarksOf } from "./remarks.ts";

export { criteria } from "./criteria.ts";

/** The answer against the key: pure, nothing runs. */
export const grade: Grader<ItemKind> = (input) => {
  const { found, slips } = judgeItem(itemOf(input), input.answer);
  return {
    criteria: judge(criteria(input), found),
    remarks: remarksOf(slips, input.key.lesson),
    measures: [],
  };
};

function judgeItem(item: Item, answer: ItemAnswer): Judged {
  switch (item.form) {
    case "choose":
      return judgeChoose(item, answer);
    case "order":
      return judgeOrder(item, answer);
    case "spot":
      return judgeSpot(item, answer);
    case "value":
      return judgeValue(item, answer);
  }
}
