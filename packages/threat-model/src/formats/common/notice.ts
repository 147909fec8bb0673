import type { Model } from "../../model/model.ts";

/** Something in a file that was read otherwise than it stands there. */
export type Notice = {
  /** The id of the part, or a path in the file. */
  where: string;
  message: string;
};

/** What a reader hands over; it may still have loose ends, and texts that are too long. */
export type Draft = { model: Model; notices: Notice[] };

export type Written = {
  text: string;
  fileName: string;
  /** What the file does not hold, each in a sentence. Read back, the model is the same but for these. */
  lost: string[];
  /** What the file holds and the other tool does not show, or will change when it opens the file. */
  notes: string[];
};
