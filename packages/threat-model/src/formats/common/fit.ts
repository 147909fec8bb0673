import { AppError } from "@loopwright/core";

import { lists, type Model } from "../../model/model.ts";
import { numbered } from "./numbered.ts";
import type { Notice } from "./notice.ts";

const maxParts = 5_000;
const maxText = 100_000;
/** Texts that are names, and how many members a list may have; see model.ts. */
const maxName: Readonly<Record<string, number>> = {
  name: 200,
  title: 200,
  owner: 200,
  finding: 400,
};
const maxMembers: Readonly<Record<string, number>> = {
  targets: 500,
  mitigations: 500,
  about: 500,
  data: 500,
  tags: 50,
  controls: 100,
  cwe: 20,
  capec: 20,
  route: 100,
  goals: 20,
  assets: 50,
};
const maxMember: Readonly<Record<string, number>> = { tags: 100, goals: 200, assets: 200 };

/** Cuts what other tools allow to be longer than a model holds, and tells of each cut. */
export function fit(model: Model, notices: Notice[]): Model {
  const long = lists.find((list) => model[list].length > maxParts);
  if (long) {
    throw new AppError("invalid-input", {
      message: `The file has ${numbered(model[long].length)} ${long}, and a model holds ${numbered(maxParts)}.`,
      next: "Split the model.",
      where: long,
    });
  }
  const parts = Object.fromEntries(
    lists.map((list) => [list, model[list].map((one) => fitted(one, one.id, notices))]),
  );
  return { ...fitted({ ...model, ...emptyLists }, "the model", notices), ...parts };
}

const emptyLists = Object.fromEntries(lists.map((list) => [list, []]));

function fitted<T extends object>(part: T, where: string, notices: Notice[]): T {
  const entries = Object.entries(part).map(([key, value]) => {
    if (key === "extra" || key === "id" || key === "decisions") return [key, value];
    if (key === "statement") return [key, fitted(value as object, where, notices)];
    const short = cut(key, value);
    if (short !== value) {
      const limit = typeof value === "string" ? (maxName[key] ?? maxText) : maxMembers[key];
      const unit = typeof value === "string" ? "characters" : "members";
      notices.push({
        where,
        message: `Its ${key} is longer than the ${numbered(limit ?? maxText)} ${unit} that are kept; the rest is cut off.`,
      });
    }
    return [key, short];
  });
  return Object.fromEntries(entries) as T;
}

/** The value itself where it fits. */
function cut(key: string, value: unknown): unknown {
  if (typeof value === "string") return clip(value, maxName[key] ?? maxText);
  const limit = maxMembers[key];
  if (!Array.isArray(value) || limit === undefined) return value;
  const each = maxMember[key];
  const members = value.length > limit ? value.slice(0, limit) : value;
  const long = each !== undefined && members.some((one: string) => one.length > each);
  return long ? members.map((one: string) => clip(one, each)) : members;
}

/** At most so many characters, and no half of a surrogate pair at the end. */
export const clip = (text: string, limit: number): string =>
  text.length <= limit ? text : text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, "");
