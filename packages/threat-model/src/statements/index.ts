export { statementOf } from "./prefill.ts";
export { maxPartChars, qualityOf, type Check } from "./quality.ts";
export {
  isWholeStatement,
  renderStatement,
  statementMask,
  statementParts,
  type StatementPart,
} from "./render.ts";
