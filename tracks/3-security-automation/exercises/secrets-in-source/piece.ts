import type { Fakes } from "./fakes.ts";

export type Kind = "aws-key" | "private-key" | "connection-string" | "token";

/** What a file ends in, which says how its lines look. */
export type Ending =
  | "py"
  | "js"
  | "json"
  | "yaml"
  | "env"
  | "properties"
  | "sh"
  | "md"
  | "pem"
  | "tf";

/** A few lines of a file. ` #!` and a kind end a line that is to be reported. */
export type Piece = {
  ending: Ending;
  /** About tokens, which are told by degrees; all others are sure. */
  isToken?: boolean;
  /** What counts is how far apart its lines are. */
  isSpread?: boolean;
  lines: (fake: Fakes) => string[];
};

/** A line that is to be reported. */
export const marked = (line: string, kind: Kind): string => `${line} #!${kind}`;
