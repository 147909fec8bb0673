import { model as modelShape, type Model } from "../../model/model.ts";
import { fit } from "./fit.ts";
import { withHeld } from "./held.ts";
import type { Draft, Notice } from "./notice.ts";
import { inShape } from "./shape-error.ts";
import { settle } from "./settle.ts";

/** A draft of a reader as a model that holds in itself. */
export function settled({ model, notices }: Draft, format: string): Draft {
  const tied = settle(fit(model, notices), notices);
  return { model: checked(tied, format), notices };
}

/** As `settled`, with what was held beside the words of the format; see held.ts. */
export function settledWith(draft: Draft, held: unknown, format: string): Draft {
  // What the file's words leave loose may be tied by what is held, so that it is no news.
  const before: Notice[] = [...draft.notices];
  const plain = settled(draft, format);
  if (held === undefined || held === null) return plain;
  // Held parts were valid once; the file may have lost since what they name.
  const model = settle(withHeld(plain.model, held), before);
  return { model: checked(model, format), notices: before };
}

/** A reader of ours that lets through what is no model has a fault; the file is still told where. */
const checked = (model: Model, format: string): Model =>
  inShape(modelShape, model as never, format);
