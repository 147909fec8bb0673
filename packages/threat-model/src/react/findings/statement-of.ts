import type { Model, Statement } from "../../model/model.ts";
import type { Finding } from "../../rules/finding.ts";

export const statementOf = (finding: Finding, _model: Model): Statement => ({
  ...finding.rule.statement,
  assets: finding.data,
});
