/** All but the schemas, which a page that shows a network need not load. */
export { protocols } from "./network.ts";
export type * from "./network.ts";
export type { Question, Reach, Step } from "./question.ts";
export { reach } from "./reach.ts";
export { explainReach } from "./explain.ts";
export { exposed, type Exposure } from "./exposed.ts";
export { noticesOf } from "./notices.ts";
export { rulesOf, trafficWords, type Rule } from "./rules/list.ts";
export { essentialRules, withoutRule } from "./rules/without.ts";
export { isCidr, isPorts } from "./written.ts";
