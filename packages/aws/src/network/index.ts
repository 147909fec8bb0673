export type * from "./network.ts";
export type { Question, Reach, Step } from "./question.ts";
export { networkDeclaration } from "./declaration.ts";
export { reach } from "./reach.ts";
export { explainReach } from "./explain.ts";
export { exposed, type Exposure } from "./exposed.ts";
export { noticesOf } from "./notices.ts";
export { rulesOf, trafficWords, type Rule } from "./rules/list.ts";
export { essentialRules, withoutRule } from "./rules/without.ts";
