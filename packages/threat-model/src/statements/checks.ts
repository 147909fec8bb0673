import type { Model, Statement } from "../model/model.ts";
import { isOnly, noAction, noAsset, nobody, noImpact, noPosition } from "./vague.ts";
import { stems } from "./words.ts";

/** Each gives what to do; "" where the part is good. */
type Judge = (statement: Statement, model?: Model) => string;

export const sourceIsSpecific: Judge = ({ source }) => {
  if (source.trim() === "") return "Name who or what begins it.";
  return isOnly(source, nobody)
    ? "Say which one: a signed-in customer, a former employee, an app beside ours."
    : "";
};

export const prerequisitesNameAccess: Judge = ({ prerequisites }) => {
  if (prerequisites.trim() === "") return "Say what access or position it takes.";
  return isOnly(prerequisites, noPosition)
    ? "Name the access or position: with a stolen token, on the same network, between app and API."
    : "";
};

export const actionIsConcrete: Judge = ({ action }) => {
  const text = action.trim();
  if (text === "") return "Say what is done to the system.";
  if (/^(?:can|could|may|might|will|would|is able to|be able to)\b/i.test(text))
    return "Begin with the verb; “can” is already in the sentence.";
  if (stems(text).length < 2) return "Add what it is done to: read orders of other customers.";
  return isOnly(text, noAction)
    ? "Say how: replay a recorded request, read the bucket through a shared link."
    : "";
};

export const actionIsOne: Judge = ({ action }) =>
  /[.;]\s+\S|\band then\b|\bthen\b.*\band\b|\bas well as\b|(?:\band\b.*){3}/i.test(action.trim())
    ? "Keep one action; write another threat for the other."
    : "";

export const impactSaysWhatHappens: Judge = ({ impact }, model) => {
  if (impact.trim() === "") return "Say what happens then, and to whom.";
  if ((isOnly(impact, noImpact) && !mentions(impact, model)) || stems(impact).length < 2)
    return "Say what happens: orders are shipped that nobody paid for.";
  return "";
};

/** So much of an impact may come from the action before it only repeats it. */
const repeated = 0.8;

export const impactIsNotTheAction: Judge = ({ action, impact }) => {
  const done = new Set(stems(action));
  const then = [...new Set(stems(impact))];
  const same = then.filter((one) => done.has(one)).length;
  return then.length > 1 && done.size > 0 && same / then.length >= repeated
    ? "Say what follows from the action, and not the action again."
    : "";
};

export const knownGoals = [
  "confidentiality",
  "integrity",
  "availability",
  "accountability",
] as const;

export const goalsAreKnown: Judge = ({ goals }) => {
  const typed = goals.map((one) => one.trim().toLowerCase()).filter((one) => one !== "");
  if (typed.length === 0) return `Choose one: ${knownGoals.join(", ")}.`;
  const other = typed.find((one) => !knownGoals.some((known) => known === one));
  return other === undefined ? "" : `“${other}” is none of ${knownGoals.join(", ")}.`;
};

export const assetsAreInModel: Judge = ({ assets }, model) => {
  const named = assets.map((one) => one.trim()).filter((one) => one !== "");
  if (named.length === 0) return "Name what is harmed.";
  const unknown = named.find((one) => !isNamed(one, model) && isOnly(one, noAsset));
  if (unknown !== undefined)
    return `“${unknown}” could be anything; name data or a part of the model.`;
  const missing = model && named.find((one) => !isNamed(one, model));
  return missing === undefined
    ? ""
    : `“${missing}” is not in the model; use its name there, or add it.`;
};

/** Names of the parts of a model, as stems; a part of one letter proves nothing. */
const namesOf = (model: Model): string[][] =>
  [...model.data, ...model.elements, ...model.flows]
    .map(({ name }) => stems(name))
    .filter((one) => one.join("").length > 1);

/** The asset has all the words of a name, or the name all the words of the asset. */
function isNamed(asset: string, model: Model | undefined): boolean {
  if (model === undefined) return false;
  const words = stems(asset);
  const within = (few: readonly string[], many: readonly string[]) =>
    few.length > 0 && few.every((one) => many.includes(one));
  return (
    [...model.data, ...model.elements, ...model.flows].some(
      ({ name }) => name.trim().toLowerCase() === asset.trim().toLowerCase(),
    ) || namesOf(model).some((name) => within(name, words) || within(words, name))
  );
}

/** Names of a model may be of words that say nothing elsewhere: "Customer data". */
const mentions = (text: string, model: Model | undefined): boolean =>
  [...(model?.data ?? []), ...(model?.elements ?? [])].some(
    ({ name }) => name.trim().length > 3 && text.toLowerCase().includes(name.trim().toLowerCase()),
  );
