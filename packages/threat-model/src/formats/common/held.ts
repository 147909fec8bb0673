import { z } from "zod";

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
  type Model,
} from "../../model/model.ts";
import { same } from "./equal.ts";
import { hashOf } from "./uuid.ts";

/**
 * What a file in another tool's own words does not tell of a model, written beside it in a corner that the
 * tool leaves alone. `was` is what those words alone tell, `is` what the model says. When the file comes
 * back, `is` holds wherever the words are still the same; where somebody edited them, the edit holds.
 */
const change = z.looseObject({ was: z.json().optional(), is: z.json().optional() });
const changes = z.record(z.string(), change);
const byList = <T extends z.ZodType>(shape: T) => z.record(z.string(), shape).catch({}).default({});

const heldShape = z
  .object({
    /** Of parts: list, id, field. */
    fields: byList(z.record(z.string(), changes)),
    /** Parts that the tool has no word for. */
    whole: byList(z.array(z.json())),
    /** Parts that only come of the tool's words, each with a mark of how it came. */
    gone: byList(z.record(z.string(), z.string())),
    order: byList(z.array(z.string())),
    /** Of the model itself. */
    model: changes.catch({}).default({}),
  })
  .catch({ fields: {}, whole: {}, gone: {}, order: {}, model: {} });
type Held = z.infer<typeof heldShape>;
type Changes = z.infer<typeof changes>;
type Part = { id: string } & Record<string, unknown>;

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
  const held = heldShape.parse(value ?? {});
  const next: Model = { ...plain, ...restored(plain, held.model, modelShape.shape) };
  for (const list of lists) {
    const gone = held.gone[list] ?? {};
    const fields = held.fields[list] ?? {};
    const parts = (plain[list] as Part[])
      .filter((one) => own(gone, one.id) !== markOf(one))
      .map((one) => ({ ...one, ...restored(one, own(fields, one.id) ?? {}, shapes[list].shape) }));
    const present = new Set(parts.map(({ id }) => id));
    for (const one of held.whole[list] ?? []) {
      const part = shapes[list].safeParse(one);
      if (part.success && !present.has(part.data.id)) parts.push(part.data);
    }
    Object.assign(next, { [list]: inOrder(parts, held.order[list]) });
  }
  return next;
}

function differences(old: object, now: object, fields: readonly string[]): Changes {
  const found: Changes = {};
  for (const field of fields) {
    const was = (old as Part)[field];
    const is = (now as Part)[field];
    if (!same(was, is)) found[field] = { was, is } as Changes[string];
  }
  return found;
}

function restored(
  now: object,
  changed: Changes,
  shape: Readonly<Record<string, z.ZodType>>,
): object {
  const entries = Object.entries(changed).flatMap(([field, { was, is }]) => {
    const kind = field === "id" ? undefined : own(shape, field);
    const checked = kind?.safeParse(merged({ was, is, now: (now as Part)[field] }));
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

/** Ids are chosen by others; "constructor" is one. */
const own = <T>(record: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined;

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === "string");

const markOf = (part: object): string => {
  const text = JSON.stringify(part);
  return hashOf(text, 1) + hashOf(text, 2);
};

function inOrder(parts: Part[], order: readonly string[] | undefined): Part[] {
  if (!order) return parts;
  const rank = new Map(order.map((id, index) => [id, index]));
  // Whatever is new stands at the end; the sort keeps equals as they are.
  return parts.toSorted((a, b) => (rank.get(a.id) ?? Infinity) - (rank.get(b.id) ?? Infinity) || 0);
}
