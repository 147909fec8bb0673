import type { ChooseBrief, ItemBrief, OrderBrief, SpotBrief, ValueBrief } from "../brief.ts";
import type { ChooseKey, ItemKey, OrderKey, SpotKey, ValueKey } from "../key.ts";

export type ChooseItem = { form: "choose"; brief: ChooseBrief; key: ChooseKey };
export type OrderItem = { form: "order"; brief: OrderBrief; key: OrderKey };
export type SpotItem = { form: "spot"; brief: SpotBrief; key: SpotKey };
export type ValueItem = { form: "value"; brief: ValueBrief; key: ValueKey };
/** A brief with the key of the same form. */
export type Item = ChooseItem | OrderItem | SpotItem | ValueItem;

/** Null where brief and key are of different forms, which `checkMaterial` reports. */
export function pairOf(brief: ItemBrief, key: ItemKey): Item | null {
  // One comparison proves the pair; the compiler cannot follow it from one union into the other.
  return brief.form === key.form ? ({ form: brief.form, brief, key } as Item) : null;
}
