export { calendarOf } from "./calendar.ts";
export { makePlan } from "./make-plan.ts";
export { minutesOf } from "./minutes.ts";
export type { LeftOut, Plan, PlanDay, PlanInput, PlanItem } from "./shapes.ts";
