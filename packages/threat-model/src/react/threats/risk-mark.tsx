import type { Risk } from "../../model/model.ts";
import { riskLevel, riskScore } from "../../model/risk.ts";
import { SeverityMark } from "../findings/severity-mark.tsx";

/** What is left of a risk: shape, word and number. */
export function RiskMark({ risk }: { risk: Risk | null }) {
  return (
    <SeverityMark severity={risk === null ? "unjudged" : riskLevel(risk)}>
      {risk === null ? "not judged" : `${riskLevel(risk)} ${riskScore(risk)}`}
    </SeverityMark>
  );
}
