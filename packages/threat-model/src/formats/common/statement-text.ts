import type { Threat } from "../../model/model.ts";
import { renderStatement } from "../../statements/index.ts";

/** Whether anything of a statement is written. */
export const hasStatement = ({ statement }: Threat): boolean =>
  Object.values(statement).some((one) => one.length > 0);

/** The sentence of a threat: its statement, or its title while it has none. */
export const sentenceOf = (threat: Threat): string =>
  renderStatement(threat.statement) || threat.title;
