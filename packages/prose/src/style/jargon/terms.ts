import { indexPhrases } from "../phrases.ts";
import { formsOf } from "./forms.ts";
import { termOf } from "./term.ts";
import { cloudTerms } from "./terms-cloud.ts";
import { engineeringTerms } from "./terms-engineering.ts";
import { securityTerms } from "./terms-security.ts";

export const terms = [...securityTerms, ...cloudTerms, ...engineeringTerms].map(termOf);

/** Every written form of every name, with its term and, where case decides, the exact spelling. */
export const termIndex = indexPhrases(
  terms.flatMap((term) =>
    term.names.flatMap((name) =>
      formsOf(name).map(({ form, exact }) => [form, { term, exact: exact ? form : null }] as const),
    ),
  ),
);
