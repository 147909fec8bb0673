export { createApp, type Api } from "./app.ts";
export type { Context } from "./context.ts";
export { listen, refuseTakenPort } from "./listen.ts";
export type * from "./views/shapes.ts";
