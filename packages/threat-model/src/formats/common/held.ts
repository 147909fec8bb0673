import type { z } from "zod";

import {
  assumption,
  dataAsset,
  element,
  flow,
  lists,
  mitigation,
  model as modelShape,
  threat,
  zone,
  type ListName,
  type Model,
} from "../../model/model.ts";
import { same } from "./equal.ts";
import { at, recordOf } from "./loose.ts";
import { hashOf } from "./uuid.ts";

/**
 * What a file in another tool's own words does not tell of a model, written beside it in a corner that the
 * tool leaves alone. `was` is what those words alone tell, `is` what the model says. When the file comes
 * back, `is` holds wherever the words are still the same; where somebody edited them, the edit holds.
 */
type Change = { was?: unknown; is?: unknown };
type Changes = Record<string, Change>;
type Part = { id: string } & Record<string, unknown>;
type ByList<T> = Partial<Record<ListName, T>>;

type Held = {
  /** Of parts: list, id, field. */
  fields: ByList<Record<string, Changes>>;
  /** Parts that the tool has no word for. */
  whole: ByList<object[]>;
  /** Parts that only come of the tool's words, each with a mark of how it came. */
  gone: ByList<Record<string, string>>;
  order: ByList<string[]>;
  /** Of the model itself. */
  model: Changes;
};

const shapes = {
  zones: zone,
  elements: element,
  flows: flow,
  data: dataAsset,
  assumptions: assumption,
  threats: threat,
  mitigations: mitigation,
};
const ownFields = ["title", "description", "owner", "decisions", "extra"] as const;

/** `plain`: the model as the file's own words alone give it. Undefined where they tell all. */
export function heldOf(model: Model, plain: Model): unknown {
  const held: Held = {
    fields: {},
    whole: {},
    gone: {},
    order: {},
    model: differences(plain, model, ownFields),
  };
  for (const list of lists) {
    const before = new Map(plain[list].map((one) => [one.id, one]));
    const now = new Set(model[list].map(({ id }) => id));
    const fields: Record<string, Changes> = {};
    for (const part of model[list]) {
      const old = before.get(part.id);
      const found = old && differences(old, part, Object.keys({ ...old, ...part }));
      if (found && Object.keys(found).length > 0) fields[part.id] = found;
    }
    const whole = model[list].filter(({ id }) => !before.has(id));
    const gone = plain[list].filter(({ id }) => !now.has(id)).map((one) => [one.id, markOf(one)]);
    if (Object.keys(fields).length > 0) held.fields[list] = fields;
    if (whole.length > 0) held.whole[list] = whole;
    if (gone.length > 0) held.gone[list] = Object.fromEntries(gone) as Record<string, string>;
    const ids = [...plain[list].filter(({ id }) => now.has(id)), ...whole].map(({ id }) => id);
    const wanted = model[list].map(({ id }) => id);
    if (!same(ids, wanted)) held.order[list] = wanted;
  }
  const said = Object.entries(held).filter(([, value]) => Object.keys(value).length > 0);
  return said.length === 0 ? undefined : Object.fromEntries(said);
}

/** The model that was written, with what was changed in the file since. What is not well formed is passed over. */
export function withHeld(plain: Model, value: unknown): Model {
  const next: Model = { ...plain, ...restored(plain, at(value, "model"), modelShape.shape) };
  for (const list of lists) {
    const gone = at(value, "gone", list);
    const fields = at(value, "fields", list);
    const parts = (plain[list] as Part[])
      .filter((one) => at(gone, one.id) !== markOf(one))
      .map((one) => ({ ...one, ...restored(one, at(fields, one.id), shapes[list].shape) }));
    const present = new Set(parts.map(({ id }) => id));
    const whole = at(value, "whole", list);
    for (const one of Array.isArray(whole) ? whole : []) {
      const part = shapes[list].safeParse(one);
      if (part.success && !present.has(part.data.id)) parts.push(part.data);
    }
    Object.assign(next, { [list]: inOrder(parts, at(value, "order", list)) });
  }
  return next;
}

function differences(old: object, now: object, fields: readonly string[]): Changes {
  const found: Changes = {};
  for (const field of fields) {
    const was = (old as Part)[field];
    const is = (now as Part)[field];
    if (!same(was, is)) found[field] = { was, is };
  }
  return found;
}

function restored(
  now: object,
  changed: unknown,
  shape: Readonly<Record<string, z.ZodType>>,
): object {
  const entries = Object.keys(recordOf(changed)).flatMap((field) => {
    if (field === "id" || !Object.hasOwn(shape, field)) return [];
    const was = at(changed, field, "was");
    const is = at(changed, field, "is");
    const checked = shape[field]?.safeParse(merged({ was, is, now: (now as Part)[field] }));
    return checked?.success ? [[field, checked.data]] : [];
  });
  return Object.fromEntries(entries);
}

/** Of two lists of words, what was added to and taken from one holds in the other; else, an edit holds. */
function merged({ was, is, now }: { was: unknown; is: unknown; now: unknown }): unknown {
  if (same(was, now)) return is;
  if (!isWords(was) || !isWords(is) || !isWords(now)) return now;
  const kept = is.filter((one) => now.includes(one) || !was.includes(one));
  return [...kept, ...now.filter((one) => !was.includes(one) && !kept.includes(one))];
}

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

const markOf = (part: object): string => {
  const text = JSON.stringify(part);
  return hashOf(text, 1) + hashOf(text, 2);
};

function inOrder(parts: Part[], order: unknown): Part[] {
  if (!Array.isArray(order)) return parts;
  const rank = new Map<unknown, number>(order.map((id, index) => [id, index]));
  // Whatever is new stands at the end; the sort keeps equals as they are.
  return parts.toSorted((a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || 0);
}
