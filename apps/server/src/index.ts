export { createApp, type Api } from "./app.ts";
export { runsInBrowser } from "./browser-runs.ts";
export type { Context } from "./context.ts";
export { listen, refuseTakenPort } from "./listen.ts";
export type { PlacementView, ProfileView } from "./views/learner-shapes.ts";
export type * from "./views/shapes.ts";
export type * from "./views/library-shapes.ts";
