import type { MaterialProblem } from "@loopwright/core";

import type { ValueItem } from "../item.ts";
import { isAccepted } from "./grade.ts";
import { normalText } from "./read-value.ts";

export function checkValue(item: ValueItem): MaterialProblem[] {
  const asked = item.brief.value.type;
  const { type } = item.key.value;
  if (asked !== type) {
    const message = `the brief asks for a ${asked}, the key holds a ${type}`;
    return [{ where: "answer/key.yaml value", message }];
  }
  return [...checkForms(item), ...checkNear(item)];
}

function checkForms({ key }: ValueItem): MaterialProblem[] {
  if (key.value.type === "number") return [];
  const forms = key.value.accept.map(normalText);
  return key.value.accept.flatMap((form, index) =>
    forms.indexOf(forms[index] ?? "") < index
      ? [{ where: `answer/key.yaml value.accept.${index}`, message: `“${form}” counts already` }]
      : [],
  );
}

function checkNear(item: ValueItem): MaterialProblem[] {
  const { near, value } = item.key;
  const texts = near.map((one) => normalText(String(one.value)));
  return near.flatMap((one, index) => {
    const where = `answer/key.yaml near.${index}`;
    const wanted = value.type === "number" ? "number" : "string";
    if (typeof one.value !== wanted) {
      const message = wanted === "number" ? "write a number" : "write a text, in quotes";
      return [{ where: `${where}.value`, message }];
    }
    if (isAccepted(item, String(one.value))) {
      return [{ where, message: `“${one.value}” is accepted, so it is no near miss` }];
    }
    const known = texts.indexOf(texts[index] ?? "") < index;
    return known ? [{ where, message: `“${one.value}” stands twice` }] : [];
  });
}
